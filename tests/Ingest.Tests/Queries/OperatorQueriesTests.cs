using Ingest.Queries;
using Ingest.Storage;
using Ingest.Tests.Storage;

namespace Ingest.Tests.Queries;

public sealed class OperatorQueriesTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Failed_messages_show_in_health_and_return_to_work()
    {
        await using var record = await TestRecord.CreateAsync(azurite);
        Assert.Equal("ready", (await HealthAsync(record)).Json.GetProperty("status").GetString());

        var poison = record.Get<StorageClients>().Queue(StorageNames.ExtractMentionsQueue + StorageNames.PoisonSuffix);
        await poison.CreateAsync(cancellationToken: TestRecord.Cancellation);
        for (var i = 0; i < 40; i++) await poison.SendMessageAsync($"message {i}", TestRecord.Cancellation);
        var degraded = (await HealthAsync(record)).Json;
        Assert.Equal("degraded", degraded.GetProperty("status").GetString());
        Assert.Contains("40 messages of extract-mentions", degraded.GetProperty("detail").GetString(), StringComparison.Ordinal);

        await Asked.Of((_, cancellation) => record.Get<OperatorQueries>().RetryAsync(StorageNames.ExtractMentionsQueue, cancellation), "/");
        var ready = (await HealthAsync(record)).Json;
        Assert.Equal("ready", ready.GetProperty("status").GetString());
        Assert.Equal(40, ready.GetProperty("queues").EnumerateArray().Single(q => q.GetProperty("name").GetString() == StorageNames.ExtractMentionsQueue).GetProperty("waiting").GetInt32());
    }

    [Fact]
    public async Task An_unknown_queue_is_not_found()
    {
        await using var record = await TestRecord.CreateAsync(azurite);
        Assert.Equal(404, (await Asked.Of((_, cancellation) => record.Get<OperatorQueries>().RetryAsync("nothing", cancellation), "/")).Status);
    }

    private static Task<Asked> HealthAsync(TestRecord record) => Asked.Of(record.Get<OperatorQueries>().HealthAsync, "/api/health");
}
