using Ingest.Sources;
using Ingest.Storage;
using Ingest.Tests.Network;
using Microsoft.AspNetCore.Http;

namespace Ingest.Tests.Sources;

public sealed class SourceRegisterTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Now = new(2025, 11, 12, 3, 0, 0, TimeSpan.Zero);
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_source_is_added_by_its_home_page_after_a_first_look()
    {
        await using var paper = await WordPressAsync(posts: 3);
        await using var app = await StartAsync(paper);

        var added = await app.Get<SourceRegister>().AddAsync(new NewSource { Id = "paper", HomePage = paper.At("/"), TimeZone = "Asia/Phnom_Penh" }, Test);

        Assert.Equal((FindBy.WordPress, 3, null), (added.Trial?.FindBy, added.Trial?.Count, added.Trial?.Trouble));
        Assert.Equal("Post 1", added.Trial!.Articles[0].Title);
        var listed = Assert.Single(await app.Get<SourceRegister>().ListAsync(Test));
        Assert.Equal((added.Added, "added", "new"), (listed.Source, listed.Origin, listed.Health));
        await app.Get<SourcePoller>().PollDueAsync(Test);
        Assert.Equal(3, (await app.TakeAsync<FetchArticleMessage>(StorageNames.FetchArticleQueue)).Count);
        Assert.Equal("ok", Assert.Single(await app.Get<SourceRegister>().ListAsync(Test)).Health);
    }

    [Fact]
    public async Task A_source_that_cannot_be_read_is_not_added_and_it_is_said_why()
    {
        await using var paper = await LocalPublisher.StartAsync(context => context.Response.WriteAsync("<html><body>Under construction</body></html>", Test));
        await using var app = await StartAsync(paper);

        var added = await app.Get<SourceRegister>().AddAsync(new NewSource { Id = "paper", Url = paper.At("/") }, Test);

        Assert.Null(added.Added);
        Assert.Contains("neither feed nor listing was found", added.Trial?.Trouble);
        Assert.Empty(await app.Get<SourceRegister>().ListAsync(Test));
    }

    [Fact]
    public async Task A_private_address_is_not_looked_at()
    {
        await using var paper = await WordPressAsync(posts: 1);
        await using var app = await StartAsync();

        var added = await app.Get<SourceRegister>().AddAsync(new NewSource { Id = "paper", Url = paper.At("/") }, Test);

        Assert.Contains("is not fetched", added.Trial?.Trouble);
    }

    [Fact]
    public async Task A_source_is_paused_resumed_and_removed()
    {
        await using var paper = await WordPressAsync(posts: 2);
        await using var app = await StartAsync(paper);
        var register = app.Get<SourceRegister>();
        await register.AddAsync(new NewSource { Id = "paper", Url = paper.At("/") }, Test);

        Assert.True(await register.PauseAsync("paper", Test));
        await app.Get<SourcePoller>().PollDueAsync(Test);
        Assert.Equal("paused", Assert.Single(await register.ListAsync(Test)).Health);
        Assert.Empty(await app.TakeAsync<FetchArticleMessage>(StorageNames.FetchArticleQueue));

        Assert.True(await register.ResumeAsync("paper", Test));
        await app.Get<SourcePoller>().PollDueAsync(Test);
        Assert.Equal(2, (await app.TakeAsync<FetchArticleMessage>(StorageNames.FetchArticleQueue)).Count);

        Assert.True(await register.RemoveAsync("paper", Test));
        Assert.Empty(await register.ListAsync(Test));
        Assert.False(await register.ResumeAsync("paper", Test));
    }

    [Fact]
    public async Task One_article_is_queued_by_its_address_for_the_source_at_its_host()
    {
        await using var paper = await WordPressAsync(posts: 1);
        await using var app = await StartAsync(paper);
        await app.Get<SourceRegister>().AddAsync(new NewSource { Id = "paper", Url = paper.At("/") }, Test);

        Assert.Equal("paper", (await app.Get<SourceRegister>().QueueAsync(paper.At("/post-9/"), null, Test))?.Id);
        Assert.Null(await app.Get<SourceRegister>().QueueAsync(new Uri("https://unknown.example/a"), null, Test));
        Assert.Equal(paper.At("/post-9/"), Assert.Single(await app.TakeAsync<FetchArticleMessage>(StorageNames.FetchArticleQueue)).Url);
    }

    [Theory]
    [InlineData(350, 0, 300, 4)] // to the day, in pages of a hundred
    [InlineData(250, 0, 250, 3)] // to the end, which WordPress tells by an error
    [InlineData(350, 2, 300, 4)] // the process dies twice on the way
    public async Task A_source_is_read_back_to_a_day(int posts, int deaths, int queued, int pages)
    {
        var atPage = new Dictionary<int, Action>();
        await using var paper = await WordPressAsync(posts, page => atPage.GetValueOrDefault(page)?.Invoke());
        var storage = await azurite.NewAccountAsync();
        var app = await StartAsync(paper, storage);
        await app.Get<SourceRegister>().AddAsync(new NewSource { Id = "paper", Url = paper.At("/") }, Test);
        var day = DateOnly.FromDateTime(Now.UtcDateTime).AddDays(-299);

        var walk = await app.Get<SourceRegister>().BackfillAsync("paper", day, Test);
        Assert.Equal(FindBy.WordPress, walk?.FindBy);
        var messages = new List<FetchArticleMessage>();
        for (var i = 0; i < deaths; i++)
        {
            using var death = new CancellationTokenSource();
            atPage.Clear();
            atPage[i + 2] = death.Cancel;
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReadBackAsync(app, messages, death.Token));
            await app.DisposeAsync();
            app = await StartAsync(paper, storage);
        }

        atPage.Clear();
        var report = (await ReadBackAsync(app, messages, Test)).Backfill!;

        Assert.Equal(queued, messages.Select(message => message.Url).Distinct().Count());
        Assert.Equal((null, null, pages), (report.Next, report.Trouble, report.Pages));
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_papers_past_does_not_fill_the_queue_that_the_news_stands_in()
    {
        await using var paper = await WordPressAsync(posts: 1000);
        await using var app = await StartAsync(paper);
        await app.Get<SourceRegister>().AddAsync(new NewSource { Id = "paper", Url = paper.At("/") }, Test);
        await app.Get<SourceRegister>().BackfillAsync("paper", DateOnly.MinValue, Test);

        for (var page = 1; page <= 3; page++)
        {
            await WalkAStretchAsync(app, Test);
            Assert.Equal(100, (await app.TakeAsync<FetchArticleMessage>(StorageNames.FetchArticleQueue)).Count);
            Assert.Equal(page, Assert.Single(await app.Get<SourceRegister>().ListAsync(Test)).Backfill?.Pages);
        }
    }

    [Fact]
    public async Task Articles_that_are_looked_at_again_later_keep_no_papers_past_waiting()
    {
        await using var paper = await WordPressAsync(posts: 100);
        await using var app = await StartAsync(paper);
        await app.Get<SourceRegister>().AddAsync(new NewSource { Id = "paper", Url = paper.At("/") }, Test);
        await app.Get<SourceRegister>().BackfillAsync("paper", DateOnly.MinValue, Test);
        for (var i = 0; i < 40; i++) await app.Get<ArticleQueues>().SendAsync(new FetchArticleMessage("paper", paper.At($"/late-{i}/")), Test, TimeSpan.FromHours(22));

        await WalkAStretchAsync(app, Test);

        Assert.Equal(100, (await app.TakeAsync<FetchArticleMessage>(StorageNames.FetchArticleQueue)).Count);
    }

    /// <summary>Walks to the end, minute by minute, and takes every article that is queued on the way.</summary>
    private static async Task<SourceReport> ReadBackAsync(TestApplication app, List<FetchArticleMessage> taken, CancellationToken death)
    {
        while (true)
        {
            await WalkAStretchAsync(app, death);
            taken.AddRange(await app.TakeAsync<FetchArticleMessage>(StorageNames.FetchArticleQueue));
            var source = Assert.Single(await app.Get<SourceRegister>().ListAsync(Test));
            if (source.Backfill!.Next is null) return source;
            app.Time.Advance(TimeSpan.FromMinutes(1));
        }
    }

    /// <summary>Walks as far as one call does. Time passes only where the walk waits for the queue.</summary>
    private static async Task WalkAStretchAsync(TestApplication app, CancellationToken death)
    {
        var walk = app.Get<BackfillWalker>().ContinueAsync(death);
        while (!walk.IsCompleted)
        {
            if (await app.Get<WorkQueues>().IsBusyAsync(StorageNames.FetchArticleQueue, Test)) app.Time.Advance(TimeSpan.FromSeconds(2));
        }

        await walk;
    }

    private async Task<TestApplication> StartAsync(LocalPublisher? paper = null, string? storage = null) => await TestApplication.StartAsync(
        storage ?? await azurite.NewAccountAsync(), Now, paper is null ? [] : [("Network:AllowedHosts:0", paper.Host)]);

    /// <summary>A WordPress without feed, with a post a day.</summary>
    private static Task<LocalPublisher> WordPressAsync(int posts, Action<int>? atPage = null) => LocalPublisher.StartAsync(context =>
    {
        var home = $"http://{context.Request.Host}";
        if (context.Request.Path == "/")
        {
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync($"<html><head><link rel='https://api.w.org/' href='{home}/wp-json/'></head><body>Paper</body></html>", Test);
        }

        if (context.Request.Path != "/wp-json/wp/v2/posts")
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        }

        var size = int.TryParse(context.Request.Query["per_page"], out var asked) ? asked : 10;
        var page = int.TryParse(context.Request.Query["page"], out var number) ? number : 1;
        atPage?.Invoke(page);
        var shown = Enumerable.Range(1, posts).Skip((page - 1) * size).Take(size).ToList();
        context.Response.ContentType = "application/json";
        if (shown.Count == 0)
        {
            context.Response.StatusCode = 400;
            return context.Response.WriteAsync("{\"code\":\"rest_post_invalid_page_number\"}", Test);
        }

        return context.Response.WriteAsync("[" + string.Join(',', shown.Select(i =>
            $$$"""{"id":{{{i}}},"link":"{{{home}}}/post-{{{i}}}/","title":{"rendered":"Post {{{i}}}"},"date_gmt":"{{{Now.AddDays(1 - i):yyyy-MM-ddTHH:mm:ss}}}","guid":{"rendered":"{{{home}}}/?p={{{i}}}"}}""")) + "]", Test);
    });
}
