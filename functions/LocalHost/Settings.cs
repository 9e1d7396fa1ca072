using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Ingest.LocalHost;

/// <summary>Resolves what triggers name: settings between percent signs, and storage connections.</summary>
internal sealed partial class Settings(IConfiguration configuration)
{
    public const string Storage = "AzureWebJobsStorage";

    /// <summary>Puts the value of the setting in the place of each %Setting%.</summary>
    /// <exception cref="LocalHostException">A setting is not set.</exception>
    public string Resolve(string text) =>
        Reference().Replace(text, match => configuration[match.Groups["name"].Value]
            ?? throw new LocalHostException($"The setting '{match.Groups["name"].Value}' is not set, and a trigger needs it ({text})."));

    /// <summary>The connection string that a trigger's Connection names; the app's own storage where it names none.</summary>
    /// <exception cref="LocalHostException">There is no such connection string.</exception>
    public string ConnectionString(string? connection = null)
    {
        var name = connection is null or "Storage" ? Storage : connection;
        return configuration[$"AzureWebJobs{name}"] ?? configuration[name] ?? configuration.GetConnectionString(name)
            ?? throw new LocalHostException($"The local host needs a storage account's connection string in the setting '{name}'.");
    }

    [GeneratedRegex("%(?<name>[^%]+)%", RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}
