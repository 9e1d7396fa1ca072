using Ingest.Network;
using Ingest.Sources;
using Ingest.Storage;
using Ingest.Tests.Network;
using Microsoft.AspNetCore.Http;

namespace Ingest.Tests.Sources;

public sealed class SourcePollerTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Now = new(2025, 11, 12, 3, 0, 0, TimeSpan.Zero);
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    [Fact]
    public async Task New_articles_are_queued_once_however_often_the_feed_is_read()
    {
        var entries = new List<string> { Entry("a", hoursAgo: 2), Entry("b", hoursAgo: 1) };
        await using var publisher = await LocalPublisher.StartAsync(context => context.Response.WriteAsync(Feed(entries), Test));
        await using var app = await StartAsync(publisher, "/feed");

        await PollAsync(app);
        Assert.Equal(["/a", "/b"], await QueuedAsync(app));
        entries.Insert(0, Entry("c", hoursAgo: 0));
        await PollAsync(app);
        Assert.Equal(["/c"], await QueuedAsync(app));
    }

    [Fact]
    public async Task An_entry_that_changed_is_queued_again()
    {
        var entries = new List<string> { Entry("a", hoursAgo: 2), Entry("b", hoursAgo: 1) };
        await using var publisher = await LocalPublisher.StartAsync(context => context.Response.WriteAsync(Feed(entries), Test));
        await using var app = await StartAsync(publisher, "/feed");

        await PollAsync(app);
        await QueuedAsync(app);
        entries[0] = Entry("a", hoursAgo: 2, summary: "Corrected: the bridge opens in June.");
        await PollAsync(app);

        Assert.Equal(["/a"], await QueuedAsync(app));
    }

    [Fact]
    public async Task A_feed_in_which_everything_changes_each_time_has_no_edited_articles()
    {
        var reads = 0;
        await using var publisher = await LocalPublisher.StartAsync(context =>
        {
            reads++;
            return context.Response.WriteAsync(Feed(Enumerable.Range(1, 9).Select(i => Entry($"a{i}", hoursAgo: i, summary: $"Read {reads} times"))), Test);
        });
        await using var app = await StartAsync(publisher, "/feed");

        await PollAsync(app);
        Assert.Equal(9, (await QueuedAsync(app)).Count);
        await PollAsync(app);
        Assert.Empty(await QueuedAsync(app));
    }

    [Fact]
    public async Task Not_modified_is_a_success_and_validators_are_sent_back()
    {
        var conditions = new List<string>();
        await using var publisher = await LocalPublisher.StartAsync(context =>
        {
            if (context.Request.Path != "/feed") return Task.CompletedTask;
            conditions.Add($"{context.Request.Headers.IfNoneMatch} {context.Request.Headers.IfModifiedSince}".Trim());
            context.Response.Headers.ETag = $"\"{conditions.Count}\"";
            if (conditions.Count == 1)
            {
                context.Response.Headers.LastModified = "Wed, 12 Nov 2025 02:00:00 GMT";
                return context.Response.WriteAsync(Feed([Entry("a", hoursAgo: 1)]), Test);
            }

            context.Response.StatusCode = 304;
            return Task.CompletedTask;
        });
        await using var app = await StartAsync(publisher, "/feed");

        await PollAsync(app);
        await PollAsync(app);
        await PollAsync(app);

        Assert.Equal(["", "\"1\" Wed, 12 Nov 2025 02:00:00 GMT", "\"2\" Wed, 12 Nov 2025 02:00:00 GMT"], conditions);
        var state = await StateAsync(app);
        Assert.Equal((app.Time.GetUtcNow(), 0, null), (state.LastSuccess, state.Strain, state.LastError));
    }

    [Theory]
    [InlineData(503, FailureWeight.Passing, 1, "00:05:00")]
    [InlineData(403, FailureWeight.Soft, 2, "00:10:00")]
    [InlineData(404, FailureWeight.Soft, 2, "00:10:00")]
    public async Task A_failure_is_kept_in_words_and_the_source_left_alone(int status, FailureWeight weight, int strain, string pause)
    {
        await using var publisher = await LocalPublisher.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/feed" ? status : 404;
            return Task.CompletedTask;
        });
        await using var app = await StartAsync(publisher, "/feed");

        await PollAsync(app);

        var state = await StateAsync(app);
        Assert.Equal(new SourceError(Now, $"localhost answered {status}".Replace("localhost", publisher.At("/").Host), weight), state.LastError);
        Assert.Equal((strain, null, Now + TimeSpan.Parse(pause)), (state.Strain, state.LastSuccess, state.NextPoll));
    }

    [Fact]
    public async Task What_retry_after_asks_for_is_done()
    {
        await using var publisher = await LocalPublisher.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/feed" ? 429 : 404;
            context.Response.Headers.RetryAfter = "7200";
            return Task.CompletedTask;
        });
        await using var app = await StartAsync(publisher, "/feed");

        await PollAsync(app);

        Assert.Equal(Now.AddHours(2), (await StateAsync(app)).NextPoll);
        // The whole host is left alone, whatever else there is to fetch from it.
        Assert.Equal(Now.AddHours(2), Assert.IsType<Postponed>(await app.Get<Fetcher>().FetchAsync(new FetchRequest(publisher.At("/a")), Test)).Until);
    }

    [Fact]
    public async Task Gone_stops_a_source()
    {
        var asked = 0;
        await using var publisher = await LocalPublisher.StartAsync(context =>
        {
            if (context.Request.Path == "/feed") asked++;
            context.Response.StatusCode = context.Request.Path == "/feed" ? 410 : 404;
            return Task.CompletedTask;
        });
        await using var app = await StartAsync(publisher, "/feed");

        await PollAsync(app);
        app.Time.Advance(TimeSpan.FromDays(30));
        await PollAsync(app);

        Assert.True((await StateAsync(app)).IsStopped);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_permanent_redirect_is_remembered()
    {
        var asked = new List<string>();
        await using var publisher = await LocalPublisher.StartAsync(context =>
        {
            asked.Add(context.Request.Path);
            if (context.Request.Path == "/feed") context.Response.Redirect("/new-feed", permanent: true);
            else if (context.Request.Path == "/new-feed") return context.Response.WriteAsync(Feed([Entry("a", hoursAgo: 1)]), Test);
            else context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        await using var app = await StartAsync(publisher, "/feed");

        await PollAsync(app);
        await PollAsync(app);

        Assert.Equal(["/robots.txt", "/feed", "/new-feed", "/new-feed"], asked);
    }

    [Fact]
    public async Task A_feed_is_found_from_a_home_page_alone()
    {
        await using var publisher = await LocalPublisher.StartAsync(context =>
        {
            context.Response.ContentType = "text/html";
            if (context.Request.Path == "/") return context.Response.WriteAsync("<html><head><link rel=alternate type=application/rss+xml href=/rss></head><body>News</body></html>", Test);
            if (context.Request.Path == "/rss") return context.Response.WriteAsync(Feed([Entry("a", hoursAgo: 1)]), Test);
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        await using var app = await StartAsync(publisher, "/");

        await PollAsync(app);

        Assert.Equal(["/a"], await QueuedAsync(app));
        Assert.Equal(publisher.At("/rss"), (await StateAsync(app)).Found?.FindAt);
    }

    [Fact]
    public async Task What_robots_txt_forbids_is_not_asked_for()
    {
        var asked = new List<string>();
        await using var publisher = await LocalPublisher.StartAsync(context =>
        {
            asked.Add(context.Request.Path);
            return context.Response.WriteAsync("User-agent: ingest\nDisallow: /feed", Test);
        });
        await using var app = await StartAsync(publisher, "/feed");

        await PollAsync(app);

        Assert.Equal(["/robots.txt"], asked);
        Assert.Equal($"the robots.txt of {publisher.Host} does not allow /feed", (await StateAsync(app)).LastError?.Words);
    }

    [Fact]
    public async Task Two_hosts_that_poll_at_once_ask_a_source_once()
    {
        var asked = 0;
        var isAsked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var mayAnswer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var publisher = await LocalPublisher.StartAsync(async context =>
        {
            if (context.Request.Path == "/feed" && Interlocked.Increment(ref asked) == 1)
            {
                isAsked.SetResult();
                await mayAnswer.Task.WaitAsync(Test);
            }

            await context.Response.WriteAsync(Feed([Entry("a", hoursAgo: 1)]), Test);
        });
        var storage = await azurite.NewAccountAsync();
        await using var one = await StartAsync(publisher, "/feed", storage);
        await using var other = await StartAsync(publisher, "/feed", storage);

        var first = one.Get<SourcePoller>().PollDueAsync(Test);
        await isAsked.Task.WaitAsync(Test);
        var claimed = await other.Get<SourceStore>().FindStateAsync("paper", Test);
        await other.Get<SourcePoller>().PollDueAsync(Test);
        Assert.Equal(claimed.Version, (await other.Get<SourceStore>().FindStateAsync("paper", Test)).Version);
        mayAnswer.SetResult();
        await first;

        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task Of_two_who_claim_a_source_at_once_one_gets_it()
    {
        var storage = await azurite.NewAccountAsync();
        await using var one = await TestApplication.StartAsync(storage, Now);
        await using var other = await TestApplication.StartAsync(storage, Now);
        for (var round = 0; round < 2; round++)
        {
            var found = await one.Get<SourceStore>().FindStateAsync("paper", Test);

            Assert.NotNull(await one.Get<SourceStore>().TrySaveAsync(found with { Value = found.Value with { NextPoll = Now } }, Test));
            Assert.Null(await other.Get<SourceStore>().TrySaveAsync(found, Test));
        }
    }

    private async Task<TestApplication> StartAsync(LocalPublisher publisher, string path, string? storage = null) => await TestApplication.StartAsync(
        storage ?? await azurite.NewAccountAsync(), Now, ("Sources:paper", publisher.At(path).ToString()), ("Network:AllowedHosts:0", publisher.Host));

    /// <summary>Polls when the source is due, however long that takes.</summary>
    private static async Task PollAsync(TestApplication app)
    {
        var due = (await StateAsync(app)).NextPoll;
        if (due > app.Time.GetUtcNow()) app.Time.SetUtcNow(due.Value);
        await app.Get<SourcePoller>().PollDueAsync(Test);
    }

    private static async Task<SourceState> StateAsync(TestApplication app) => (await app.Get<SourceStore>().FindStateAsync("paper", Test)).Value;

    private static async Task<List<string>> QueuedAsync(TestApplication app) =>
        [.. (await app.TakeAsync<FetchArticleMessage>(StorageNames.FetchArticleQueue)).Select(message => message.Url.AbsolutePath).Order(StringComparer.Ordinal)];

    private static string Feed(IEnumerable<string> entries) =>
        $"<rss version=\"2.0\"><channel><title>Paper</title>{string.Concat(entries)}</channel></rss>";

    private static string Entry(string slug, int hoursAgo, string summary = "The bridge opens in May.") =>
        $"<item><title>{slug}</title><link>/{slug}</link><guid isPermaLink=\"false\">{slug}</guid><pubDate>{Now.AddHours(-hoursAgo):r}</pubDate><description>{summary}</description></item>";
}
