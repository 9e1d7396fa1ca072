using System.Text.Json.Nodes;
using Ingest.Articles;
using Ingest.Queries;
using Ingest.Storage;
using Ingest.Tests.Articles;
using Ingest.Tests.Queries;
using Ingest.Tests.Storage;

namespace Ingest.Tests.Trust;

/// <summary>Publishers' dates may lie in a past before the web or in a future that has not come; nothing is lost or upside down for it.</summary>
public sealed class PublicationDateTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Now = new(2025, 11, 12, 3, 0, 0, TimeSpan.Zero);

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2025-11-12T09:00:00+07:00", null, "2025-11-12T09:00:00+07:00", "2025-11-12T02:00:00Z")]
    [InlineData("2025-11-12T10:00:00Z", null, "2025-11-12T10:00:00Z", "2025-11-12T03:00:00Z")] // Phnom Penh's time, given out for UTC
    [InlineData("2099-01-01T00:00:00Z", null, null, "2025-11-12T03:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z", null, null, "2025-11-12T03:00:00Z")]
    [InlineData("2099-01-01T00:00:00Z", "2025-11-10T00:00:00Z", "2025-11-10T00:00:00Z", "2025-11-10T00:00:00Z")]
    [InlineData("1970-01-01T00:00:00Z", null, null, "2025-11-12T03:00:00Z")]
    [InlineData("0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", null, "2025-11-12T03:00:00Z")]
    [InlineData("1996-05-04T00:00:00Z", null, "1996-05-04T00:00:00Z", "1996-05-04T00:00:00Z")]
    public async Task A_date_that_cannot_be_is_not_believed(string onPage, string? inFeed, string? published, string listedAt)
    {
        await using var paper = await Paper.StartAsync();
        paper["/a"] = Paper.Page("Bridge opens", Paper.Bridge, head: $"<meta property='article:published_time' content='{onPage}'>");
        await using var app = await StartAsync(paper);
        await app.Get<ArticleFetcher>().FetchAsync(new("paper", paper.At("/a"), Published: Time(inFeed)), Test);

        var stored = (await app.Get<ArticleStore>().FindAsync(ArticleStore.IdOf(paper.At("/a")), cancellation: Test))!;
        Assert.Equal((Time(published), Time(listedAt)), (stored.Article.Published, stored.ListedAt));
    }

    [Fact]
    public async Task An_article_from_the_future_does_not_stay_the_newest()
    {
        await using var paper = await Paper.StartAsync();
        paper["/future"] = Paper.Page("Bridge opens", Paper.Bridge, head: "<meta property='article:published_time' content='2026-03-01T00:00:00Z'>");
        paper["/next-day"] = Paper.Page("Rice prices", Paper.Rice);
        await using var app = await StartAsync(paper);
        foreach (var path in (string[])["/future", "/next-day"])
        {
            await app.Get<ArticleFetcher>().FetchAsync(new("paper", paper.At(path)), Test);
            foreach (var message in await app.TakeAsync<ExtractMentionsMessage>(StorageNames.ExtractMentionsQueue)) await app.Get<MentionRecorder>().RecordAsync(message, Test);
            app.Time.Advance(TimeSpan.FromDays(1));
        }

        var newest = await Asked.Of(app.Get<ArticleQueries>().ListAsync, "/api/articles");
        Assert.Equal(["Rice prices", "Bridge opens"], newest.Json.GetProperty("value").EnumerateArray().Select(item => item.GetProperty("article").GetProperty("title").GetString()));
    }

    [Fact]
    public async Task Whatever_time_an_article_is_listed_under_it_is_found_in_its_place()
    {
        DateTimeOffset[] times =
        [
            DateTimeOffset.MaxValue, new(9999, 12, 1, 0, 0, 0, TimeSpan.Zero), new(2100, 2, 28, 23, 59, 59, TimeSpan.Zero), TestRecord.Now,
            DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddTicks(-1), new(1, 1, 31, 0, 0, 0, TimeSpan.Zero), DateTimeOffset.MinValue,
        ];
        await using var record = await TestRecord.CreateAsync(azurite);
        foreach (var (time, i) in times.Select((time, i) => (time, i)).OrderBy(one => one.i % 3)) await record.WriteAsync(new InventedArticle($"a{i}", time).Says("Sok Dara", $"the dam is {i} metres high"));
        var expected = times.Select((_, i) => $"a{i}").ToArray();

        Assert.Equal(expected, await ArticlesAsync(record, "/api/statements?top=3"));
        Assert.Equal(expected.Reverse(), await ArticlesAsync(record, "/api/statements?top=3&order=oldest"));
        Assert.Equal(["a6", "a7"], await ArticlesAsync(record, "/api/statements?to=0001-12-31"));
        Assert.Equal(["a0", "a1"], await ArticlesAsync(record, "/api/statements?from=9999-12-01"));
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public async Task Words_of_time_are_read_on_the_first_day_and_on_the_last(string day)
    {
        await using var host = await RunningIngest.StartAsync(await azurite.NewAccountAsync());
        using var answer = await host.Client.PostAsync("/api/extract", new StringContent(new JsonObject
        {
            ["text"] = "He said last week that the dam, begun three years ago, would open next year, on Monday, tomorrow, in 20 years, by the end of the decade, in the past century, every Friday, this weekend and in March.",
            ["published"] = day,
        }.ToJsonString()), Test);

        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Test));
    }

    private static async Task<List<string>> ArticlesAsync(TestRecord record, string address)
    {
        var found = new List<string>();
        for (string? cursor = null; ;)
        {
            var page = await Asked.Of(record.Get<StatementQueries>().ListAsync, address + (cursor is null ? "" : "&cursor=" + cursor));
            found.AddRange(page.Json.GetProperty("value").EnumerateArray().Select(item => item.GetProperty("article").GetProperty("id").GetString()!));
            if ((cursor = page.NextCursor) is null) return found;
        }
    }

    private static DateTimeOffset? Time(string? text) => text is null ? null : DateTimeOffset.Parse(text);

    private async Task<TestApplication> StartAsync(Paper paper) => await TestApplication.StartAsync(
        await azurite.NewAccountAsync(), Now, ("Sources:paper", paper.At("/").ToString()), ("Network:AllowedHosts:0", paper.At("/").Authority));
}
