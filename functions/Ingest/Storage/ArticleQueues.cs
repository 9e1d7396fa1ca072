using System.Diagnostics;
using System.Text.Json;
using Azure.Storage.Queues;
using Ingest.Storage.Record;

namespace Ingest.Storage;

/// <summary>Sends work to the pipeline's queues.</summary>
internal sealed class ArticleQueues(StorageClients clients)
{
    /// <summary>The longest that a message can stay hidden.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1);

    /// <summary>A backlog of weeks is still work.</summary>
    private static readonly TimeSpan NeverExpires = TimeSpan.FromSeconds(-1);

    private readonly QueueClient fetch = clients.Queue(StorageNames.FetchArticleQueue);
    private readonly QueueClient fetchPoison = clients.Queue(StorageNames.FetchArticleQueue + StorageNames.PoisonSuffix);
    private readonly QueueClient enrich = clients.Queue(StorageNames.EnrichArticleQueue);
    private readonly QueueClient reextract = clients.Queue(StorageNames.ReextractQueue);
    private readonly QueueClient extract = clients.Queue(StorageNames.ExtractMentionsQueue);

    /// <summary>Asks for an article to be fetched, now or after a while.</summary>
    public Task SendAsync(FetchArticleMessage message, CancellationToken cancellation, TimeSpan delay = default) =>
        SendAsync(fetch, message with { TraceParent = message.TraceParent ?? Activity.Current?.Id }, delay, cancellation);

    /// <summary>Asks for the mentions of an article to be extracted, now or after a while.</summary>
    public Task SendAsync(ExtractMentionsMessage message, CancellationToken cancellation, TimeSpan delay = default) =>
        SendAsync(extract, message with { TraceParent = message.TraceParent ?? Activity.Current?.Id }, delay, cancellation);

    /// <summary>Asks for an article to be read by the Language service, now or after a while.</summary>
    public Task SendAsync(EnrichArticleMessage message, CancellationToken cancellation, TimeSpan delay = default) =>
        SendAsync(enrich, message with { TraceParent = message.TraceParent ?? Activity.Current?.Id }, delay, cancellation);

    /// <summary>Asks for the next step of extracting everything anew.</summary>
    public Task SendAsync(ReextractMessage message, CancellationToken cancellation) => SendAsync(reextract, message, default, cancellation);

    /// <summary>Puts an article that cannot be had where health shows it and an operator returns it to work.</summary>
    public async Task SetAsideAsync(FetchArticleMessage message, CancellationToken cancellation)
    {
        await fetchPoison.CreateIfNotExistsAsync(cancellationToken: cancellation).ConfigureAwait(false);
        await SendAsync(fetchPoison, message, default, cancellation).ConfigureAwait(false);
    }

    private static async Task SendAsync<T>(QueueClient queue, T message, TimeSpan delay, CancellationToken cancellation)
    {
        var text = JsonSerializer.Serialize(message, RecordJson.Options);
        await queue.SendMessageAsync(text, delay < LongestDelay ? delay : LongestDelay, NeverExpires, cancellation).ConfigureAwait(false);
    }
}
