using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;

namespace Ingest.LocalHost.Queues;

/// <summary>Keeps a message hidden for as long as it is at work, and ends that in one of two ways: deleted, or visible again.</summary>
internal sealed class MessageLease : IAsyncDisposable
{
    private readonly QueueClient queue;
    private readonly QueueMessage message;
    private readonly TimeProvider time;
    private readonly ILogger log;
    private readonly CancellationTokenSource ended = new();
    private readonly Task renewal;
    private string receipt;

    public MessageLease(QueueClient queue, QueueMessage message, TimeProvider time, ILogger log)
    {
        (this.queue, this.message, this.time, this.log) = (queue, message, time, log);
        receipt = message.PopReceipt;
        renewal = RenewAsync();
    }

    /// <summary>The work is done: the message goes.</summary>
    public Task CompleteAsync() => EndAsync(() => queue.DeleteMessageAsync(message.MessageId, receipt));

    /// <summary>The work is not done: the message shows again after <paramref name="delay"/>.</summary>
    public Task ReleaseAsync(TimeSpan delay) =>
        EndAsync(() => queue.UpdateMessageAsync(message.MessageId, receipt, (BinaryData?)null, delay));

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await renewal;
        ended.Dispose();
    }

    private async Task EndAsync(Func<Task> end)
    {
        await ended.CancelAsync();
        await renewal;
        try
        {
            await end();
        }
        catch (Exception problem) when (StorageTrouble.Is(problem))
        {
            // It comes back by itself, and a second run of the same message is harmless by design.
            log.LogWarning(problem, "Message {Message} was no longer ours when its work ended", message.MessageId);
        }
    }

    private async Task RenewAsync()
    {
        using var timer = new PeriodicTimer(QueuesOptions.Lease / 3, time);
        try
        {
            while (await timer.WaitForNextTickAsync(ended.Token))
            {
                // Never cancelled on its way: only its answer says what the message is now to be deleted with.
                var renewed = await queue.UpdateMessageAsync(message.MessageId, receipt, (BinaryData?)null, QueuesOptions.Lease, CancellationToken.None);
                receipt = renewed.Value.PopReceipt;
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
        }
        catch (Exception problem) when (StorageTrouble.Is(problem))
        {
            log.LogWarning(problem, "Message {Message} could not be kept hidden and may run twice", message.MessageId);
        }
    }
}
