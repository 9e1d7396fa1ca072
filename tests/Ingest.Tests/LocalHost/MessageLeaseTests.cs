using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Queues;
using Ingest.LocalHost.Queues;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ingest.Tests.LocalHost;

public sealed class MessageLeaseTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_message_whose_work_is_long_stays_hidden_and_can_still_be_deleted()
    {
        var (updates, time) = (new Diary(), new WatchedTime(DateTimeOffset.UnixEpoch));
        var queue = await QueueAsync(updates);
        await using var lease = new MessageLease(queue, await ReceiveAsync(queue), time, NullLogger.Instance);

        foreach (var _ in Enumerable.Range(1, 2))
        {
            time.Advance(QueuesOptions.Lease / 3);
            Assert.Equal($"PUT visibilitytimeout={QueuesOptions.Lease.TotalSeconds}", await updates.NextAsync());
        }

        await lease.CompleteAsync();
        Assert.Equal(0, (await queue.GetPropertiesAsync(TestContext.Current.CancellationToken)).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task A_message_whose_work_failed_shows_again()
    {
        var queue = await QueueAsync(new Diary());
        await using (var lease = new MessageLease(queue, await ReceiveAsync(queue), TimeProvider.System, NullLogger.Instance))
            await lease.ReleaseAsync(TimeSpan.Zero);

        Assert.Equal(2, (await ReceiveAsync(queue)).DequeueCount);
    }

    [Fact]
    public async Task A_message_that_somebody_else_took_and_finished_is_no_trouble()
    {
        var queue = await QueueAsync(new Diary());
        var message = await ReceiveAsync(queue);
        await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, TestContext.Current.CancellationToken);

        await using var lease = new MessageLease(queue, message, TimeProvider.System, NullLogger.Instance);
        await lease.CompleteAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_that_somebody_else_took_meanwhile_is_left_to_them(bool done)
    {
        var queue = await QueueAsync(new Diary());
        var late = (await queue.ReceiveMessageAsync(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken)).Value;
        Azure.Storage.Queues.Models.QueueMessage? theirs;
        do
            theirs = await ReceiveAsync(queue);
        while (theirs is null);

        await using (var lease = new MessageLease(queue, late, TimeProvider.System, NullLogger.Instance))
            await (done ? lease.CompleteAsync() : lease.ReleaseAsync(TimeSpan.Zero));

        // Neither deleted nor shown to a third: it is theirs to end.
        Assert.Null(await ReceiveAsync(queue));
        await queue.DeleteMessageAsync(theirs.MessageId, theirs.PopReceipt, TestContext.Current.CancellationToken);
    }

    private async Task<QueueClient> QueueAsync(Diary updates)
    {
        var options = new QueueClientOptions();
        options.AddPolicy(new Recorder(updates), HttpPipelinePosition.PerCall);
        var queue = new QueueServiceClient(await azurite.NewAccountAsync(), options).GetQueueClient("work");
        await queue.CreateAsync();
        await queue.SendMessageAsync("something");
        return queue;
    }

    private static async Task<Azure.Storage.Queues.Models.QueueMessage> ReceiveAsync(QueueClient queue) =>
        (await queue.ReceiveMessageAsync(QueuesOptions.Lease)).Value;

    /// <summary>Writes down the answered updates of messages.</summary>
    private sealed class Recorder(Diary diary) : HttpPipelinePolicy
    {
        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            await ProcessNextAsync(message, pipeline);
            if (message.Request.Method == RequestMethod.Put && message.Request.Uri.Path.Contains("/messages/", StringComparison.Ordinal))
                diary.Write($"PUT {message.Request.Uri.Query.Split('?', '&').Single(part => part.StartsWith("visibilitytimeout", StringComparison.Ordinal))}");
        }
    }
}
