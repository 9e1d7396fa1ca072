using System.Text;
using Ingest.Feeds;

namespace Ingest.Tests.Feeds;

public sealed class FeedParserTests
{
    private static readonly Uri Address = new("https://paper.example/news/feed/");

    [Fact]
    public void A_stock_WordPress_feed_is_read_whole()
    {
        var feed = Read("""
            <?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
            <channel><title>The Paper</title><atom:link href="https://paper.example/feed/" rel="self" type="application/rss+xml" /><link>https://paper.example</link><language>en-US</language>
            <item><title>Ministers&#8217; row &amp; a bridge</title><link>https://paper.example/bridge/</link><dc:creator><![CDATA[Chan Dara]]></dc:creator>
            <pubDate>Wed, 12 Nov 2025 06:05:00 +0000</pubDate><category><![CDATA[National]]></category><guid isPermaLink="false">https://paper.example/?p=12</guid>
            <description><![CDATA[<p>A bridge […]</p>]]></description><content:encoded><![CDATA[<p>A <a href="/bridge/">bridge</a>.</p>]]></content:encoded></item>
            </channel></rss>
            """);

        Assert.Equal(("The Paper", "https://paper.example", "en-US"), (feed.Title, feed.Link, feed.Language));
        Assert.Equal(
            new FeedItem(
                "Ministers’ row & a bridge",
                "https://paper.example/bridge/",
                "https://paper.example/?p=12",
                "Chan Dara",
                new DateTimeOffset(2025, 11, 12, 6, 5, 0, TimeSpan.Zero),
                null,
                "<p>A bridge […]</p>",
                "<p>A <a href=\"https://paper.example/bridge/\">bridge</a>.</p>"),
            Assert.Single(feed.Items) with { TitleAsWritten = null });
    }

    [Theory]
    [InlineData("<rss><channel><item><title>Found</title></item></channel></rss>")]
    [InlineData("<rss><item><title>Found</title></item></rss>")] // a channel left out
    [InlineData("""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel/><item><title>Found</title></item></rdf:RDF>""")]
    [InlineData("""<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="http://purl.org/rss/1.0/"><x:item><x:title>Found</x:title></x:item></r:RDF>""")] // prefixes of its own
    [InlineData("""<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Found</title></entry></feed>""")]
    [InlineData("""<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>Found</a:title></a:entry></a:feed>""")]
    [InlineData("""<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title mode="escaped">Found</title></entry></feed>""")]
    [InlineData("""{"version":"https://jsonfeed.org/version/1.1","items":[{"id":1,"title":"Found"}]}""")]
    [InlineData("\n\n  <?xml version='1.0'?><rss><channel><item><title>Found</title></item></channel></rss>")] // blank lines before the declaration
    [InlineData("Warning: something in line 3<br><rss><channel><item><title>Found</title></item></channel></rss>")] // a message before it
    [InlineData("<rss><channel><item><title>Found</title><link>https://paper.example/a?b=1&c=2</link></item></channel></rss>")] // a bare ampersand
    [InlineData("<rss><channel><item><title>Found</title><media:thumbnail url='x'/></item></channel></rss>")] // an undeclared prefix
    [InlineData("<rss><channel><item><title>Found</title><description>cut off he")] // truncated
    [InlineData("<rss><channel><item><title>Found</title><description><![CDATA[open</description></item></channel></rss>")] // open CDATA
    [InlineData("<rss><channel><item><title><![CDATA[Found</title><description><![CDATA[closed]]></description></item></channel></rss>")] // open CDATA before another
    [InlineData("<rss><channel><item><title>Found</title>")]
    [InlineData("<rss><channel><item><title>Found</title><item><title>Second</title></item></channel></rss>")] // an item left open
    [InlineData("<rss><channel><item></link></b><title>Found</title></item></channel></rss>")] // ends without starts
    [InlineData("<!DOCTYPE rss SYSTEM 'http://nowhere.example/rss.dtd'><rss><channel><item><title>Found</title></item></channel></rss>")]
    [InlineData("<!DOCTYPE rss [<!ENTITY word \"Found\">]><rss><channel><item><title>&word;</title></item></channel></rss>")]
    [InlineData("<rss><channel><item><title> \n Fo\u0000und </title></item></channel></rss>")]
    public void Every_dialect_is_read_in_whatever_state(string text) => Assert.Equal("Found", Read(text).Items[0].Title);

    [Theory]
    [InlineData("<title>A &amp; B</title>", "A & B")]
    [InlineData("<title>A &amp;amp; B</title>", "A & B")]
    [InlineData("<title><![CDATA[A &amp; B]]></title>", "A & B")]
    [InlineData("<title>&lt;b&gt;A&lt;/b&gt; B</title>", "A B")]
    [InlineData("<title type=\"html\">A &lt;i&gt;B&lt;/i&gt;</title>", "A B")]
    [InlineData("<title type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">A <i>B</i></div></title>", "A B")]
    [InlineData("<title type=\"text\">5 &lt; 6 &amp;amp; 7</title>", "5 < 6 & 7")]
    [InlineData("<title>The &lt;blink&gt; tag</title>", "The <blink> tag")]
    [InlineData("<title>Cambodia&#039;s &#8216;tiger&#8217; &ndash; &rsquo;s</title>", "Cambodia's ‘tiger’ – ’s")]
    [InlineData("<title>don&#146;t</title>", "don’t")]
    [InlineData("<title>AT&T and B&B;</title>", "AT&T and B&B;")]
    [InlineData("<title>\n   One\n   line </title>", "One line")]
    [InlineData("<dc:title>By Dublin Core</dc:title>", "By Dublin Core")]
    [InlineData("<title></title>", null)]
    public void A_title_is_text_whichever_way_it_was_escaped(string title, string? expected) =>
        Assert.Equal(expected, Read($"<rss><channel><item>{title}<link>https://paper.example/</link></item></channel></rss>").Items[0].Title);

    [Theory]
    [InlineData("<link>/a</link>", "https://paper.example/a")]
    [InlineData("<link> b </link>", "https://paper.example/news/feed/b")]
    [InlineData("<link>https://other.example/a#b</link>", "https://other.example/a#b")]
    [InlineData("<link>//other.example/a</link>", "https://other.example/a")]
    [InlineData("<link rel='alternate' href='/a'/>", "https://paper.example/a")]
    [InlineData("<link rel='self' href='/self'/><link href='/a'/>", "https://paper.example/a")]
    [InlineData("<link rel='enclosure' href='/a.mp3'/><guid>https://paper.example/g</guid>", "https://paper.example/g")]
    [InlineData("<guid isPermaLink='true'>https://paper.example/g</guid>", "https://paper.example/g")]
    [InlineData("<guid isPermaLink='false'>https://paper.example/g</guid>", null)]
    [InlineData("<guid>tag:paper.example,2025:1</guid>", null)]
    [InlineData("<link></link><guid>https://paper.example/g</guid>", "https://paper.example/g")]
    [InlineData("<image><link>https://paper.example/i</link></image><link>/a</link>", "https://paper.example/a")]
    [InlineData("<link>https://feeds.example/~r/1</link><feedburner:origLink>https://paper.example/a</feedburner:origLink>", "https://paper.example/a")]
    [InlineData("<link xml:base='https://base.example/x/'>y</link>", "https://base.example/x/y")]
    public void A_link_is_absolute_and_the_articles_own(string markup, string? expected) =>
        Assert.Equal(expected, Read($"<rss><channel><item><title>T</title>{markup}</item></channel></rss>").Items[0].Link);

    [Fact]
    public void An_unreadable_date_costs_the_date_and_nothing_else()
    {
        var feed = Read("<rss><channel><item><title>A</title><pubDate>the day after</pubDate></item><item><title>B</title><pubDate>Wed, 12 Nov 2025 06:05:00 ICT</pubDate></item></channel></rss>");
        Assert.Equal(["A", "B"], feed.Items.Select(item => item.Title));
        Assert.Equal([null, new DateTimeOffset(2025, 11, 12, 6, 5, 0, TimeSpan.FromHours(7))], feed.Items.Select(item => item.Published));
    }

    [Fact]
    public void A_time_without_zone_is_the_publishers()
    {
        var text = "<rss><channel><item><title>A</title><pubDate>12 Nov 2025 06:05</pubDate></item></channel></rss>";
        var result = FeedParser.Parse(Encoding.UTF8.GetBytes(text), null, Address, TimeZoneInfo.FindSystemTimeZoneById("Asia/Phnom_Penh"));
        Assert.Equal(new DateTimeOffset(2025, 11, 12, 6, 5, 0, TimeSpan.FromHours(7)), Assert.IsType<FeedRead>(result).Feed.Items[0].Published);
    }

    public static TheoryData<byte[], string?> Encodings => new()
    {
        { [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Khmer)], null },
        { [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Khmer)], null },
        { Encoding.BigEndianUnicode.GetBytes(Khmer), null },
        { Encoding.UTF8.GetBytes(Khmer), "application/rss+xml; charset=iso-8859-1" }, // a header that is plainly wrong
        { Encoding.UTF8.GetBytes("<?xml version='1.0' encoding='windows-1252'?>" + Khmer), null },
        { Encoding.UTF8.GetBytes("<?xml version='1.0' encoding='utf-16'?>" + Khmer), "text/xml; charset=\"utf-8\"" },
        { Encoding.UTF8.GetBytes("<?xml version='1.0' encoding='x-nobody-knows'?>" + Khmer), null },
    };

    private const string Khmer = "<rss><channel><item><title>ភ្នំពេញ – é</title></item></channel></rss>";

    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_encoding_is_what_mark_header_declaration_or_the_bytes_say(byte[] bytes, string? contentType) =>
        Assert.Equal("ភ្នំពេញ – é", Assert.IsType<FeedRead>(FeedParser.Parse(bytes, contentType, Address)).Feed.Items[0].Title);

    [Fact]
    public void Stray_bytes_of_Windows_1252_are_read_as_what_they_are()
    {
        byte[] bytes = [.. "<rss><channel><item><title>caf"u8, 0xE9, .. " ភ្នំ ពេញ"u8, 0x93, .. "</title></item></channel></rss>"u8];
        Assert.Equal("café ភ្នំ ពេញ“", Assert.IsType<FeedRead>(FeedParser.Parse(bytes, null, Address)).Feed.Items[0].Title);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("<!DOCTYPE html><html><body>Just a moment</body></html>", "an HTML page")]
    [InlineData("<urlset/>", "a sitemap")]
    [InlineData("<note/>", "an XML document <note>")]
    [InlineData("{\"items\":", "broken JSON")]
    [InlineData("{\"code\":\"rest_no_route\"}", "JSON, and no JSON Feed")]
    [InlineData("Not found", "plain text")]
    public void Bytes_that_are_no_feed_say_what_they_are(string text, string reason) =>
        Assert.Equal(reason, Assert.IsType<NotAFeed>(FeedParser.Parse(Encoding.UTF8.GetBytes(text), null, Address)).Reason);

    [Fact]
    public void Declared_entities_expand_once_and_within_a_bound()
    {
        var text = new StringBuilder("<!DOCTYPE rss [<!ENTITY a \"").Append('x', 1000).Append("\"><!ENTITY b \"&a;&a;\">]><rss><channel><item><title>&b;</title><description>");
        text.Insert(text.Length, "&a;", 10_000).Append("</description></item></channel></rss>");
        var item = Read(text.ToString()).Items[0];
        Assert.Equal("&a;&a;", item.Title);
        Assert.InRange(item.Summary!.Length, 1, 64 * 1024);
    }

    [Fact]
    public void Nothing_that_a_browser_would_run_is_kept()
    {
        var item = Read("<rss><channel><item><description><![CDATA[<p onclick='x()'>A<script>alert(1)</script><a href=\" java\nscript:x()\">b</a><img src='/i.png' onerror=x><iframe src='//x'>y</iframe></p>]]></description></item></channel></rss>").Items[0];
        Assert.Equal("<p>A<a>b</a><img src=\"https://paper.example/i.png\" /></p>", item.Summary);
    }

    [Fact]
    public void A_JSON_feed_is_read_whole()
    {
        var item = Read("""
            {"version":"https://jsonfeed.org/version/1","title":"The Paper","home_page_url":"/","items":[
             {"id":"1","url":"/a","title":"A &amp; B","content_html":"<p>x</p>","summary":"s","date_published":"2025-11-12T06:05:00+07:00","date_modified":"2025-11-13T00:00:00Z","author":{"name":"Chan Dara"}},
             {"id":2.5,"external_url":"https://other.example/","authors":[{"name":"A"},{"name":"B"},{}],"content_text":"plain"}, 7, ]}
            """);
        Assert.Equal(("The Paper", "https://paper.example/"), (item.Title, item.Link));
        Assert.Equal(
            [
                new("A & B", "https://paper.example/a", "1", "Chan Dara", new DateTimeOffset(2025, 11, 12, 6, 5, 0, TimeSpan.FromHours(7)), new DateTimeOffset(2025, 11, 13, 0, 0, 0, TimeSpan.Zero), "s", "<p>x</p>"),
                new(null, "https://other.example/", "2.5", "A, B", null, null, "plain", "plain"),
            ],
            item.Items.Select(read => read with { TitleAsWritten = null }));
    }

    [Fact]
    public void A_name_or_text_that_is_half_a_character_costs_its_own_field() =>
        Assert.Equal(["B"], Read("""{"version":"https://jsonfeed.org/version/1","items":[{"\ud800":1,"url":"/a"},{"id":"\ud800","title":"B"}]}""").Items.Select(item => item.Title).OfType<string>());

    [Fact]
    public void Markup_in_an_entry_grows_no_further_than_a_text_may() =>
        Assert.InRange(Read($"<rss><channel><item><description><![CDATA[<p>{new string('<', 2_000_000)}]]></description></item></channel></rss>").Items[0].Summary!.Length, 1_000_000, 5_000_000);

    private static Feed Read(string text) => Assert.IsType<FeedRead>(FeedParser.Parse(Encoding.UTF8.GetBytes(text), null, Address)).Feed;
}
