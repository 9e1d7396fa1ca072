using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace Ingest.Storage;

/// <summary>
/// How the storage account is reached, by the settings that the Functions host reads too: a connection string in AzureWebJobsStorage, or
/// an identity and either AzureWebJobsStorage__accountName or the three addresses AzureWebJobsStorage__blobServiceUri, …queueServiceUri
/// and …tableServiceUri, with AzureWebJobsStorage__clientId for an identity that was assigned by a user.
/// </summary>
internal sealed record StorageConnection
{
    private const string Setting = "AzureWebJobsStorage";

    private StorageConnection()
    {
    }

    /// <summary>The connection string, or null where an identity is used.</summary>
    public string? ConnectionString { get; private init; }

    /// <summary>Address of the blob service; null with a connection string.</summary>
    public Uri? Blobs { get; private init; }

    /// <summary>Address of the queue service; null with a connection string.</summary>
    public Uri? Queues { get; private init; }

    /// <summary>Address of the table service; null with a connection string.</summary>
    public Uri? Tables { get; private init; }

    /// <summary>Client id of an identity that a user assigned, or null for the one of this machine or person.</summary>
    public string? ClientId { get; private init; }

    /// <summary>The identity to act as.</summary>
    public TokenCredential Credential => ClientId is null
        ? new DefaultAzureCredential()
        : new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(ClientId));

    /// <exception cref="InvalidOperationException">The settings name no account; the message says what to set.</exception>
    public static StorageConnection From(IConfiguration configuration)
    {
        if (configuration[Setting] is { Length: > 0 } connectionString) return new StorageConnection { ConnectionString = connectionString };

        var section = configuration.GetSection(Setting);
        var account = section["accountName"];
        return new StorageConnection
        {
            Blobs = Address("blob"),
            Queues = Address("queue"),
            Tables = Address("table"),
            ClientId = section["clientId"] is { Length: > 0 } id ? id : null,
        };

        Uri Address(string service)
        {
            if (section[$"{service}ServiceUri"] is { Length: > 0 } given)
            {
                return Uri.TryCreate(given, UriKind.Absolute, out var address)
                    ? address
                    : throw new InvalidOperationException($"The setting {Setting}__{service}ServiceUri is '{given}', which is no address. Give one like https://ACCOUNT.{service}.core.windows.net.");
            }

            if (account is { Length: > 0 }) return new Uri($"https://{account}.{service}.core.windows.net");
            throw new InvalidOperationException(
                $"No storage account is named. Set {Setting} to a connection string, or {Setting}__accountName to the account's name, or {Setting}__{service}ServiceUri to its address.");
        }
    }
}
