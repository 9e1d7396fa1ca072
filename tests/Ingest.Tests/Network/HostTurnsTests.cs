using Ingest.Network;
using Microsoft.AspNetCore.Http;

namespace Ingest.Tests.Network;

public sealed class HostTurnsTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Now = new(2025, 11, 12, 3, 0, 0, TimeSpan.Zero);
    private static readonly Uri Paper = new("https://www.paper.example/a");
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_instances_never_ask_one_host_at_once()
    {
        var storage = await azurite.NewAccountAsync();
        await using var one = await StartAsync(storage);
        await using var other = await StartAsync(storage);
        var (inside, most) = (0, 0);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            while (true)
            {
                await using var turn = await (i % 2 == 0 ? one : other).Get<HostTurns>().TakeTurnAsync(Paper, Test);
                // The one who finds the other inside is told to wait for the end of the other's lease; time stands still here.
                if (turn.Denied is not null) continue;
                most = Math.Max(most, Interlocked.Increment(ref inside));
                await Task.Yield();
                Interlocked.Decrement(ref inside);
                return;
            }
        }));

        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Between_two_turns_there_is_a_pause()
    {
        await using var app = await StartAsync(await azurite.NewAccountAsync(), ("Network:Pause", "00:00:05"));
        var turns = app.Get<HostTurns>();
        await using (await turns.TakeTurnAsync(Paper, Test)) app.Time.Advance(TimeSpan.FromSeconds(2));

        var next = turns.TakeTurnAsync(Paper, Test);
        app.Time.Advance(TimeSpan.FromSeconds(4));
        await using (var elsewhere = await turns.TakeTurnAsync(new Uri("https://other.example/"), Test)) Assert.Null(elsewhere.Denied);
        Assert.False(next.IsCompleted);
        app.Time.Advance(TimeSpan.FromSeconds(1));

        await using var turn = await next;
        Assert.Null(turn.Denied);
    }

    [Fact]
    public async Task A_site_has_one_turn_with_and_without_www_and_by_either_scheme()
    {
        await using var app = await StartAsync(await azurite.NewAccountAsync(), ("Network:Pause", "00:01:00"));
        await using (await app.Get<HostTurns>().TakeTurnAsync(Paper, Test))
        {
        }

        await using var turn = await app.Get<HostTurns>().TakeTurnAsync(new Uri("http://paper.example/b"), Test);
        Assert.Equal(Now.AddMinutes(1), Assert.IsType<Postponed>(turn.Denied).Until);
    }

    [Fact]
    public async Task The_turn_of_one_who_died_is_free_after_the_longest_fetch()
    {
        var storage = await azurite.NewAccountAsync();
        await using var dead = await StartAsync(storage);
        await using var alive = await StartAsync(storage);
        await dead.Get<HostTurns>().TakeTurnAsync(Paper, Test);

        await using (var early = await alive.Get<HostTurns>().TakeTurnAsync(Paper, Test)) Assert.IsType<Postponed>(early.Denied);
        alive.Time.Advance(TimeSpan.FromMinutes(1));
        await using var late = await alive.Get<HostTurns>().TakeTurnAsync(Paper, Test);

        Assert.Null(late.Denied);
    }

    [Theory]
    [InlineData(1, "00:01:00")]
    [InlineData(3, "00:04:00")]
    [InlineData(12, "06:00:00")]
    public async Task A_host_that_is_asked_too_much_is_left_alone_ever_longer(int times, string pause)
    {
        await using var app = await StartAsync(await azurite.NewAccountAsync());
        for (var i = 0; i < times; i++)
        {
            app.Time.Advance(TimeSpan.FromHours(7));
            await using var turn = await app.Get<HostTurns>().TakeTurnAsync(Paper, Test);
            turn.Answer = new Fetched(429, Paper, null, default, null, null, null, null);
        }

        await using var denied = await app.Get<HostTurns>().TakeTurnAsync(Paper, Test);
        Assert.Equal(app.Time.GetUtcNow() + TimeSpan.Parse(pause), Assert.IsType<Postponed>(denied.Denied).Until);
    }

    [Fact]
    public async Task Crawl_delay_makes_the_pause()
    {
        await using var publisher = await LocalPublisher.StartAsync(context =>
            context.Response.WriteAsync(context.Request.Path == "/robots.txt" ? "User-agent: *\nCrawl-delay: 60" : "hello", Test));
        await using var app = await StartAsync(await azurite.NewAccountAsync(), ("Network:AllowedHosts:0", publisher.Host));

        Assert.IsType<Fetched>(await app.Get<Fetcher>().FetchAsync(new FetchRequest(publisher.At("/a")), Test));
        var second = await app.Get<Fetcher>().FetchAsync(new FetchRequest(publisher.At("/b")), Test);

        Assert.Equal(Now.AddSeconds(60), Assert.IsType<Postponed>(second).Until);
    }

    [Theory]
    [InlineData(200, "User-agent: *\nDisallow: /a", typeof(Disallowed))]
    [InlineData(200, "", typeof(Fetched))]
    [InlineData(404, "", typeof(Fetched))] // there is none: everything is allowed
    [InlineData(403, "", typeof(Fetched))]
    [InlineData(500, "", typeof(Unreachable))] // nobody can say: nothing is allowed
    public async Task Robots_txt_comes_before_all_else(int status, string robots, Type result)
    {
        var asked = new List<string>();
        await using var publisher = await LocalPublisher.StartAsync(context =>
        {
            asked.Add(context.Request.Path);
            if (context.Request.Path != "/robots.txt") return Task.CompletedTask;
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(robots, Test);
        });
        await using var app = await StartAsync(await azurite.NewAccountAsync(), ("Network:AllowedHosts:0", publisher.Host));

        Assert.IsType(result, await app.Get<Fetcher>().FetchAsync(new FetchRequest(publisher.At("/a")), Test));
        Assert.Equal(result == typeof(Fetched) ? ["/robots.txt", "/a"] : ["/robots.txt"], asked);
    }

    [Fact]
    public async Task Robots_txt_is_kept_a_day_by_all_instances_and_longer_where_it_cannot_be_had()
    {
        var (reads, isBroken) = (0, false);
        await using var publisher = await LocalPublisher.StartAsync(context =>
        {
            if (context.Request.Path != "/robots.txt") return Task.CompletedTask;
            reads++;
            context.Response.StatusCode = isBroken ? 500 : 200;
            return context.Response.WriteAsync("User-agent: *\nDisallow: /a", Test);
        });
        var storage = await azurite.NewAccountAsync();
        (string, string)[] settings = [("Network:AllowedHosts:0", publisher.Host)];
        await using (var one = await StartAsync(storage, settings)) await one.Get<Fetcher>().FetchAsync(new FetchRequest(publisher.At("/a")), Test);
        await using var other = await StartAsync(storage, settings);

        Assert.IsType<Disallowed>(await other.Get<Fetcher>().FetchAsync(new FetchRequest(publisher.At("/a")), Test));
        Assert.Equal(1, reads);
        other.Time.Advance(TimeSpan.FromHours(25));
        isBroken = true;
        Assert.IsType<Disallowed>(await other.Get<Fetcher>().FetchAsync(new FetchRequest(publisher.At("/a")), Test));
        Assert.Equal(2, reads);
        other.Time.Advance(TimeSpan.FromDays(30));
        Assert.IsType<Unreachable>(await other.Get<Fetcher>().FetchAsync(new FetchRequest(publisher.At("/a")), Test));
    }

    [Fact]
    public async Task A_redirect_to_another_host_minds_that_hosts_robots_txt()
    {
        await using var other = await LocalPublisher.StartAsync(context => context.Response.WriteAsync("User-agent: *\nDisallow: /", Test));
        await using var publisher = await LocalPublisher.StartAsync(context =>
        {
            if (context.Request.Path == "/a") context.Response.Redirect(other.At("/b").ToString());
            return Task.CompletedTask;
        });
        await using var app = await StartAsync(await azurite.NewAccountAsync(), ("Network:AllowedHosts:0", publisher.Host), ("Network:AllowedHosts:1", other.Host));

        Assert.Equal(new Disallowed(other.At("/b")), await app.Get<Fetcher>().FetchAsync(new FetchRequest(publisher.At("/a")), Test));
    }

    private static Task<TestApplication> StartAsync(string storage, params (string, string)[] settings) => TestApplication.StartAsync(storage, Now, settings);
}
