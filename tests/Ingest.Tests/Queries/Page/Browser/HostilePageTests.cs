using Ingest.Articles;
using Ingest.Extraction;
using Ingest.Extraction.Dates;
using Ingest.Extraction.Figures;
using Ingest.Extraction.Officials;
using Ingest.Extraction.Statements;
using Ingest.Sources;
using Ingest.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Tests.Queries.Page.Browser;

/// <summary>Whatever an article, a name or a server's words hold, the page shows it as text.</summary>
[Collection<SharedPage>]
public sealed class HostilePageTests(PageFixture page, AzuriteFixture azurite)
{
    private const string Attack = "<script>window.hit=1</script><img src=x onerror=\"window.hit=1\">'\"><svg onload=window.hit=1>{{7*7}}\u202e";

    [Fact]
    public async Task Nothing_that_comes_from_outside_runs()
    {
        var host = await PageFixture.StartAsync(await azurite.NewAccountAsync(), [new("Sources:evil:Name", Attack), new("Sources:evil:Url", "https://evil.example/")]);
        await using var running = (IAsyncDisposable)host;
        var (article, statement) = await RecordAsync(host.Services);

        await using var visitor = await page.VisitAsync(home: PageFixture.AddressOf(host));
        foreach (var address in new[]
        {
            "/", $"/?q={Uri.EscapeDataString(Attack)}", $"/?official={Uri.EscapeDataString(Attack)}", $"/?source={Uri.EscapeDataString(Attack)}", "/officials", $"/officials?q={Uri.EscapeDataString(Attack)}",
            $"/officials/{Uri.EscapeDataString(OfficialKey.Of(Attack))}", $"/articles/{article}", $"/statements/{statement}", $"/statements/{Uri.EscapeDataString(Attack)}",
            "/figures", $"/figures?series={Uri.EscapeDataString(Attack)}", "/calendar?month=2025-11", $"/calendar?month={Uri.EscapeDataString(Attack)}", "/sources",
        })
        {
            await visitor.GoAsync(address);
            Assert.True(await visitor.Page.EvaluateAsync<bool>("window.hit === undefined"), address);
            Assert.Equal(0, await visitor.Page.Locator("main img, main script, main svg[onload]").CountAsync());
        }

        await visitor.GoAsync("/");
        Assert.Contains("<script>window.hit=1</script>", await visitor.Page.Locator(".clipping blockquote").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(visitor.Troubles, trouble => trouble.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    private static async Task<(string Article, string Statement)> RecordAsync(IServiceProvider services)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var published = new DateTimeOffset(2025, 11, 4, 9, 0, 0, TimeSpan.FromHours(7));
        var url = new Uri("https://evil.example/?javascript:alert(1)");
        var article = new Article(url, PageKind.Article, Attack, [Attack], published, null, Attack, [Attack], "en", null, [Attack, Attack], [Attack], Attack, Attack);
        var source = new Source("evil", Attack, url, "Asia/Phnom_Penh", "en", FindBy.Feed, url);
        var head = await services.GetRequiredService<ArticleStore>().KeepAsync(ArticleStore.IdOf(url), source, article, [], published, cancellation);
        var stored = (await services.GetRequiredService<ArticleStore>().FindAsync(head.Id, cancellation: cancellation))!;

        var whole = new TextSpan(0, Attack.Length);
        var mentions = new Mentions(
            [new Statement(whole, [whole], StatementKind.Direct, new Speaker(whole, Attack, Attack, Attack, SpeakerKind.Person, Attack), new Cue(whole, Attack), .5)],
            [new Official(Attack, [new Role(Attack, Attack, OfficeStatus.Current, whole)], OfficeStatus.Current, Attack, [whole])],
            [new Figure(whole, Attack, 1, 2, Bound.About, Attack, Attack, Attack, Movement.None, whole, Attack)],
            [new DateMention(whole, Attack, DateType.Date, Attack, new DateOnly(2025, 11, 20), new DateOnly(2025, 11, 20), DateOutlook.Planned)]);
        await services.GetRequiredService<RecordWriter>().WriteAsync(stored, mentions, cancellation);

        var state = await services.GetRequiredService<SourceStore>().FindStateAsync("evil", cancellation);
        await services.GetRequiredService<SourceStore>().TrySaveAsync(state with { Value = state.Value with { LastPoll = published, LastError = new SourceError(published, Attack, FailureWeight.Hard) } }, cancellation);
        var cluster = await ClusterState.ReadAsync(services.GetRequiredService<Ingest.Storage.Rows.RowReader>(), stored.ClusterId, cancellation);
        return (stored.Id, cluster.Mentions.Statements.Single().Id);
    }
}
