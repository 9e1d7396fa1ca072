using Ingest.Articles;
using Ingest.Extraction.LanguageService;
using Ingest.Sources;
using Ingest.Storage;
using Ingest.Tests.Queries.Page.Browser;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Tests.Queries.Page;

/// <summary>What Azure AI Language alone saw in an article stands beside what the extractors found.</summary>
public sealed class ServiceFindingsTests(AzuriteFixture azurite)
{
    private const string Text = "Minister Sok Dara said the market in <Kampot> would close in 2030.";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_article_lists_them_by_kind()
    {
        var host = await PageFixture.StartAsync(await azurite.NewAccountAsync(), []);
        await using var running = (IAsyncDisposable)host;
        using var http = new HttpClient { BaseAddress = PageFixture.AddressOf(host) };
        var url = new Uri("https://paper.example/market/");
        var article = new Article(url, PageKind.Article, "The market", [], DateTimeOffset.UnixEpoch, null, null, [], "en", null, [Text], [], null, null);
        var head = await host.Services.GetRequiredService<ArticleStore>().KeepAsync(
            ArticleStore.IdOf(url), new Source("paper", "The Paper", url, "Asia/Phnom_Penh", "en", FindBy.Feed, url), article, [], DateTimeOffset.UnixEpoch, Cancelled);
        var address = new Uri($"articles/{head.Id}", UriKind.Relative);
        Assert.DoesNotContain("Azure AI Language", await http.GetStringAsync(address, Cancelled), StringComparison.Ordinal);

        await host.Services.GetRequiredService<FindingStore>().SaveAsync(head.Id, head.Revision, [Seen("Sok Dara", FindingKind.Person), Seen("<Kampot>", FindingKind.Location)], Cancelled);

        var page = await http.GetStringAsync(address, Cancelled);
        Assert.Contains("Seen by Azure AI Language alone", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"faint\">Places</span> &lt;Kampot&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<span class=\"faint\">People</span>", page, StringComparison.Ordinal);
    }

    private static Ingest.Extraction.LanguageService.Finding Seen(string words, FindingKind kind)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal);
        return new(new TextSpan(start, start + words.Length), words, kind, 0.9, [LanguageServiceFinder.Name]);
    }
}
