using Azure.Data.Tables;
using Ingest.Articles;
using Ingest.Sources;
using Ingest.Storage;
using Ingest.Storage.Rows;
using Ingest.Tests.Articles;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Tests.Storage;

public sealed class MentionRecorderTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_others_record_the_same_cluster_an_article_waits_and_has_not_failed()
    {
        await using var record = await TestRecord.CreateAsync(azurite);
        await using var waiting = record.AnotherHost(services => services.AddSingleton<TimeProvider>(new HastyTime()));
        var address = new Uri("https://paper.example/a");
        var id = ArticleStore.IdOf(address);
        var article = new Article(address, PageKind.Article, "Bridge opens", [], TestRecord.Now, null, null, [], "en", null, [.. Paper.Bridge], [], null, null);
        await record.Get<ArticleStore>().KeepAsync(id, BuiltInSources.All["post"], article, [], TestRecord.Now, Cancellation);
        // Another host has begun this very moment.
        await record.Get<StorageClients>().Table(StorageNames.MentionsTable).AddEntityAsync(
            new TableEntity(MentionRows.Partition(id), MentionRows.State)
            {
                [MentionRows.Generation] = 1L,
                [MentionRows.IsCommitted] = false,
                [MentionRows.Since] = TestRecord.Now,
            },
            Cancellation);

        await waiting.Get<MentionRecorder>().RecordAsync(new ExtractMentionsMessage(id, 1), Cancellation);
        var sent = await record.Get<StorageClients>().Queue(StorageNames.ExtractMentionsQueue).GetPropertiesAsync(Cancellation);
        Assert.Equal(1, sent.Value.ApproximateMessagesCount);
    }

    /// <summary>Nobody waits, and no time passes.</summary>
    private sealed class HastyTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => TestRecord.Now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
