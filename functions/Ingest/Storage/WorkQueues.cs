using Azure;
using Ingest.Telemetry;

namespace Ingest.Storage;

/// <summary>How much work waits in a queue.</summary>
/// <param name="Name">The queue.</param>
/// <param name="Waiting">Messages that wait or are being worked on, about.</param>
/// <param name="Poisoned">Messages that failed too often, about; they wait for <c>POST /api/queues/{name}/retry</c>.</param>
public sealed record QueueState(string Name, int Waiting, int Poisoned);

/// <summary>What an operator sees of the queues, and what brings failed messages back to work.</summary>
internal sealed class WorkQueues(StorageClients clients)
{
    private const int MessagesAtOnce = 32;

    // Long enough to send a batch on; whoever dies meanwhile leaves its messages to the next call.
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(1);

    /// <summary>Every queue. Two transactions for each.</summary>
    public async Task<IReadOnlyList<QueueState>> StatesAsync(CancellationToken cancellation) =>
        await Task.WhenAll(StorageNames.Queues.Select(async name =>
            new QueueState(name, await CountAsync(name, cancellation), await CountAsync(name + StorageNames.PoisonSuffix, cancellation))));

    /// <summary>Whether messages of a queue wait or are being worked on. One transaction.</summary>
    public async Task<bool> AreWaitingAsync(string name, CancellationToken cancellation) => await CountAsync(name, cancellation) > 0;

    /// <summary>Whether a queue has more to be taken now than can be seen at once: 32 messages, those for later left out. One transaction.</summary>
    public async Task<bool> IsBusyAsync(string name, CancellationToken cancellation) =>
        (await clients.Queue(name).PeekMessagesAsync(MessagesAtOnce, cancellation)).Value.Length == MessagesAtOnce;

    /// <summary>Tells the operator's meter how much waits.</summary>
    public async Task MeasureAsync(CancellationToken cancellation)
    {
        foreach (var state in await StatesAsync(cancellation))
        {
            Instruments.QueueDepth.Record(state.Waiting, new KeyValuePair<string, object?>("queue", state.Name));
            Instruments.QueueDepth.Record(state.Poisoned, new KeyValuePair<string, object?>("queue", state.Name + StorageNames.PoisonSuffix));
        }
    }

    /// <summary>Returns every poisoned message of a queue to work.</summary>
    /// <returns>How many; null where there is no such queue.</returns>
    public async Task<int?> RetryAsync(string name, CancellationToken cancellation)
    {
        if (!StorageNames.Queues.Contains(name)) return null;
        var (queue, poison) = (clients.Queue(name), clients.Queue(name + StorageNames.PoisonSuffix));
        var returned = 0;
        // What fails again meanwhile comes back behind those that were there, so that this ends.
        for (var left = await CountAsync(poison.Name, cancellation); left > 0; left -= MessagesAtOnce)
        {
            foreach (var message in (await poison.ReceiveMessagesAsync(MessagesAtOnce, Hidden, cancellation)).Value)
            {
                await queue.SendMessageAsync(message.Body, cancellationToken: cancellation);
                await poison.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellation);
                returned++;
            }
        }

        return returned;
    }

    private async Task<int> CountAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return (await clients.Queue(name).GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            // The host makes a poison queue with its first message.
            return 0;
        }
    }
}
