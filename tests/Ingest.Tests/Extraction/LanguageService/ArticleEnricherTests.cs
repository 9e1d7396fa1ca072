using System.Collections.Immutable;
using Azure;
using Azure.AI.TextAnalytics;
using Ingest.Articles;
using Ingest.Extraction;
using Ingest.Extraction.LanguageService;
using Ingest.Network;
using Ingest.Queries;
using Ingest.Sources;
using Ingest.Storage;
using Ingest.Tests.Queries;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Ingest.Tests.Extraction.LanguageService;

public sealed class ArticleEnricherTests(AzuriteFixture azurite)
{
    private const string Text = "Governor Chan Dara opened 14 wells in Kampot on Friday.";

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 10, 21, 30, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_outage_costs_the_findings_until_the_service_is_back()
    {
        await using var server = await LanguageServer.StartAsync();
        server.Known["Chan Dara"] = "Person";
        server.Known["Kampot"] = "Location";
        server.Failures.Enqueue((503, 1));
        var (enricher, findings, clients) = await EnricherAsync(server);
        var message = new EnrichArticleMessage(await KeepAsync(clients), 1);

        await enricher.EnrichAsync(message, Cancellation);
        Assert.Null(await findings.FindAsync(message.ArticleId, 1, Cancellation));
        Assert.Equal(1, (await clients.Queue(StorageNames.EnrichArticleQueue).GetPropertiesAsync(Cancellation)).Value.ApproximateMessagesCount);

        await enricher.EnrichAsync(message, Cancellation);
        var found = (await findings.FindAsync(message.ArticleId, 1, Cancellation))!.Value;
        Assert.Contains(found, f => f is { Kind: FindingKind.Location, Text: "Kampot" } && f.FoundBy.SequenceEqual([LanguageServiceFinder.Name]));
        Assert.All(found, f => Assert.Equal(f.Text, f.Span.In(Text)));
    }

    [Fact]
    public async Task What_the_service_has_answered_is_neither_asked_for_nor_paid_for_again()
    {
        await using var server = await LanguageServer.StartAsync();
        var (enricher, _, clients) = await EnricherAsync(server);
        var message = new EnrichArticleMessage(await KeepAsync(clients), 1);

        await enricher.EnrichAsync(message, Cancellation);
        await enricher.EnrichAsync(message, Cancellation);
        await enricher.AskAsync(message.ArticleId, message.Revision, Cancellation);

        Assert.Single(server.Requests);
        Assert.Equal(0, (await clients.Queue(StorageNames.EnrichArticleQueue).GetPropertiesAsync(Cancellation)).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task Whoever_asks_for_findings_learns_who_saw_what()
    {
        await using var server = await LanguageServer.StartAsync();
        server.Known["Chan Dara"] = "Person";
        server.Known["Kampot"] = "Location";
        var (enricher, findings, clients) = await EnricherAsync(server);
        var queries = new FindingQueries(new ArticleStore(clients), findings, new BuiltInFinder(new MentionExtractor()));
        var id = await KeepAsync(clients);
        Assert.All(await SeenAsync(), finding => Assert.EndsWith(BuiltInFinder.Name, finding, StringComparison.Ordinal));

        await enricher.EnrichAsync(new EnrichArticleMessage(id, 1), Cancellation);

        var seen = await SeenAsync();
        Assert.Contains("Chan Dara: azure-language ingest", seen);
        Assert.Contains("14: ingest", seen);
        Assert.Contains("Kampot: azure-language", seen);

        async Task<string[]> SeenAsync()
        {
            var answer = await Asked.Of((request, cancellation) => queries.GetAsync(request, id, cancellation), $"/api/articles/{id}/findings");
            return
            [
                .. answer.Json.GetProperty("value").EnumerateArray().Select(finding =>
                    $"{finding.GetProperty("text").GetString()}: {string.Join(' ', finding.GetProperty("foundBy").EnumerateArray().Select(finder => finder.GetString()))}"),
            ];
        }
    }

    [Fact]
    public async Task Asking_for_what_is_not_stored_does_nothing()
    {
        await using var server = await LanguageServer.StartAsync();
        var (enricher, _, _) = await EnricherAsync(server);

        await enricher.EnrichAsync(new EnrichArticleMessage("nothing", 1), Cancellation);

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task All_instances_share_one_cap_a_day()
    {
        var clients = await ClientsAsync();
        var options = Options.Create(new LanguageServiceOptions { DailyRecords = 10 });
        LanguageAllowance[] instances = [new(clients, options, time), new(clients, options, time)];

        var takes = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => instances[i % 2].TakeAsync(1, Cancellation)));

        Assert.Equal(10, takes.Count(wait => wait is null));
        Assert.All(takes.Where(wait => wait is not null), wait => Assert.Equal(TimeSpan.FromHours(2.5), wait));
        time.Advance(TimeSpan.FromHours(2.5));
        Assert.Null(await instances[0].TakeAsync(1, Cancellation));
    }

    private async Task<(ArticleEnricher Enricher, FindingStore Findings, StorageClients Clients)> EnricherAsync(LanguageServer server)
    {
        var clients = await ClientsAsync();
        var findings = new FindingStore(clients);
        var client = new TextAnalyticsClientOptions();
        client.Retry.MaxRetries = 0;
        var service = new LanguageServiceFinder(
            new TextAnalyticsClient(server.Address, new AzureKeyCredential("a key"), client),
            new LanguageAllowance(clients, Options.Create(new LanguageServiceOptions()), time));
        var enricher = new ArticleEnricher(
            new ArticleStore(clients), findings, new ArticleQueues(clients), service, NullLogger<ArticleEnricher>.Instance);
        return (enricher, findings, clients);
    }

    private async Task<StorageClients> ClientsAsync()
    {
        var settings = new Dictionary<string, string?> { ["AzureWebJobsStorage"] = await azurite.NewAccountAsync() };
        var clients = new StorageClients(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        await clients.EnsureCreatedAsync(Cancellation);
        return clients;
    }

    private async Task<string> KeepAsync(StorageClients clients)
    {
        var address = new Uri("https://paper.example/wells");
        var source = new Source("paper", "The Paper", new Uri("https://paper.example/"), "Asia/Phnom_Penh", "en", FindBy.Feed, new Uri("https://paper.example/feed"));
        var article = new Article(address, PageKind.Article, "Wells", [], time.GetUtcNow(), null, null, [], "en", null, [Text], [], null, null);
        var id = ArticleStore.IdOf(address);
        await new ArticleStore(clients).KeepAsync(id, source, article, ImmutableArray<Fetched>.Empty, time.GetUtcNow(), Cancellation);
        return id;
    }
}
