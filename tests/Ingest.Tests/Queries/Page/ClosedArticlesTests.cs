using Ingest.Articles;
using Ingest.Sources;
using Ingest.Storage;
using Ingest.Tests.Queries.Page.Browser;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Tests.Queries.Page;

/// <summary>Where the operator leaves articles to their publishers, the page shows the sentences on record and no more.</summary>
public sealed class ClosedArticlesTests(AzuriteFixture azurite)
{
    private const string Untold = "Nobody would believe how quiet the old market used to be.";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_article_is_shown_in_excerpts_and_no_address_is_tried()
    {
        var host = await PageFixture.StartAsync(await azurite.NewAccountAsync(), [new("Queries:FullText", "false")]);
        await using var running = (IAsyncDisposable)host;
        using var http = new HttpClient { BaseAddress = PageFixture.AddressOf(host) };
        var url = new Uri("https://paper.example/market/");
        var published = new DateTimeOffset(2025, 11, 4, 9, 0, 0, TimeSpan.FromHours(7));
        string[] paragraphs = ["Minister Sok Dara said the market would close in 2030.", Untold, "Traders pay 500 riel for a roof."];
        var article = new Article(url, PageKind.Article, "The market", [], published, null, null, [], "en", null, [.. paragraphs], ["A caption."], null, null);
        var head = await host.Services.GetRequiredService<ArticleStore>().KeepAsync(
            ArticleStore.IdOf(url), new Source("paper", "The Paper", url, "Asia/Phnom_Penh", "en", FindBy.Feed, url), article, [], published, Cancelled);
        await host.Services.GetRequiredService<MentionRecorder>().RecordAsync(new ExtractMentionsMessage(head.Id, head.Revision), Cancelled);

        var page = await http.GetStringAsync(new Uri($"articles/{head.Id}?changes=1", UriKind.Relative), Cancelled);
        Assert.Contains("the market would close in", page, StringComparison.Ordinal);
        Assert.Contains("for a roof.", page, StringComparison.Ordinal);
        Assert.Contains("[…]", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Untold, page, StringComparison.Ordinal);
        Assert.DoesNotContain("A caption.", page, StringComparison.Ordinal);

        Assert.DoesNotContain("name=\"url\"", await http.GetStringAsync(new Uri("try", UriKind.Relative), Cancelled), StringComparison.Ordinal);
        using var tried = await http.PostAsync(new Uri("try", UriKind.Relative), new FormUrlEncodedContent([new("url", $"{url}")]), Cancelled);
        Assert.Contains("Here only texts are tried", await tried.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }
}
