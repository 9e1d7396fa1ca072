using Microsoft.Extensions.Hosting;

namespace Ingest.Storage;

/// <summary>Creates what is missing in the storage account before the first function runs.</summary>
internal sealed class StorageCreation(StorageClients clients) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => clients.EnsureCreatedAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
