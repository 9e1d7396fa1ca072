using Azure;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace Ingest.LocalHost.Azurite;

/// <summary>
/// The storage that the app runs on: the account that AzureWebJobsStorage names, else an emulator that already listens, else one of our
/// own.
/// </summary>
internal sealed class LocalStorage : IDisposable
{
    private const string DevelopmentStorage = "UseDevelopmentStorage=true";

    private LocalStorage(string connectionString, string description) => (ConnectionString, Description) = (connectionString, description);

    private LocalStorage(DataFolder folder, AzuritePorts ports)
        : this(ports.ConnectionString(), $"The storage emulator keeps its files in {folder.Path} and listens on ports {ports.Blob} (blobs), {ports.Queue} (queues) and {ports.Table} (tables)") =>
        (Folder, Ports) = (folder, ports);

    /// <summary>What AzureWebJobsStorage is set to.</summary>
    public string ConnectionString { get; }

    /// <summary>What it is, in words.</summary>
    public string Description { get; }

    /// <summary>Where an emulator of our own keeps its files; null where there is none to start.</summary>
    public DataFolder? Folder { get; }

    /// <summary>Where an emulator of our own listens.</summary>
    public AzuritePorts Ports { get; } = AzuritePorts.Usual;

    /// <summary>Decides which storage it is; an emulator of our own is reserved its folder and ports, and not yet started.</summary>
    /// <exception cref="LocalHostException">Another host has the folder.</exception>
    public static LocalStorage Choose(IConfiguration configuration, LocalHostOptions options)
    {
        var named = configuration[Settings.Storage];
        if (!string.IsNullOrEmpty(named) && named != DevelopmentStorage)
            return new LocalStorage(Checked(named), $"Storage is the account in {Settings.Storage}");

        if (configuration.GetSection(Settings.Storage).GetChildren().Any())
            throw new LocalHostException($"The local host reaches storage by a connection string only: set {Settings.Storage} to one, or unset {Settings.Storage}__….");

        var folder = DataFolder.Take(options.DataFolder);
        if (options.MayShareEmulator && IsListening(AzuritePorts.Usual))
        {
            folder.Dispose();
            return new LocalStorage(AzuritePorts.Usual.ConnectionString(), "Storage is the emulator that already listens; --data FOLDER starts another");
        }

        return new LocalStorage(folder, AzuritePorts.Free());
    }

    public void Dispose() => Folder?.Dispose();

    private static string Checked(string connectionString)
    {
        try
        {
            _ = new QueueServiceClient(connectionString);
            return connectionString;
        }
        catch (FormatException problem)
        {
            throw new LocalHostException($"{Settings.Storage} is no connection string: {problem.Message} Unset it to run on the emulator.", problem);
        }
    }

    private static bool IsListening(AzuritePorts ports)
    {
        var impatient = new QueueClientOptions { Retry = { MaxRetries = 0, NetworkTimeout = TimeSpan.FromSeconds(1) } };
        try
        {
            new QueueServiceClient(ports.ConnectionString(), impatient).GetProperties();
            return true;
        }
        catch (Exception problem) when (problem is RequestFailedException or OperationCanceledException)
        {
            return false;
        }
    }
}
