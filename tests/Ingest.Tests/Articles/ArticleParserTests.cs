using System.Text;
using Ingest.Articles;
using Ingest.Sources;

namespace Ingest.Tests.Articles;

/// <summary>Pages of publishers that nobody wrote a rule for.</summary>
public sealed class ArticleParserTests
{
    private static readonly Uri Address = new("https://www.paper.example/national/bridge-opens?utm_source=feed");

    private static readonly Source Source = new("paper", "The Paper", new Uri("https://www.paper.example/"), "Asia/Phnom_Penh", "en", FindBy.Feed, new Uri("https://www.paper.example/feed/"));

    private const string Words = """
        <p>SIEM REAP: The bridge over the river was opened to all who want to cross it, Governor Hem Sovannara said on Monday.</p>
        <p>“It was late, and it was worth the wait,” he told a crowd of about 400 people from both banks.</p>
        <p>The old ferry had carried no more than twelve people at a time, and none of them after dark.</p>
        """;

    private static readonly string[] Paragraphs =
    [
        "The bridge over the river was opened to all who want to cross it, Governor Hem Sovannara said on Monday.",
        "“It was late, and it was worth the wait,” he told a crowd of about 400 people from both banks.",
        "The old ferry had carried no more than twelve people at a time, and none of them after dark.",
    ];

    [Fact]
    public void What_stands_around_and_between_the_paragraphs_is_no_part_of_the_words()
    {
        var read = Read($"""
            <html lang="en-GB"><head><title>Bridge opens at last | The Paper</title></head><body>
            <nav><ul><li><a href="/">Home</a></li><li><a href="/national">National</a></li></ul></nav>
            <main><article>
            <h1>Bridge opens at last</h1><p class="byline">By Chan Dara and Sok Lina</p><p>12 November 2025 | 10:19 | ICT</p>
            <figure><img src="/b.jpg"><figcaption>People cross the bridge on Monday. Chan Dara</figcaption></figure>
            <div class="share-bar"><a href="#">Facebook</a> <a href="#">X</a></div>
            <div class="story-body">{Words.Replace("<p>“It", "<p><strong>Read more:</strong> <a href='/x'>The ferry that never came</a></p><aside class=\"pull-quote\">Worth the wait</aside><p>Advertisement</p><p>“It", StringComparison.Ordinal)}
            <p>- The Phnom Penh Post/ANN</p>
            <div class="newsletter"><p>Get the best of our stories every morning in your inbox, free of charge.</p></div></div>
            <div class="related"><h3>Related stories</h3><ul><li><a href="/y">A story about something else that happened</a></li></ul></div>
            </article></main><footer><p>All rights reserved by The Paper and its owners since the year of its foundation.</p></footer></body></html>
            """).Article;

        Assert.Equal(Paragraphs, read.Paragraphs);
        Assert.Equal(["People cross the bridge on Monday. Chan Dara"], read.Captions);
        Assert.Equal(("Bridge opens at last", "SIEM REAP", "The Phnom Penh Post/ANN", "en-GB", PageKind.Article), (read.Title, read.Dateline, read.Credit, read.Language, read.Kind));
        Assert.Equal(["Chan Dara", "Sok Lina"], read.Authors);
        Assert.Equal(new DateTimeOffset(2025, 11, 12, 10, 19, 0, TimeSpan.FromHours(7)), read.Published);
    }

    [Theory]
    [InlineData("""<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge opens at last","author":{"name":"Chan Dara"},"datePublished":"2025-11-12T10:19:00+07:00","dateModified":"2025-11-12T11:00:00+07:00","articleSection":["National"],"keywords":"bridges, rivers","image":{"url":"/b.jpg"}}</script>""")]
    [InlineData("""<script type='application/ld+json'>[{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"The Paper"},{"@type":["Article","NewsArticle"],"headline":"Bridge opens&#32;at last","author":[{"@id":"#p1"}],"datePublished":"2025-11-12T03:19:00Z","dateModified":"2025-11-12T04:00:00Z","articleSection":"National","keywords":["bridges","rivers"],"image":["https://www.paper.example/b.jpg"]},{"@id":"#p1","@type":"Person","name":"Chan Dara"}]}]</script>""")]
    [InlineData("""<meta property="og:title" content="Bridge opens at last - The Paper"><meta property="og:site_name" content="The Paper"><meta name="author" content="By Chan Dara, staff reporter"><meta property="article:published_time" content="2025-11-12T10:19:00+07:00"><meta property="article:modified_time" content="2025-11-12T11:00+07:00"><meta property="article:section" content="National"><meta property="article:tag" content="bridges"><meta property="article:tag" content="rivers"><meta property="og:image" content="/b.jpg">""")]
    public void What_a_page_says_of_its_article_is_read_in_every_form(string head)
    {
        var read = Read($"<html><head>{head}</head><body><div>{Words}</div></body></html>").Article;
        Assert.Equal(("Bridge opens at last", "National"), (read.Title, read.Section));
        Assert.Equal(["Chan Dara"], read.Authors);
        Assert.Equal((new DateTimeOffset(2025, 11, 12, 3, 19, 0, TimeSpan.Zero), new DateTimeOffset(2025, 11, 12, 4, 0, 0, TimeSpan.Zero)), (read.Published!.Value.ToUniversalTime(), read.Modified!.Value.ToUniversalTime()));
        Assert.Equal(["bridges", "rivers"], read.Tags);
        Assert.Equal(new Uri("https://www.paper.example/b.jpg"), read.LeadPicture);
        Assert.Equal(Paragraphs, read.Paragraphs);
    }

    [Theory]
    [InlineData("", "https://www.paper.example/national/bridge-opens")]
    [InlineData("<link rel='canonical' href='/national/bridge'>", "https://www.paper.example/national/bridge")] // relative
    [InlineData("<link rel='canonical' href='https://paper.example/national/bridge?utm_source=x#a'>", "https://paper.example/national/bridge")]
    [InlineData("<link rel='canonical' href='https://original.example/bridge'>", "https://www.paper.example/national/bridge-opens")] // a copy stays at its own address
    [InlineData("<link rel='canonical' href='https://www.paper.example/'>", "https://www.paper.example/national/bridge-opens")] // every page's
    [InlineData("<meta property='og:url' content='https://www.paper.example/b'>", "https://www.paper.example/b")]
    [InlineData("<link rel='canonical' href='https://original.example/bridge'><meta property='og:url' content='https://www.paper.example/b'>", "https://www.paper.example/b")]
    [InlineData("<link rel='canonical' href='javascript:void(0)'>", "https://www.paper.example/national/bridge-opens")]
    public void The_canonical_address_is_the_sites_own(string head, string url) =>
        Assert.Equal(url, Read($"<html><head>{head}</head><body>{Words}</body></html>").Article.Url.AbsoluteUri);

    [Fact]
    public void A_page_of_a_cache_names_the_original() =>
        Assert.Equal(
            "https://www.paper.example/national/bridge",
            ArticleParser.Parse(Bytes($"<html><head><link rel='canonical' href='https://www.paper.example/national/bridge'></head><body>{Words}</body></html>"), null, new Uri("https://www-paper-example.cdn.ampproject.org/c/s/www.paper.example/national/bridge?amp=1"), Source).Article.Url.AbsoluteUri);

    [Theory]
    [InlineData("<title>Just a moment...</title><div id='challenge-form'>Enable JavaScript and cookies to continue</div>", PageKind.BotCheck)]
    [InlineData("<title>paper.example</title><p>Please verify you are a human before you go on to the page that you asked for.</p>", PageKind.BotCheck)]
    [InlineData("<title>Before you continue</title><p>We value your privacy. We and our partners store and read what is on your device.</p><button>Accept all</button>", PageKind.Consent)]
    [InlineData("<title>The Paper</title><p>Short.</p>", PageKind.Unreadable)]
    [InlineData("", PageKind.Unreadable)]
    [InlineData("<h1>Bridge opens</h1><p>The bridge over the river was opened to all who want to cross it, Governor Hem Sovannara said on Monday. “It was late,” he told a …</p><a href='/full'>Full story</a>", PageKind.Teaser)]
    [InlineData("<h1>Bridge opens</h1><p>The bridge over the river was opened to all who want to cross it, Governor Hem Sovannara said on Monday.</p><div class='wall'><p>This article is for subscribers.</p><a href='/subscribe'>Subscribe to continue reading</a></div>", PageKind.Paywall)]
    public void A_page_in_an_articles_place_is_told(string html, PageKind kind) => Assert.Equal(kind, Read(html).Article.Kind);

    [Fact]
    public void An_article_that_asks_for_support_is_one() =>
        Assert.Equal(PageKind.Article, Read($"<h1>Bridge opens at last</h1>{Words}{Words.Replace("bridge", "market", StringComparison.Ordinal)}<div class='promo'>Already a subscriber? Sign in.</div>").Article.Kind);

    [Fact]
    public void An_article_in_another_language_is_kept_and_marked()
    {
        var read = Read($"<html lang='en'><body><h1>ស្ពាន</h1><p>{string.Concat(Enumerable.Repeat("រដ្ឋមន្ត្រី​បាន​ថ្លែង​កាល​ពី​ថ្ងៃ​ចន្ទ​ថា​ស្ពាន​នឹង​បើក​ឱ្យ​ប្រើប្រាស់។ ", 4))}</p></body></html>").Article;
        Assert.Equal((PageKind.Article, "km"), (read.Kind, read.Language));
    }

    [Fact]
    public void The_pages_of_an_article_are_one()
    {
        var first = ArticleParser.Parse(Bytes($"<head><link rel='canonical' href='/national/bridge-opens'></head><h1>Bridge opens at last</h1>{Words}<div class='page-links'><span class='post-page-numbers current'>1</span><a class='post-page-numbers' href='/national/bridge-opens/2/'>2</a></div>"), null, new Uri("https://www.paper.example/national/bridge-opens"), Source);
        Assert.Equal(new Uri("https://www.paper.example/national/bridge-opens/2/"), first.NextPage);

        var second = ArticleParser.Parse(Bytes("<h1>Bridge opens at last</h1><p>The old ferry had carried no more than twelve people at a time, and none of them after dark.</p><p>Its captain, who is 71, said that he would now learn to fish from the bank like everybody else.</p><p>- The Phnom Penh Post/ANN</p>"), null, first.NextPage!, Source);
        Assert.Null(second.NextPage);

        var whole = ArticlePage.Join(first.Article, [second.Article]);
        Assert.Equal([.. Paragraphs, "Its captain, who is 71, said that he would now learn to fish from the bank like everybody else."], whole.Paragraphs);
        Assert.Equal("The Phnom Penh Post/ANN", whole.Credit);
    }

    [Theory]
    [InlineData("<link rel='next' href='/national/another-story'>")] // the next story
    [InlineData("<link rel='next' href='https://other.example/national/bridge-opens/2'>")]
    [InlineData("<link rel='next' href='/national/bridge-opens?utm_source=feed'>")] // itself
    public void A_link_to_another_story_is_no_next_page(string head) => Assert.Null(Read($"<html><head>{head}</head><body>{Words}</body></html>").NextPage);

    [Fact]
    public void Words_that_only_a_script_would_show_are_read_off_the_metadata()
    {
        var body = string.Join("\\n\\n", Paragraphs).Replace("\"", "\\\"", StringComparison.Ordinal);
        Assert.Equal(Paragraphs, Read($$"""<html><head><script type="application/ld+json">{"@type":"NewsArticle","articleBody":"{{body}}"}</script></head><body><div id="app"></div></body></html>""").Article.Paragraphs);
    }

    [Theory]
    [InlineData("<meta property='og:type' content='article'>", "", true)]
    [InlineData("", "", false)] // nothing says that this is an article
    [InlineData("<meta property='og:type' content='article'>", "<p>The rest of this story is for those who pay for it, and there are many good reasons to be one of them: our reporters go where the news is, they ask those who know, and they print what was said. A month of it costs no more than a bowl of noodles in the old market, and you may end it whenever you like to.</p>", false)]
    [InlineData("<meta property='og:type' content='article'><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script>", "", false)]
    public void Words_that_a_script_begins_with_are_read_where_the_page_shows_none(string head, string shown, bool isRead)
    {
        var markup = System.Text.Json.JsonSerializer.Serialize(string.Concat(Paragraphs.Select(paragraph => $"<p class=\"p\">{paragraph}</p>")));
        var page = Read($$"""<html><head>{{head}}<title>Bridge opens at last</title></head><body><div id="app">{{shown}}</div><script>window.state={"teaser":{"body":"<p>Another story</p>"},"title":"It \"opens\"","detail":{"contentHtml":{{markup}},"id":12} };</script></body></html>""");
        Assert.Equal(isRead, page.Article.Paragraphs.SequenceEqual(Paragraphs) && page.Article.Kind == PageKind.Article);
    }

    private static ArticlePage Read(string html) => ArticleParser.Parse(Bytes(html), "text/html", Address, Source);

    private static byte[] Bytes(string html) => Encoding.UTF8.GetBytes(html);
}
