using Ingest.Articles;
using Ingest.Network;
using Ingest.Queries;
using Ingest.Sources;
using Ingest.Storage;
using Ingest.Tests.Articles;
using Ingest.Tests.Queries;
using Ingest.Tests.Storage;

namespace Ingest.Tests.Trust;

/// <summary>The clock is put back: by an hour, as clocks are mended, or by years, after one that was altogether wrong.</summary>
public sealed class ClockTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Now = new(2025, 11, 12, 3, 0, 0, TimeSpan.Zero);

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public static TheoryData<TimeSpan> Steps => [TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), TimeSpan.FromDays(30_000)];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Nothing_is_lost_and_followers_go_on_from_where_they_were(TimeSpan back)
    {
        await using var paper = await Paper.StartAsync();
        paper["/before"] = Paper.Page("Bridge opens", Paper.Bridge);
        paper["/after"] = Paper.Page("Rice prices", Paper.Rice);
        await using var app = await StartAsync(paper, Now + back);
        await ReadAsync(app, paper.At("/before"));
        var first = await Asked.Of(app.Get<ChangeQueries>().ListAsync, "/api/changes");
        var delta = new Uri(first.Json.GetProperty("deltaLink").GetString()!).PathAndQuery;

        app.Time.AdjustTime(Now);
        await ReadAsync(app, paper.At("/after"));
        // What was put off until the other clock's time is asked for again by its message then.
        if (await app.Get<ArticleStore>().FindHeadAsync(ArticleStore.IdOf(paper.At("/after")), Test) is null)
        {
            app.Time.Advance(back);
            await ReadAsync(app, paper.At("/after"));
        }

        paper["/before"] = Paper.Page("Bridge opens", [.. Paper.Bridge, "The governor, Chea Ratanak, said on Tuesday that the toll would be 2,000 riel."]);
        await ReadAsync(app, paper.At("/before"));

        var then = await Asked.Of(app.Get<ChangeQueries>().ListAsync, delta);
        Assert.Equal([2, 3], then.Json.GetProperty("value").EnumerateArray().Select(change => change.GetProperty("number").GetInt32()).Distinct());
        var titles = (await Asked.Of(app.Get<ArticleQueries>().ListAsync, "/api/articles")).Json.GetProperty("value").EnumerateArray().Select(item => item.GetProperty("article").GetProperty("title").GetString());
        Assert.Equal(["Bridge opens", "Rice prices"], titles.Order(StringComparer.Ordinal));
        Assert.Equal([1, 2], (await app.Get<ArticleStore>().RevisionsAsync(ArticleStore.IdOf(paper.At("/before")), Test)).Select(revision => revision.Number));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_host_whose_turn_was_taken_by_another_clock_is_put_off_and_never_for_years(TimeSpan back)
    {
        var storage = await azurite.NewAccountAsync();
        await using var paper = await Paper.StartAsync();
        await using var app = await StartAsync(storage, paper, Now + back);
        _ = await app.Get<HostTurns>().TakeTurnAsync(paper.At("/"), Test); // Its holder dies.

        await using var later = await StartAsync(storage, paper, Now);
        await using var turn = await later.Get<HostTurns>().TakeTurnAsync(paper.At("/"), Test);
        var wait = (turn.Denied as Postponed)?.Until - Now ?? TimeSpan.Zero;
        Assert.True(wait < TimeSpan.FromDays(2), $"put off by {wait}");
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-5, true)]
    [InlineData(5, false)]
    [InlineData(23 * 60, false)]
    [InlineData(48 * 60, true)] // no poll is ever put off for so long
    public void A_source_is_due_when_its_time_has_come_or_was_set_by_another_clock(int minutes, bool isDue) =>
        Assert.Equal(isDue, PollSchedule.IsDue(Now.AddMinutes(minutes), Now, new PollingOptions()));

    [Fact]
    public async Task A_cluster_that_another_clock_left_half_recorded_is_recorded()
    {
        var storage = await azurite.NewAccountAsync();
        await using var paper = await Paper.StartAsync();
        var dam = new InventedArticle("a1", Now).Says("Sok Dara", "the dam is safe");
        await using (var app = await StartAsync(storage, paper, Now.AddYears(50)))
        {
            using var death = new CancellationTokenSource();
            using var steps = new StorageSteps(killBefore: 4, death);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => app.Get<RecordWriter>().WriteAsync(dam.Stored, dam.Mentions, death.Token));
        }

        await using var later = await StartAsync(storage, paper, Now);
        var edited = new InventedArticle("a1", Now, revision: 2).Says("Sok Dara", "the dam is not safe");
        Assert.True(await later.Get<RecordWriter>().WriteAsync(edited.Stored, edited.Mentions, Test).WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, Test));
    }

    private static async Task ReadAsync(TestApplication app, Uri address)
    {
        await app.Get<ArticleFetcher>().FetchAsync(new("paper", address), Test);
        foreach (var message in await app.TakeAsync<ExtractMentionsMessage>(StorageNames.ExtractMentionsQueue)) await app.Get<MentionRecorder>().RecordAsync(message, Test);
    }

    private async Task<TestApplication> StartAsync(Paper paper, DateTimeOffset now) => await StartAsync(await azurite.NewAccountAsync(), paper, now);

    private static Task<TestApplication> StartAsync(string storage, Paper paper, DateTimeOffset now) =>
        TestApplication.StartAsync(storage, now, ("Sources:paper", paper.At("/").ToString()), ("Network:AllowedHosts:0", paper.At("/").Authority));
}
