using Azure;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.LocalHost.Timers;

/// <summary>Keeps each timer's times in the app's storage, in the container where the Functions host keeps them too.</summary>
internal sealed class ScheduleStore(Settings settings)
{
    private readonly Lazy<BlobContainerClient> container =
        new(() => new BlobContainerClient(settings.ConnectionString(), "azure-webjobs-hosts"));

    /// <summary>What is known of the timer, or null where it never ran.</summary>
    public async Task<ScheduleStatus?> ReadAsync(string timer, CancellationToken cancellation)
    {
        try
        {
            var content = await BlobOf(timer).DownloadContentAsync(cancellation);
            return content.Value.Content.ToObjectFromJson<ScheduleStatus>();
        }
        catch (RequestFailedException problem) when (problem.Status == 404)
        {
            return null;
        }
    }

    public async Task WriteAsync(string timer, ScheduleStatus status, CancellationToken cancellation)
    {
        await container.Value.CreateIfNotExistsAsync(cancellationToken: cancellation);
        await BlobOf(timer).UploadAsync(BinaryData.FromObjectAsJson(status), overwrite: true, cancellation);
    }

    private BlobClient BlobOf(string timer) => container.Value.GetBlobClient($"timers/localhost/{timer}/status");
}
