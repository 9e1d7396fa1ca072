using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;

namespace Ingest.LocalHost.Queues;

/// <summary>
/// Takes the messages of one queue and hands each to its function. A message is hidden while it is at work, comes back when the work
/// fails or the host dies, and goes to the poison queue when it has been tried too often or cannot be read.
/// </summary>
internal sealed class QueueListener(
    QueueClient queue,
    QueueClient poison,
    QueuesOptions options,
    Func<string, CancellationToken, Task> run,
    TimeProvider time,
    ILogger log)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);

    // How long the work in hand may go on once the host is asked to stop.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private long done;
    private int working;

    public string Name => queue.Name;

    /// <summary>Whether any message is at work.</summary>
    public bool IsWorking => Volatile.Read(ref working) > 0;

    /// <summary>How many messages have been dealt with since the start.</summary>
    public long Done => Interlocked.Read(ref done);

    /// <summary>Roughly how many messages are in the queue, those at work or due later included; null where it cannot be asked.</summary>
    public async Task<int?> CountAsync(CancellationToken cancellation)
    {
        try
        {
            return (await queue.GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount;
        }
        catch (Exception problem) when (StorageTrouble.Is(problem))
        {
            return null;
        }
    }

    /// <summary>Listens until <paramref name="stop"/>; then lets the work in hand end, for a short while.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        await queue.CreateIfNotExistsAsync(cancellationToken: stop);
        using var abort = new CancellationTokenSource();
        var working = new List<Task>();
        try
        {
            await ListenAsync(working, abort.Token, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Task.WhenAny(Task.WhenAll(working), Task.Delay(Grace, time, CancellationToken.None));
            await abort.CancelAsync();
            await Task.WhenAll(working);
        }
    }

    private async Task ListenAsync(List<Task> working, CancellationToken abort, CancellationToken stop)
    {
        var pause = ShortestPause;
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            working.RemoveAll(task => task.IsCompleted);
            if (working.Count > (options.NewBatchThreshold ?? options.BatchSize / 2))
            {
                await Task.WhenAny(working).WaitAsync(stop);
                continue;
            }

            var messages = await ReceiveAsync(stop);
            working.AddRange(messages.Select(message => ProcessAsync(message, abort)));
            if (messages.Length > 0)
            {
                pause = ShortestPause;
                continue;
            }

            await Task.Delay(pause, time, stop);
            pause = pause * 2 < options.MaxPollingInterval ? pause * 2 : options.MaxPollingInterval;
        }
    }

    private async Task<QueueMessage[]> ReceiveAsync(CancellationToken stop)
    {
        try
        {
            return (await queue.ReceiveMessagesAsync(options.BatchSize, QueuesOptions.Lease, stop)).Value;
        }
        catch (Exception problem) when (StorageTrouble.Is(problem))
        {
            log.LogWarning(problem, "The queue {Queue} cannot be read; trying again", queue.Name);
            return [];
        }
    }

    private async Task ProcessAsync(QueueMessage message, CancellationToken abort)
    {
        Interlocked.Increment(ref working);
        try
        {
            await HandleAsync(message, abort);
        }
        catch (Exception problem) when (StorageTrouble.Is(problem))
        {
            log.LogWarning(problem, "Message {Message} could not be put away and comes back", message.MessageId);
        }
        finally
        {
            Interlocked.Decrement(ref working);
        }
    }

    private async Task HandleAsync(QueueMessage message, CancellationToken abort)
    {
        await using var lease = new MessageLease(queue, message, time, log);
        try
        {
            if (message.DequeueCount > options.MaxDequeueCount || TextOf(message) is not { } text)
            {
                await BuryAsync(message, lease);
                return;
            }

            await run(text, abort);
            await lease.CompleteAsync();
            Interlocked.Increment(ref done);
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested)
        {
            await lease.ReleaseAsync(TimeSpan.Zero);
        }
        catch (Exception problem)
        {
            await FailAsync(message, lease, problem);
        }
    }

    private async Task FailAsync(QueueMessage message, MessageLease lease, Exception problem)
    {
        if (message.DequeueCount < options.MaxDequeueCount)
        {
            log.LogWarning(problem, "Try {Try} of {Tries} failed", message.DequeueCount, options.MaxDequeueCount);
            await lease.ReleaseAsync(options.VisibilityTimeout);
            return;
        }

        log.LogError(problem, "The last of {Tries} tries failed", options.MaxDequeueCount);
        await BuryAsync(message, lease);
    }

    private async Task BuryAsync(QueueMessage message, MessageLease lease)
    {
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync(message.Body, timeToLive: TimeSpan.FromSeconds(-1));
        await lease.CompleteAsync();
        Interlocked.Increment(ref done);
        log.LogError("Message {Message} went to {Poison}", message.MessageId, poison.Name);
    }

    /// <summary>The message's text, or null where it is not in the encoding that host.json names.</summary>
    private string? TextOf(QueueMessage message)
    {
        var body = message.Body.ToString();
        if (!options.IsBase64)
            return body;

        var bytes = new byte[body.Length];
        if (Convert.TryFromBase64String(body, bytes, out var length))
            return System.Text.Encoding.UTF8.GetString(bytes, 0, length);

        log.LogError("Message {Message} is not base64, which host.json says it is", message.MessageId);
        return null;
    }
}
