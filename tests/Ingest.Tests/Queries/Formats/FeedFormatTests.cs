using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Ingest.Queries.Formats;

namespace Ingest.Tests.Queries.Formats;

public sealed class FeedFormatTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly DateTimeOffset Published = new(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(7));

    public static TheoryData<string, string> HostileTexts => new()
    {
        { "<script>alert(1)</script>", "<script>alert(1)</script>" },
        { "a ]]> b <![CDATA[ c", "a ]]> b <![CDATA[ c" },
        { "</title></item></channel><item>", "</title></item></channel><item>" },
        { "&amp; &lt; &#0; \" '", "&amp; &lt; &#0; \" '" },
        { "a\0b\u0001c\u000bd\u001fe\ufffef", "abcdef" },
        { "💧 ទំនប់", "💧 ទំនប់" },
    };

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void Whatever_is_quoted_an_Atom_feed_is_sound_and_says_it(string text, string expected)
    {
        var entry = Assert.Single(Read(FeedFormat.Atom(Feed(text))).Root!.Elements(Atom + "entry"));
        Assert.Equal(expected, entry.Element(Atom + "title")!.Value);
        Assert.Equal(expected, entry.Element(Atom + "content")!.Value);
        Assert.Equal(expected, entry.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        Assert.Equal(expected, entry.Element(Atom + "category")!.Attribute("term")!.Value);
        // Without a type it is text, and no reader looks for markup in it.
        Assert.Null(entry.Element(Atom + "content")!.Attribute("type"));
    }

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void Whatever_is_quoted_an_RSS_feed_is_sound_and_says_it(string text, string expected)
    {
        var channel = Read(FeedFormat.Rss(Feed(text))).Root!.Element("channel")!;
        Assert.Equal(expected, channel.Element("title")!.Value);
        var item = Assert.Single(channel.Elements("item"));
        Assert.Equal(expected, item.Element("title")!.Value);
        var description = item.Element("description")!.Value;
        Assert.DoesNotContain('<', description);
        Assert.Equal(expected, System.Net.WebUtility.HtmlDecode(description));
    }

    [Fact]
    public void Half_a_pair_does_no_harm()
    {
        // Made here: a test runner that writes its cases down would make them whole.
        var half = string.Concat("a", (char)0xD83D, "b", (char)0xDCA7, "c");
        Assert.Equal("abc", Read(FeedFormat.Atom(Feed(half))).Root!.Element(Atom + "title")!.Value);
        Assert.Equal("abc", Read(FeedFormat.Rss(Feed(half))).Root!.Element("channel")!.Element("item")!.Element("title")!.Value);
        Assert.NotNull(JsonDocument.Parse(FeedFormat.JsonFeed(Feed(half))));
    }

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void Whatever_is_quoted_a_JSON_feed_is_sound(string text, string expected)
    {
        var json = FeedFormat.JsonFeed(Feed(text));
        var item = Assert.Single(JsonDocument.Parse(json).RootElement.GetProperty("items").EnumerateArray());
        if (text == expected) Assert.Equal(expected, item.GetProperty("content_text").GetString());
        Assert.DoesNotContain("<script>", Encoding.UTF8.GetString(json), StringComparison.Ordinal);
    }

    [Fact]
    public void An_Atom_feed_has_all_that_RFC_4287_asks_for()
    {
        var feed = Read(FeedFormat.Atom(Feed("The dam stands"))).Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Equal("https://ingest.example/api/statements?q=dam&format=atom", feed.Element(Atom + "id")!.Value);
        Assert.Equal("https://ingest.example/api/statements?q=dam&format=atom", LinkOf(feed, "self"));
        Assert.Equal("https://ingest.example/api/statements?cursor=x", LinkOf(feed, "next"));
        var entry = feed.Element(Atom + "entry")!;
        Assert.Equal("urn:ingest:statement:a1-s1", entry.Element(Atom + "id")!.Value);
        Assert.Equal("https://paper.example/dam", LinkOf(entry, "alternate"));
        foreach (var time in new[] { feed.Element(Atom + "updated"), entry.Element(Atom + "updated"), entry.Element(Atom + "published") })
            Assert.Equal(Published, DateTimeOffset.ParseExact(time!.Value, "yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));

        static string LinkOf(XElement of, string relation) => of.Elements(Atom + "link").Single(link => link.Attribute("rel")!.Value == relation).Attribute("href")!.Value;
    }

    [Fact]
    public void An_RSS_feed_has_all_that_readers_ask_for()
    {
        var root = Read(FeedFormat.Rss(Feed("The dam stands"))).Root!;
        Assert.Equal("2.0", root.Attribute("version")!.Value);
        var channel = root.Element("channel")!;
        Assert.Equal("https://ingest.example/", channel.Element("link")!.Value);
        Assert.NotNull(channel.Element("description"));
        var item = channel.Element("item")!;
        Assert.Equal(("urn:ingest:statement:a1-s1", "false"), (item.Element("guid")!.Value, item.Element("guid")!.Attribute("isPermaLink")!.Value));
        Assert.Equal("https://paper.example/dam", item.Element("link")!.Value);
        Assert.Equal(Published, DateTimeOffset.ParseExact(item.Element("pubDate")!.Value, "r", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void An_empty_feed_stays_the_same()
    {
        var empty = Feed("") with { Entries = [] };
        Assert.Equal(DateTimeOffset.UnixEpoch, empty.Updated);
        Assert.Empty(Read(FeedFormat.Atom(empty)).Root!.Elements(Atom + "entry"));
        Assert.Empty(Read(FeedFormat.Rss(empty)).Root!.Element("channel")!.Elements("item"));
    }

    private static FeedDocument Feed(string text) => new(
        text,
        new Uri("https://ingest.example/api/statements?q=dam&format=atom"),
        new Uri("https://ingest.example/"),
        "https://ingest.example/api/statements?cursor=x",
        [new FeedEntry("urn:ingest:statement:a1-s1", text, new Uri("https://paper.example/dam"), text, text, Published, [text])]);

    // As strictly as XML has it: what it forbids is an error.
    private static XDocument Read(byte[] feed)
    {
        using var reader = XmlReader.Create(new MemoryStream(feed), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = true });
        return XDocument.Load(reader);
    }
}
