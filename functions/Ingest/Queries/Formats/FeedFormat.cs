using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;
using Ingest.Storage.Record;

namespace Ingest.Queries.Formats;

/// <summary>A query as a feed that a reader subscribes to.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Self">The address of this feed.</param>
/// <param name="Home">The address of the app.</param>
/// <param name="Next">The address of the next page, or null.</param>
/// <param name="Entries">In the query's order.</param>
internal sealed record FeedDocument(string Title, Uri Self, Uri Home, string? Next, IReadOnlyList<FeedEntry> Entries)
{
    /// <summary>When the newest entry was published; a fixed day where there is none, so that an empty feed stays the same.</summary>
    public DateTimeOffset Updated => Entries.Count == 0 ? DateTimeOffset.UnixEpoch : Entries.Max(e => e.Published);
}

/// <summary>Writes feeds: JSON Feed 1.1, RSS 2.0 and Atom (RFC 4287). All text is text: no entry holds markup.</summary>
internal static class FeedFormat
{
    private const string AtomNamespace = "http://www.w3.org/2005/Atom";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    public static byte[] JsonFeed(FeedDocument feed) => JsonSerializer.SerializeToUtf8Bytes(
        new JsonFeedDocument(
            "https://jsonfeed.org/version/1.1",
            feed.Title,
            feed.Home,
            feed.Self,
            feed.Next,
            [.. feed.Entries.Select(e => new JsonFeedItem(e.Id, e.Url, e.Title, e.Text, e.Published, e.Author is null ? null : [new JsonFeedAuthor(e.Author)], [.. e.Tags]))]),
        RecordJson.Options);

    public static byte[] Rss(FeedDocument feed) => Xml(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, AtomNamespace);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", Clean(feed.Title));
        xml.WriteElementString("link", feed.Home.AbsoluteUri);
        xml.WriteElementString("description", Clean(feed.Title));
        xml.WriteElementString("lastBuildDate", Rfc1123(feed.Updated));
        Link(xml, "self", feed.Self.AbsoluteUri);
        if (feed.Next is not null) Link(xml, "next", feed.Next);
        foreach (var entry in feed.Entries)
        {
            xml.WriteStartElement("item");
            xml.WriteElementString("title", Clean(entry.Title));
            xml.WriteElementString("link", entry.Url.AbsoluteUri);
            xml.WriteStartElement("guid");
            xml.WriteAttributeString("isPermaLink", "false");
            xml.WriteString(entry.Id);
            xml.WriteEndElement();
            xml.WriteElementString("pubDate", Rfc1123(entry.Published));
            if (entry.Author is not null) xml.WriteElementString("dc", "creator", DublinCore, Clean(entry.Author));
            foreach (var tag in entry.Tags) xml.WriteElementString("category", Clean(tag));
            // Readers take a description for HTML.
            xml.WriteElementString("description", Clean(System.Net.WebUtility.HtmlEncode(entry.Text)));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    public static byte[] Atom(FeedDocument feed) => Xml(xml =>
    {
        xml.WriteStartElement("feed", AtomNamespace);
        xml.WriteElementString("id", feed.Self.AbsoluteUri);
        xml.WriteElementString("title", Clean(feed.Title));
        xml.WriteElementString("updated", Rfc3339(feed.Updated));
        Link(xml, "self", feed.Self.AbsoluteUri);
        Link(xml, "alternate", feed.Home.AbsoluteUri);
        if (feed.Next is not null) Link(xml, "next", feed.Next);
        foreach (var entry in feed.Entries)
        {
            xml.WriteStartElement("entry");
            xml.WriteElementString("id", entry.Id);
            xml.WriteElementString("title", Clean(entry.Title));
            xml.WriteElementString("updated", Rfc3339(entry.Published));
            xml.WriteElementString("published", Rfc3339(entry.Published));
            Link(xml, "alternate", entry.Url.AbsoluteUri);
            xml.WriteStartElement("author");
            xml.WriteElementString("name", Clean(entry.Author ?? "unknown"));
            xml.WriteEndElement();
            foreach (var tag in entry.Tags)
            {
                xml.WriteStartElement("category");
                xml.WriteAttributeString("term", Clean(tag));
                xml.WriteEndElement();
            }

            xml.WriteElementString("content", Clean(entry.Text));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", AtomNamespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static byte[] Xml(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartDocument();
            write(xml);
            xml.WriteEndDocument();
        }

        return bytes.ToArray();
    }

    // XML has no way to say some characters; they say nothing to a reader either.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) clean.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) clean.Append(text[i]).Append(text[++i]);
        }

        return clean.ToString();
    }

    private static string Rfc1123(DateTimeOffset time) => time.ToUniversalTime().ToString("r", CultureInfo.InvariantCulture);

    private static string Rfc3339(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    private sealed record JsonFeedDocument(
        string Version,
        string Title,
        [property: JsonPropertyName("home_page_url")] Uri HomePageUrl,
        [property: JsonPropertyName("feed_url")] Uri FeedUrl,
        [property: JsonPropertyName("next_url")] string? NextUrl,
        JsonFeedItem[] Items);

    private sealed record JsonFeedItem(
        string Id,
        Uri Url,
        string Title,
        [property: JsonPropertyName("content_text")] string ContentText,
        [property: JsonPropertyName("date_published")] DateTimeOffset DatePublished,
        JsonFeedAuthor[]? Authors,
        string[] Tags);

    private sealed record JsonFeedAuthor(string Name);
}
