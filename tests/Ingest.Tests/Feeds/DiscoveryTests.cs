using System.Text;
using Ingest.Feeds;
using Ingest.Sources;

namespace Ingest.Tests.Feeds;

/// <summary>Where a publisher tells of its articles, and what it tells there.</summary>
public sealed class DiscoveryTests
{
    private static readonly Uri Home = new("https://paper.example/");

    [Fact]
    public void A_home_page_gives_its_feeds_then_REST_then_the_usual_places_then_itself()
    {
        var found = FeedDiscovery.Find(Bytes("""
            <html><head><title>The Paper</title>
            <link rel="alternate" type="application/rss+xml" title="The Paper &raquo; Sports Feed" href="/category/sports/feed/">
            <link rel="alternate" type="application/rss+xml" title="The Paper &raquo; Feed" href="/feed/">
            <link rel="alternate" type="application/rss+xml" title="The Paper &raquo; Comments Feed" href="/comments/feed/">
            <link rel="https://api.w.org/" href="https://paper.example/wp-json/"></head><body>
            <a href="/rss.xml">RSS</a>
            <div class="post"><h3><a href="/one/">The first of several long headlines</a></h3></div>
            <div class="post"><h3><a href="/two/">The second of several long headlines</a></h3></div>
            <div class="post"><h3><a href="/three/">The third of several long headlines</a></h3></div>
            <ul><li><a href="/about/">About</a></li></ul></body></html>
            """), "text/html", Home);

        Assert.Equal(
            [
                (FindBy.Feed, "/feed/", true),
                (FindBy.Feed, "/category/sports/feed/", true),
                (FindBy.WordPress, "/wp-json/wp/v2/posts", true),
                (FindBy.Feed, "/rss.xml", true),
            ],
            found.Take(4).Select(candidate => (candidate.FindBy, candidate.Address.AbsolutePath, candidate.IsDeclared)));
        Assert.Contains(found, candidate => candidate is { FindBy: FindBy.Sitemap, IsDeclared: false, Address.AbsolutePath: "/news-sitemap.xml" });
        Assert.Equal((FindBy.Listing, "div.post > h3 > a"), (found[^1].FindBy, found[^1].ListingSelector));
        Assert.Equal(found.Length, found.Select(candidate => candidate.Address).Distinct().Count());
    }

    [Fact]
    public void An_address_that_is_a_feed_is_the_feed() =>
        Assert.Equal(
            new FeedCandidate(FindBy.Feed, Home, "The Paper"),
            Assert.Single(FeedDiscovery.Find(Bytes("<rss><channel><title>The Paper</title></channel></rss>"), null, Home)));

    [Fact]
    public void A_page_of_any_bytes_gives_the_usual_places() =>
        Assert.All(FeedDiscovery.Find(new byte[] { 0, 255, 60, 97 }, null, Home), candidate => Assert.False(candidate.IsDeclared));

    [Fact]
    public void A_news_sitemap_gives_titles_and_times()
    {
        var map = SitemapParser.Parse(Bytes("""
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
            <url><loc> https://paper.example/a </loc><lastmod>2025-11-12T06:05:00+07:00</lastmod><n:news><n:publication_date>2025-11-11</n:publication_date><n:title>A &amp; B</n:title></n:news></url>
            <url><loc>javascript:x</loc></url><url><loc>/b</loc></url></urlset>
            """), null, Home)!;
        Assert.Equal(
            [("https://paper.example/a", "A & B", (DateTimeOffset?)new DateTimeOffset(2025, 11, 11, 0, 0, 0, TimeSpan.Zero)), ("https://paper.example/b", null, null)],
            map.Items.Select(item => (item.Link!, item.Title, item.Published)));
    }

    [Fact]
    public void A_sitemap_index_gives_its_parts() =>
        Assert.Equal(
            [new SitemapPart(new Uri("https://paper.example/1.xml.gz"), new DateTimeOffset(2025, 11, 12, 0, 0, 0, TimeSpan.Zero)), new SitemapPart(new Uri("https://paper.example/2.xml"), null)],
            SitemapParser.Parse(Bytes("<sitemapindex><sitemap><loc>https://paper.example/1.xml.gz</loc><lastmod>2025-11-12</lastmod></sitemap><sitemap><loc>/2.xml</loc></sitemap></sitemapindex>"), null, Home)!.Parts);

    [Theory]
    [InlineData("https://paper.example/a\nhttps://paper.example/b\n", 2)]
    [InlineData("<html></html>", null)]
    [InlineData("hello", null)]
    [InlineData("", null)]
    public void A_sitemap_may_be_lines_and_other_text_is_none(string text, int? items) => Assert.Equal(items, SitemapParser.Parse(Bytes(text), null, Home)?.Items.Length);

    [Fact]
    public void A_WordPress_collection_is_read_as_a_feed()
    {
        var result = WordPressParser.Parse(Bytes("""
            [{"id":12,"date":"2025-11-12T13:05:00","date_gmt":"2025-11-12T06:05:00","modified_gmt":"2025-11-12T07:00:00","guid":{"rendered":"https://paper.example/?p=12"},"link":"https://paper.example/a/",
              "title":{"rendered":"Ministers&#8217; row"},"excerpt":{"rendered":"<p>x</p>\n"},"content":{"rendered":"<p>y</p>","protected":false},"_embedded":{"author":[{"name":"Chan Dara"}]}}, 5, {"id":13}]
            """), "application/json", Home);
        var item = Assert.Single(Assert.IsType<FeedRead>(result).Feed.Items);
        Assert.Equal(
            new FeedItem("Ministers’ row", "https://paper.example/a/", "https://paper.example/?p=12", "Chan Dara", new DateTimeOffset(2025, 11, 12, 6, 5, 0, TimeSpan.Zero), new DateTimeOffset(2025, 11, 12, 7, 0, 0, TimeSpan.Zero), "<p>x</p>", "<p>y</p>"),
            item with { TitleAsWritten = null });
    }

    [Theory]
    [InlineData("{\"code\":\"rest_post_invalid_page_number\"}", "WordPress's error rest_post_invalid_page_number")]
    [InlineData("<html>", "an HTML page")]
    [InlineData("[", "broken JSON")]
    [InlineData("7", "JSON, and no list of posts")]
    public void Other_answers_say_what_they_are(string text, string reason) =>
        Assert.Equal(reason, Assert.IsType<NotAFeed>(WordPressParser.Parse(Bytes(text), null, Home)).Reason);

    private const string Cards = """
        <div class="view-content"><div class="item-list"><ul>
        <li><div class="article-image"><a href="/national/one?utm_source=x#top"><img src="1.jpg"></a></div><h3><a href="/national/one?utm_source=x">One</a></h3><time datetime="2025-11-12"></time></li>
        <li><div class="article-image"><a href="national/two"><img src="2.jpg"></a></div><h3><a href="national/two">Two</a></h3></li>
        <li><div class="article-image"><a href="mailto:x"></a></div></li></ul></div></div>
        <ul class="pager-load-more"><li class="pager-next"><a href="?page=1">More</a></li></ul>
        """;

    [Theory]
    [InlineData(".view-content li a")]
    [InlineData(".view-content li")] // elements that hold a link each
    [InlineData(".view-content img, .view-content h3")] // and such as stand in one
    public void A_listing_gives_each_article_once_and_the_next_page(string selector)
    {
        var listing = ListingParser.Parse(Bytes(Cards), null, new Uri("https://paper.example/archive"), selector);
        Assert.Equal(["https://paper.example/national/one?utm_source=x", "https://paper.example/national/two"], listing.Items.Select(item => item.Link));
        Assert.Equal(new Uri("https://paper.example/archive?page=1"), listing.NextPage);
    }

    [Fact]
    public void A_listings_headline_stands_for_its_picture()
    {
        var items = ListingParser.Parse(Bytes(Cards), null, Home, ".view-content li a").Items;
        Assert.Equal(["One", "Two"], items.Select(item => item.Title));
        Assert.Equal([new DateTimeOffset(2025, 11, 12, 0, 0, 0, TimeSpan.Zero), null], items.Select(item => item.Published));
    }

    [Theory]
    [InlineData("h3 a", true)]
    [InlineData("li:has(> a)", true)]
    [InlineData("h3 >", false)]
    [InlineData("[[", false)]
    [InlineData("", false)]
    public void A_selector_is_known_before_it_is_used(string selector, bool isOne)
    {
        Assert.Equal(isOne, ListingParser.IsSelector(selector));
        if (!isOne) Assert.Empty(ListingParser.Parse(Bytes(Cards), null, Home, selector).Items);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
