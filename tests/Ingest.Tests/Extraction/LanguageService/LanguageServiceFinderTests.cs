using Azure;
using Azure.AI.TextAnalytics;
using Ingest.Extraction;
using Ingest.Extraction.LanguageService;

namespace Ingest.Tests.Extraction.LanguageService;

public sealed class LanguageServiceFinderTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Findings_carry_offsets_into_the_whole_article_though_it_was_sent_in_pieces()
    {
        await using var server = await LanguageServer.StartAsync();
        server.Known["Chan Dara"] = "Person";
        var filler = string.Join("\n\n", Enumerable.Repeat(string.Concat(Enumerable.Repeat("The 🌊 rose again. ", 100)).Trim(), 10));
        var article = new ArticleText(filler + "\n\nGovernor Chan Dara spoke.");

        var found = Assert.IsType<FinderAnswer.Found>(await Finder(server).FindAsync(article, Cancellation));

        var finding = Assert.Single(found.Findings);
        Assert.Equal("Chan Dara", finding.Span.In(article.Text));
        Assert.Equal(FindingKind.Person, finding.Kind);
        Assert.Equal([LanguageServiceFinder.Name], finding.FoundBy);
        Assert.Equal("a key", server.KeySeen);
    }

    [Fact]
    public async Task No_call_holds_more_than_five_documents()
    {
        await using var server = await LanguageServer.StartAsync();
        var article = new ArticleText(string.Join("\n\n", Enumerable.Repeat(new string('x', 5000), 12)));

        Assert.IsType<FinderAnswer.Found>(await Finder(server).FindAsync(article, Cancellation));

        Assert.Equal([5, 5, 2], server.Requests.Select(r => r["analysisInput"]!["documents"]!.AsArray().Count));
    }

    [Fact]
    public async Task A_category_that_finders_do_not_share_is_left_out()
    {
        await using var server = await LanguageServer.StartAsync();
        server.Known["post@example.org"] = "Email";

        var found = Assert.IsType<FinderAnswer.Found>(await Finder(server).FindAsync(new ArticleText("Write to post@example.org."), Cancellation));

        Assert.Empty(found.Findings);
    }

    [Fact]
    public async Task A_document_with_an_error_costs_its_own_findings_only()
    {
        await using var server = await LanguageServer.StartAsync();
        server.Known["Chan Dara"] = "Person";
        server.Unreadable = "unreadable";
        var article = new ArticleText(new string('u', 5100) + " unreadable\n\nGovernor Chan Dara spoke.");

        var found = Assert.IsType<FinderAnswer.Found>(await Finder(server).FindAsync(article, Cancellation));

        Assert.Equal("Chan Dara", Assert.Single(found.Findings).Text);
        Assert.Equal("InvalidDocument: Document text is unreadable.", Assert.Single(found.Refused));
    }

    [Theory]
    [InlineData(429, 7, 7)]
    [InlineData(503, null, 600)] // without a word of its own an outage is given ten minutes
    public async Task A_throttled_or_absent_service_is_asked_again_later(int status, int? retryAfter, int seconds)
    {
        await using var server = await LanguageServer.StartAsync();
        server.Failures.Enqueue((status, retryAfter));

        var later = Assert.IsType<FinderAnswer.Later>(await Finder(server).FindAsync(new ArticleText("Text."), Cancellation));

        Assert.Equal(TimeSpan.FromSeconds(seconds), later.After);
    }

    [Fact]
    public async Task A_refused_key_is_trouble_and_not_an_answer()
    {
        await using var server = await LanguageServer.StartAsync();
        server.Failures.Enqueue((401, null));

        await Assert.ThrowsAsync<RequestFailedException>(() => Finder(server).FindAsync(new ArticleText("Text."), Cancellation));
    }

    [Fact]
    public async Task Nothing_is_sent_once_the_days_records_are_spent()
    {
        await using var server = await LanguageServer.StartAsync();
        var finder = new LanguageServiceFinder(Client(server), new Allowance(TimeSpan.FromHours(3)));

        var later = Assert.IsType<FinderAnswer.Later>(await finder.FindAsync(new ArticleText("Text."), Cancellation));

        Assert.Equal(TimeSpan.FromHours(3), later.After);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("", 10, new string[0])]
    [InlineData("one two", 10, new[] { "one two" })]
    [InlineData("one two\n\nthree", 10, new[] { "one two\n\n", "three" })] // between paragraphs, where one ends in time
    [InlineData("one two three", 10, new[] { "one two ", "three" })] // else between words
    [InlineData("0123456789abc", 10, new[] { "0123456789", "abc" })] // else anywhere
    [InlineData("🌊🌊🌊", 2, new[] { "🌊🌊", "🌊" })] // never inside a text element
    public void A_text_is_cut_where_it_hurts_least(string text, int limit, string[] pieces) =>
        Assert.Equal(pieces, TextPieces.Cut(text, limit).Select(p => p.In(text)));

    [Fact]
    public void Finders_that_agree_share_one_finding_and_finders_that_disagree_keep_both()
    {
        var dara = new TextSpan(0, 9);
        var governor = new TextSpan(0, 4);
        Finding ours = new(dara, "Chan Dara", FindingKind.Person, 1, ["ingest"]);

        var merged = Findings.Merge(
            [ours],
            [ours with { Confidence = .8, FoundBy = ["azure-language"] }, new Finding(governor, "Chan", FindingKind.Organization, .6, ["azure-language"])]);

        Assert.Equal(2, merged.Length);
        Assert.Equal(["azure-language", "ingest"], merged[0].FoundBy);
        Assert.Equal(["azure-language"], merged[1].FoundBy);
    }

    private static LanguageServiceFinder Finder(LanguageServer server) => new(Client(server), new Allowance(null));

    // Without retries of the client: what it does between answers is its own matter.
    private static TextAnalyticsClient Client(LanguageServer server)
    {
        var options = new TextAnalyticsClientOptions();
        options.Retry.MaxRetries = 0;
        return new TextAnalyticsClient(server.Address, new AzureKeyCredential("a key"), options);
    }

    private sealed class Allowance(TimeSpan? wait) : IRecordAllowance
    {
        public Task<TimeSpan?> TakeAsync(int records, CancellationToken cancellationToken) => Task.FromResult(wait);
    }
}
