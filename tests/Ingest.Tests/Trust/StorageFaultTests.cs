using System.Net;
using System.Text.Json;
using Azure.Core;
using Ingest.Articles;
using Ingest.Storage;
using Ingest.Storage.Record;
using Ingest.Tests.Articles;
using Ingest.Tests.Storage;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Tests.Trust;

/// <summary>Storage answers 500 or 503, or late, or its answer is lost: work is done all the same, once, and readers are told.</summary>
public sealed class StorageFaultTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Now = new(2025, 11, 12, 3, 0, 0, TimeSpan.Zero);
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Fault.Broken)]
    [InlineData(Fault.Busy)]
    [InlineData(Fault.Unheard)]
    [InlineData(Fault.AnswerLost)]
    public async Task Articles_are_fetched_and_recorded_once_though_half_of_all_requests_go_wrong(Fault fault)
    {
        await using var paper = await PaperAsync();
        var calm = await RunAsync(paper, _ => Fault.None);
        for (var seed = 1; seed <= 2; seed++)
            Assert.Equal(calm, await RunAsync(paper, FaultyWire.HalfOfAll(fault, seed)));
        Assert.Contains(StorageNames.StatementsTable, calm, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_that_storage_left_alone_is_done_by_the_same_process_when_its_message_comes_back()
    {
        await using var paper = await PaperAsync();
        var requests = 0;
        var calm = await RunAsync(paper, _ => Interlocked.Increment(ref requests) > 0 ? Fault.None : Fault.Broken);

        // Storage is away from a request on, for longer than anybody tries again.
        for (var from = 1; from < requests; from += 11)
        {
            var asked = 0;
            Assert.Equal(calm, await RunAsync(paper, _ => Interlocked.Increment(ref asked) >= from && asked < from + 20 ? Fault.Busy : Fault.None));
        }
    }

    [Fact]
    public async Task A_message_that_is_delivered_many_times_at_once_is_done_once()
    {
        await using var paper = await PaperAsync();
        Assert.Equal(await RunAsync(paper, _ => Fault.None), await RunAsync(paper, _ => Fault.None, atOnce: 5));
    }

    [Fact]
    public async Task Readers_are_told_when_to_ask_again_while_storage_does_not_answer()
    {
        var wire = new FaultyWire();
        await using var host = await RunningIngest.StartAsync(await azurite.NewAccountAsync(), services => wire.AddTo(services));
        string[] addresses = [.. RunningIngest.HttpFunctions
            .Where(function => function.Trigger.AuthLevel == AuthorizationLevel.Anonymous && function.Trigger.Methods!.Contains("get"))
            .Select(function => function.Trigger.Route!)
            .Where(route => route is not ("api/health" or "api/health/live" or "api/openapi.json" or "assets/{name}" or "api/stats" or "try") && !route.Contains("{id}")), "api/stats?groupBy=month", "api/officials/a", "officials/a", "api/articles/0123456789abcdef", "articles/0123456789abcdef"];

        foreach (var fault in (Fault[])[Fault.Broken, Fault.Busy, Fault.Unheard])
        {
            wire.Plan = _ => fault;
            foreach (var address in addresses)
            {
                using var answer = await host.Client.GetAsync(AccessTests.AddressOf(address), Test);
                Assert.True(answer.StatusCode == HttpStatusCode.ServiceUnavailable, $"{address}, {fault}: {answer.StatusCode}");
                Assert.Equal(10, answer.Headers.RetryAfter?.Delta?.TotalSeconds);
                Assert.Equal(address.StartsWith("api/", StringComparison.Ordinal) ? "application/problem+json" : "text/html", answer.Content.Headers.ContentType?.MediaType);
            }

            using var health = await host.Client.GetAsync("api/health", Test);
            Assert.Contains("\"unavailable\"", await health.Content.ReadAsStringAsync(Test), StringComparison.Ordinal);
        }

        wire.Plan = _ => Fault.None;
        using var after = await host.Client.GetAsync("api/statements", Test);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    private static async Task<Paper> PaperAsync()
    {
        const string Published = "<meta property='article:published_time' content='2025-11-11T09:00:00+07:00'>";
        var paper = await Paper.StartAsync();
        paper["/original"] = Paper.Page("Bridge opens", Paper.Bridge, head: Published);
        paper["/copy"] = Paper.Page("Bridge opens", [.. Paper.Bridge, "- The Phnom Penh Post/ANN"], head: Published);
        return paper;
    }

    /// <summary>Fetches and records an article and its copy as the queues would have it: what fails is done again later. Returns all that is stored.</summary>
    private async Task<string> RunAsync(Paper paper, Func<Request, Fault> plan, int atOnce = 1)
    {
        var wire = new FaultyWire();
        await using var app = await TestApplication.StartAsync(
            await azurite.NewAccountAsync(), Now, wire.AddTo, ("Sources:paper", paper.At("/").ToString()), ("Network:AllowedHosts:0", paper.At("/").Authority));
        wire.Plan = plan;
        foreach (var path in (string[])["/copy", "/original"])
            await UntilDoneAsync(app, async () => (await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => FetchAsync(app, wire, paper.At(path))))).All(isDone => isDone));

        wire.Plan = _ => Fault.None;
        var messages = (await app.TakeAsync<ExtractMentionsMessage>(StorageNames.ExtractMentionsQueue)).Select(message => message with { TraceParent = null }).Distinct();
        wire.Plan = plan;
        foreach (var message in messages.OrderBy(message => message.ArticleId, StringComparer.Ordinal))
        {
            await UntilDoneAsync(app, async () =>
            {
                await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => app.Get<MentionRecorder>().RecordAsync(message, Test)));
                return true;
            });
        }

        wire.Plan = _ => Fault.None;
        string[] tables = [.. StorageNames.Tables.Where(table => table is not (StorageNames.HostsTable or StorageNames.ChangesTable))];
        var told = (await app.Get<ChangeLog>().ReadAsync(1, 1000, Test)).Select(commit => JsonSerializer.Serialize(commit with { At = Now }, RecordJson.Options));
        return await TestRecord.DumpAsync(app.Get<StorageClients>(), tables) + string.Join('\n', told);
    }

    // What was put off, since nobody gave a turn back, has sent a message for later.
    private static async Task<bool> FetchAsync(TestApplication app, FaultyWire wire, Uri address)
    {
        await app.Get<ArticleFetcher>().FetchAsync(new FetchArticleMessage("paper", address), Test);
        var plan = wire.Plan;
        wire.Plan = _ => Fault.None;
        var head = await app.Get<ArticleStore>().FindHeadAsync(ArticleStore.IdOf(address), Test);
        wire.Plan = plan;
        return head?.Announced >= head?.Revision;
    }

    private static async Task UntilDoneAsync(TestApplication app, Func<Task<bool>> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (await work()) break;
            }
            catch (Exception trouble) when (attempt < 20 && StorageOutage.Is(trouble))
            {
                // Its message comes back.
            }

            app.Time.Advance(TimeSpan.FromMinutes(4));
        }

        app.Time.Advance(TimeSpan.FromMinutes(4));
    }
}
