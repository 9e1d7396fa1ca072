using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ingest.LocalHost.Azurite;

/// <summary>Starts the emulator before everything else and ends it after everything else, where it is ours.</summary>
internal sealed class StorageService(LocalStorage storage, ILoggerFactory logs, IHostApplicationLifetime lifetime) : IHostedService
{
    private readonly ILogger log = logs.CreateLogger("Storage");
    private AzuriteProcess? azurite;
    private volatile bool isStopping;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (storage.Folder is { } folder)
        {
            await new AzuriteInstallation(log).EnsureAsync(cancellationToken);
            azurite = AzuriteProcess.Start(Path.Combine(folder.Path, "azurite"), storage.Ports);
            folder.Remember(azurite.Process);
            await azurite.WaitUntilListeningAsync(cancellationToken);
            azurite.Process.Exited += (_, _) => StopWithout();
        }

        log.LogInformation("{Description}", storage.Description);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (azurite is null)
            return;

        isStopping = true;
        await azurite.DisposeAsync();
        storage.Folder!.Forget();
    }

    private void StopWithout()
    {
        if (isStopping)
            return;

        log.LogCritical("The storage emulator has ended, and nothing works without it; start again to go on");
        lifetime.StopApplication();
    }
}
