using System.Net;
using Ingest.Articles;
using Ingest.Network;
using Ingest.Sources;
using Ingest.Storage;

namespace Ingest.Tests.Articles;

public sealed class ArticleFetcherTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Now = new(2025, 11, 12, 3, 0, 0, TimeSpan.Zero);
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_keeps_an_article_away_is_told_until_it_comes()
    {
        await using var paper = await Paper.StartAsync();
        await using var app = await StartAsync(paper);
        paper.Statuses["/busy"] = HttpStatusCode.ServiceUnavailable;
        paper["/wall"] = Paper.Page("Bridge opens", [Paper.Bridge[0], "Subscribe to continue reading"]);
        paper["/busy"] = Paper.Page("Bridge opens", Paper.Bridge);

        await FetchAsync(app, new FetchArticleMessage("paper", paper.At("/gone")) { Attempt = 2 });
        foreach (var path in (string[])["/late", "/wall", "/busy"]) await FetchAsync(app, new("paper", paper.At(path)));
        Assert.Equal(
            [
                new ArticleTrouble(paper.At("/busy"), Now, "127.0.0.1 answered 503", Now.AddMinutes(10)),
                new(paper.At("/wall"), Now, "its page is no whole article (Paywall)", null),
                new(paper.At("/late"), Now, "127.0.0.1 answered 404", Now.AddMinutes(10)),
                new(paper.At("/gone"), Now, "127.0.0.1 answered 404", null),
            ],
            await TroublesAsync(app));

        paper.Statuses.Clear();
        paper["/late"] = Paper.Page("Rice prices", Paper.Rice);
        app.Time.Advance(TimeSpan.FromHours(1));
        await FetchAsync(app, new FetchArticleMessage("paper", paper.At("/busy")) { Attempt = 1 });
        await FetchAsync(app, new FetchArticleMessage("paper", paper.At("/late")) { Attempt = 1 });
        await app.Get<SourceRegister>().QueueAsync(paper.At("/gone"), "paper", Test);
        Assert.Equal([paper.At("/wall")], (await TroublesAsync(app)).Select(trouble => trouble.Url));
    }

    [Fact]
    public async Task An_article_is_told_that_its_host_keeps_away_for_long_until_it_comes()
    {
        await using var paper = await Paper.StartAsync();
        await using var app = await StartAsync(paper);
        paper["/bridge"] = Paper.Page("Bridge opens", Paper.Bridge);
        var message = new FetchArticleMessage("paper", paper.At("/bridge"));
        var host = paper.At("/").Host;

        await FetchAsync(app, message);
        await AnswerTooManyAsync(app, paper, Now.AddMinutes(5));
        await FetchAsync(app, message with { Visit = 1 });
        Assert.Empty(await TroublesAsync(app));

        // The host goes on asking: the same article is put off for more than ten minutes in all.
        app.Time.Advance(TimeSpan.FromMinutes(6));
        await AnswerTooManyAsync(app, paper, Now.AddHours(2));
        await FetchAsync(app, message with { Visit = 1, PutOffSince = Now });
        Assert.Equal([new ArticleTrouble(message.Url, Now.AddMinutes(6), $"{host} asked to be left alone until 2025-11-12 05:00:00 UTC", Now.AddHours(2))], await TroublesAsync(app));

        app.Time.Advance(TimeSpan.FromHours(2));
        await FetchAsync(app, message with { Visit = 1, PutOffSince = Now, IsTold = true });
        Assert.Empty(await TroublesAsync(app));
    }

    [Fact]
    public async Task A_pause_of_our_own_is_told_to_nobody()
    {
        await using var paper = await Paper.StartAsync();
        await using var app = await StartAsync(paper, ("Network:Pause", "00:10:00"));
        paper["/bridge"] = Paper.Page("Bridge opens", Paper.Bridge);

        // The request for robots.txt takes the turn.
        for (var i = 0; i < 3; i++) await FetchAsync(app, new FetchArticleMessage("paper", paper.At("/bridge")));

        Assert.Empty(await TroublesAsync(app));
        Assert.Equal(3, await WaitingAsync(app, StorageNames.FetchArticleQueue));
    }

    [Fact]
    public async Task Troubles_that_end_by_themselves_make_room_for_those_that_do_not()
    {
        await using var paper = await Paper.StartAsync();
        await using var app = await StartAsync(paper);
        var store = app.Get<SourceStore>();
        for (var i = 0; i < 30; i++)
            await store.NoteAsync("paper", new ArticleTrouble(paper.At($"/{i}"), Now.AddMinutes(i), "told", i % 2 == 0 ? Now.AddHours(1) : null), Test);

        int[] kept = [29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 17, 15, 13, 11, 9, 7, 5, 3, 1];
        Assert.Equal(kept.Select(i => paper.At($"/{i}")), (await TroublesAsync(app)).Select(trouble => trouble.Url));
    }

    [Fact]
    public async Task One_article_is_one_record_under_all_its_addresses_and_ids()
    {
        await using var paper = await Paper.StartAsync();
        await using var app = await StartAsync(paper);
        paper["/bridge-opens/"] = Paper.Page("Bridge opens", Paper.Bridge, canonical: "/bridge-opens/");

        await FetchAsync(app, new("paper", paper.At("/?p=12"), "http://paper.example/?p=12"));
        await FetchAsync(app, new("paper", paper.At("/bridge-opens"), "another id"));
        await FetchAsync(app, new("paper", paper.At("/bridge-opens/?utm_source=rss#top")));
        await FetchAsync(app, new("paper", paper.At("/bridge-opens/amp/")));

        var extract = Assert.Single(await ToExtractAsync(app));
        Assert.Equal(new ExtractMentionsMessage(ArticleStore.IdOf(paper.At("/bridge-opens/")), 1), extract);
        Assert.Equal([(extract.ArticleId, 1)], await app.Get<ArticleStore>().AllAsync(cancellation: Test).ToListAsync(Test));
    }

    [Fact]
    public async Task An_article_that_changes_its_address_is_known_by_its_id_in_the_feed()
    {
        await using var paper = await Paper.StartAsync();
        await using var app = await StartAsync(paper);
        paper["/bridge-opens"] = Paper.Page("Bridge opens", Paper.Bridge);
        paper["/bridge-opens-late"] = Paper.Page("Bridge opens late", Paper.Bridge);

        await FetchAsync(app, new("paper", paper.At("/bridge-opens"), "12"));
        await FetchAsync(app, new("paper", paper.At("/bridge-opens-late"), "12"));

        var (id, revision) = Assert.Single(await app.Get<ArticleStore>().AllAsync(cancellation: Test).ToListAsync(Test));
        Assert.Equal((ArticleStore.IdOf(paper.At("/bridge-opens")), 2), (id, revision));
    }

    [Fact]
    public async Task An_edited_article_gets_a_revision_and_the_one_before_stays()
    {
        await using var paper = await Paper.StartAsync();
        await using var app = await StartAsync(paper);
        var id = ArticleStore.IdOf(paper.At("/a"));
        paper["/a"] = Paper.Page("Bridge opens", Paper.Bridge, head: "<meta property='article:published_time' content='2025-11-11T09:00:00+07:00'>");
        await FetchAsync(app, new("paper", paper.At("/a")));
        app.Time.Advance(TimeSpan.FromHours(1));
        paper["/a"] = Paper.Page("Bridge opens", [.. Paper.Bridge.Take(3), "Correction: an earlier version of this article gave the wrong year for the old bridge."]);
        await FetchAsync(app, new("paper", paper.At("/a")));
        await FetchAsync(app, new("paper", paper.At("/a")));

        var articles = app.Get<ArticleStore>();
        Assert.Equal([new ArticleRevision(1, Now), new ArticleRevision(2, Now.AddHours(1))], await articles.RevisionsAsync(id, Test));
        var (first, second) = ((await articles.FindAsync(id, 1, Test))!, (await articles.FindAsync(id, cancellation: Test))!);
        Assert.Equal(Paper.Bridge, first.Article.Paragraphs);
        Assert.Contains("Correction", second.Article.Text);
        // The page that no longer says when it was published is as old as it was.
        Assert.Equal(new DateTimeOffset(2025, 11, 11, 9, 0, 0, TimeSpan.FromHours(7)), second.Article.Published);
        Assert.Equal(("Asia/Phnom_Penh", new DateOnly(2025, 11, 11), Now, 2), (second.TimeZone, second.PublishedDay, second.FirstSeen, second.Revision));
        Assert.Equal([1, 2], (await ToExtractAsync(app)).Select(message => message.Revision));
        Assert.Contains("Correction", System.Text.Encoding.UTF8.GetString(Assert.Single(await articles.PagesAsync(id, 2, Test)).Content));
    }

    [Fact]
    public async Task A_page_that_is_read_better_than_before_is_no_edit()
    {
        await using var paper = await Paper.StartAsync();
        await using var app = await StartAsync(paper);
        var (id, articles) = (ArticleStore.IdOf(paper.At("/a")), app.Get<ArticleStore>());
        paper["/a"] = Paper.Page("Bridge opens", Paper.Bridge);
        await FetchAsync(app, new("paper", paper.At("/a")));
        var read = (await articles.FindAsync(id, cancellation: Test))!.Article;
        await articles.ReplaceAsync(id, 1, read with { Paragraphs = [.. Paper.Bridge, "Subscribe today."] }, Test);

        await FetchAsync(app, new("paper", paper.At("/a")));
        Assert.Equal(Paper.Bridge, (await articles.FindAsync(id, cancellation: Test))!.Article.Paragraphs);
        Assert.Single(await articles.RevisionsAsync(id, Test));
        Assert.Equal([1, 1], (await ToExtractAsync(app)).Select(message => message.Revision));
    }

    [Theory]
    [InlineData("<html><head><title>Just a moment...</title></head><body><div id='challenge-form'>Checking your browser before accessing paper.example.</div></body></html>", PageKind.BotCheck)]
    [InlineData("<html><head><title>Nothing here</title></head><body><p>Under construction.</p></body></html>", PageKind.Unreadable)]
    public async Task A_page_in_an_articles_place_is_kept_and_marked_and_is_no_article(string page, PageKind kind)
    {
        await using var paper = await Paper.StartAsync();
        await using var app = await StartAsync(paper);
        var id = ArticleStore.IdOf(paper.At("/a"));
        paper["/a"] = page;
        await FetchAsync(app, new("paper", paper.At("/a")));

        Assert.Null(await app.Get<ArticleStore>().FindAsync(id, cancellation: Test));
        Assert.Equal(kind.ToString(), (await app.Get<ArticleStore>().FindHeadAsync(id, Test))?.PageKind);
        Assert.Empty(await ToExtractAsync(app));

        // Later the article comes after all, and once stored it stays whatever comes then.
        paper["/a"] = Paper.Page("Bridge opens", Paper.Bridge);
        await FetchAsync(app, new("paper", paper.At("/a")));
        paper["/a"] = page;
        await FetchAsync(app, new("paper", paper.At("/a")));
        Assert.Equal(Paper.Bridge, (await app.Get<ArticleStore>().FindAsync(id, cancellation: Test))?.Article.Paragraphs);
    }

    [Fact]
    public async Task An_article_in_another_language_is_kept_and_not_extracted()
    {
        await using var paper = await Paper.StartAsync();
        await using var app = await StartAsync(paper);
        paper["/a"] = Paper.Page("Die Brücke", Paper.German, language: "de");

        await FetchAsync(app, new("paper", paper.At("/a")));

        Assert.Equal("de", (await app.Get<ArticleStore>().FindAsync(ArticleStore.IdOf(paper.At("/a")), cancellation: Test))?.Article.Language);
        Assert.Empty(await ToExtractAsync(app));
    }

    [Theory]
    [InlineData("/original", "/copy")]
    [InlineData("/copy", "/original")]
    public async Task A_copy_and_its_original_are_one_cluster_in_whichever_order_they_come(string first, string second)
    {
        await using var paper = await Paper.StartAsync();
        await using var app = await StartAsync(paper);
        paper["/original"] = Paper.Page("Bridge opens", Paper.Bridge);
        paper["/copy"] = Paper.Page("Long-awaited bridge opens at last", [Paper.Bridge[0].Replace("On Monday", "This Monday"), .. Paper.Bridge[1..], "- The Phnom Penh Post/ANN"]);
        paper["/other"] = Paper.Page("Rice prices", Paper.Rice);
        var (original, copy) = (ArticleStore.IdOf(paper.At("/original")), ArticleStore.IdOf(paper.At("/copy")));

        await FetchAsync(app, new("paper", paper.At("/other")));
        await FetchAsync(app, new("paper", paper.At(first)));
        await FetchAsync(app, new("paper", paper.At(second)));

        var articles = app.Get<ArticleStore>();
        var (a, b) = ((await articles.FindAsync(original, cancellation: Test))!, (await articles.FindAsync(copy, cancellation: Test))!);
        Assert.Equal((original, original), (a.ClusterId, b.ClusterId));
        Assert.Equal("The Phnom Penh Post/ANN", b.Article.Credit);
        // A copy that came first was recorded alone, and is recorded anew; what it may have left is named.
        Assert.Equal([copy], b.FormerClusters);
        Assert.Equal(first == "/copy" ? 2 : 1, (await ToExtractAsync(app)).Count(message => message.ArticleId == copy));
        Assert.Equal(new[] { original, copy }.Order(StringComparer.Ordinal), (await app.Get<ClusterStore>().MembersAsync(original, Test)).Order(StringComparer.Ordinal));
        Assert.Equal(ArticleStore.IdOf(paper.At("/other")), (await articles.FindAsync(ArticleStore.IdOf(paper.At("/other")), cancellation: Test))?.ClusterId);
    }

    [Fact]
    public async Task An_article_of_several_pages_is_joined()
    {
        await using var paper = await Paper.StartAsync();
        await using var app = await StartAsync(paper);
        paper["/a"] = Paper.Page("Bridge opens", Paper.Bridge, head: "<link rel=next href='/a?page=2'>");
        paper["/a?page=2"] = Paper.Page("Bridge opens", Paper.Rice);

        await FetchAsync(app, new("paper", paper.At("/a")));

        var id = ArticleStore.IdOf(paper.At("/a"));
        Assert.Equal([.. Paper.Bridge, .. Paper.Rice], (await app.Get<ArticleStore>().FindAsync(id, cancellation: Test))!.Article.Paragraphs);
        Assert.Equal(2, (await app.Get<ArticleStore>().PagesAsync(id, 1, Test)).Count);
    }

    [Fact]
    public async Task Its_next_page_is_waited_for_where_the_site_is_asked_slowly()
    {
        await using var paper = await Paper.StartAsync();
        await using var app = await StartAsync(paper, ("Network:Pause", "00:01:00"), ("Network:Deadline", "00:05:00"));
        paper["/a"] = Paper.Page("Bridge opens", Paper.Bridge, head: "<link rel=next href='/a?page=2'>");
        paper["/a?page=2"] = Paper.Page("Bridge opens", Paper.Rice);
        await FetchAsync(app, new("paper", paper.At("/a"))); // asks for robots.txt, and is put off
        app.Time.Advance(TimeSpan.FromMinutes(1));

        var fetching = FetchAsync(app, new("paper", paper.At("/a")));
        for (var minutes = 0; minutes < 4 && await Task.WhenAny(fetching, Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, Test)) != fetching; minutes++) app.Time.Advance(TimeSpan.FromMinutes(1));
        await fetching;

        Assert.Equal([.. Paper.Bridge, .. Paper.Rice], (await app.Get<ArticleStore>().FindAsync(ArticleStore.IdOf(paper.At("/a")), cancellation: Test))!.Article.Paragraphs);
    }

    [Fact]
    public async Task Half_an_article_is_not_taken_for_the_whole()
    {
        await using var paper = await Paper.StartAsync();
        await using var app = await StartAsync(paper);
        paper["/a"] = Paper.Page("Bridge opens", Paper.Bridge, head: "<link rel=next href='/a?page=2'>");
        paper.Statuses["/a?page=2"] = HttpStatusCode.BadGateway;

        await FetchAsync(app, new("paper", paper.At("/a")));

        Assert.Empty(await app.Get<ArticleStore>().AllAsync(cancellation: Test).ToListAsync(Test));
        Assert.Equal(1, await WaitingAsync(app, StorageNames.FetchArticleQueue));
    }

    [Fact]
    public async Task A_site_that_gives_all_articles_its_home_page_as_address_has_more_than_one()
    {
        await using var paper = await Paper.StartAsync();
        await using var app = await StartAsync(paper);
        paper["/a"] = Paper.Page("Bridge opens", Paper.Bridge, canonical: "/");
        paper["/b"] = Paper.Page("Rice prices", Paper.Rice, canonical: "/");

        await FetchAsync(app, new("paper", paper.At("/a")));
        await FetchAsync(app, new("paper", paper.At("/b")));

        Assert.Equal(2, (await app.Get<ArticleStore>().AllAsync(cancellation: Test).ToListAsync(Test)).Count);
    }

    [Fact]
    public async Task What_the_feed_says_fills_in_what_the_page_does_not()
    {
        await using var paper = await Paper.StartAsync();
        await using var app = await StartAsync(paper);
        paper["/a"] = Paper.Page("", Paper.Bridge);
        var published = new DateTimeOffset(2025, 11, 10, 8, 0, 0, TimeSpan.Zero);

        await FetchAsync(app, new("paper", paper.At("/a"), Published: published, Title: "Bridge opens"));

        var article = (await app.Get<ArticleStore>().FindAsync(ArticleStore.IdOf(paper.At("/a")), cancellation: Test))!.Article;
        Assert.Equal(("Bridge opens", published), (article.Title, article.Published));
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, 0, 1)] // passing: tried again later
    [InlineData(HttpStatusCode.ServiceUnavailable, 2, 1)]
    [InlineData(HttpStatusCode.NotFound, 0, 1)] // the feed was faster than the page
    [InlineData(HttpStatusCode.NotFound, 2, 0)]
    [InlineData(HttpStatusCode.Forbidden, 0, 1)]
    [InlineData(HttpStatusCode.Forbidden, 2, 0)]
    [InlineData(HttpStatusCode.Gone, 0, 0)]
    public async Task What_cannot_be_had_for_now_is_tried_later(HttpStatusCode status, int attempt, int waiting)
    {
        await using var paper = await Paper.StartAsync();
        await using var app = await StartAsync(paper);
        paper.Statuses["/a"] = status;

        await FetchAsync(app, new FetchArticleMessage("paper", paper.At("/a")) { Attempt = attempt });

        Assert.Equal(waiting, await WaitingAsync(app, StorageNames.FetchArticleQueue));
        Assert.Equal(0, await WaitingAsync(app, StorageNames.FetchArticleQueue + StorageNames.PoisonSuffix));
    }

    [Fact]
    public async Task What_cannot_be_had_for_a_day_is_set_aside_and_not_lost()
    {
        await using var paper = await Paper.StartAsync();
        await using var app = await StartAsync(paper);
        paper.Statuses["/a"] = HttpStatusCode.BadGateway;

        await FetchAsync(app, new FetchArticleMessage("paper", paper.At("/a")) { Attempt = 7 });

        Assert.Equal(0, await WaitingAsync(app, StorageNames.FetchArticleQueue));
        var aside = Assert.Single(await app.TakeAsync<FetchArticleMessage>(StorageNames.FetchArticleQueue + StorageNames.PoisonSuffix));
        Assert.Equal((paper.At("/a"), 0), (aside.Url, aside.Attempt));
    }

    [Fact]
    public async Task A_page_that_did_not_change_is_not_sent_again()
    {
        await using var paper = await Paper.StartAsync();
        await using var app = await StartAsync(paper);
        paper["/a"] = Paper.Page("Bridge opens", Paper.Bridge);
        await FetchAsync(app, new("paper", paper.At("/a")));
        await FetchAsync(app, new("paper", paper.At("/a")));

        Assert.Equal(1, paper.NotModified);
        Assert.Single(await ToExtractAsync(app));
    }

    [Fact]
    public async Task A_new_article_is_looked_at_again_in_its_first_day_and_an_old_one_is_not()
    {
        await using var paper = await Paper.StartAsync();
        await using var app = await StartAsync(paper);
        paper["/new"] = Paper.Page("Bridge opens", Paper.Bridge);
        paper["/old"] = Paper.Page("Rice prices", Paper.Rice);

        await FetchAsync(app, new("paper", paper.At("/new"), Published: Now.AddHours(-1)));
        await FetchAsync(app, new("paper", paper.At("/old"), Published: Now.AddDays(-3)));
        Assert.Equal(1, await WaitingAsync(app, StorageNames.FetchArticleQueue));

        // The visits themselves lead to the next, and the last of them to none.
        await FetchAsync(app, new FetchArticleMessage("paper", paper.At("/new")) { Visit = 1 });
        Assert.Equal(2, await WaitingAsync(app, StorageNames.FetchArticleQueue));
        await FetchAsync(app, new FetchArticleMessage("paper", paper.At("/new")) { Visit = 2 });
        Assert.Equal(2, await WaitingAsync(app, StorageNames.FetchArticleQueue));
    }

    private async Task<TestApplication> StartAsync(Paper paper, params (string Key, string Value)[] settings) => await TestApplication.StartAsync(
        await azurite.NewAccountAsync(),
        Now,
        [
            ("Sources:paper:Url", paper.At("/").ToString()),
            ("Sources:paper:TimeZone", "Asia/Phnom_Penh"),
            ("Network:AllowedHosts:0", paper.At("/").Authority),
            .. settings,
        ]);

    /// <summary>The paper's host says that it is asked too much, and until when it is to be left alone.</summary>
    private static async Task AnswerTooManyAsync(TestApplication app, Paper paper, DateTimeOffset until)
    {
        await using var turn = await app.Get<HostTurns>().TakeTurnAsync(paper.At("/"), Test);
        turn.Answer = new Fetched(429, paper.At("/"), null, default, null, null, null, until);
    }

    private static Task FetchAsync(TestApplication app, FetchArticleMessage message) => app.Get<ArticleFetcher>().FetchAsync(message, Test);

    private static async Task<IEnumerable<ArticleTrouble>> TroublesAsync(TestApplication app) =>
        (await app.Get<SourceRegister>().ListAsync(Test)).Single(report => report.Source.Id == "paper").Troubles;

    private static async Task<List<ExtractMentionsMessage>> ToExtractAsync(TestApplication app) =>
        [.. (await app.TakeAsync<ExtractMentionsMessage>(StorageNames.ExtractMentionsQueue)).Select(message => message with { TraceParent = null })];

    /// <summary>How many messages a queue holds, those that are hidden for now among them.</summary>
    private static async Task<int> WaitingAsync(TestApplication app, string queue)
    {
        var client = app.Get<StorageClients>().Queue(queue);
        return await client.ExistsAsync(Test) ? (await client.GetPropertiesAsync(Test)).Value.ApproximateMessagesCount : 0;
    }
}
