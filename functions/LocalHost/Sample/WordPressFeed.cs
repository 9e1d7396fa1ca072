using System.Globalization;
using System.Xml.Linq;

namespace Ingest.LocalHost.Sample;

/// <summary>WordPress's RSS 2.0.</summary>
internal static class WordPressFeed
{
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Syndication = "http://purl.org/rss/1.0/modules/syndication/";

    public static SamplePage Page(WordPressStyle style, Uri home, IReadOnlyList<SampleArticle> articles)
    {
        var latest = articles.Max(article => article.Modified);
        var channel = new XElement("channel",
            new XElement("title", style.Name),
            new XElement(Atom + "link", new XAttribute("href", $"{home}feed/"), new XAttribute("rel", "self"), new XAttribute("type", "application/rss+xml")),
            new XElement("link", home),
            new XElement("description"),
            new XElement("lastBuildDate", Date(latest)),
            new XElement("language", "en-US"),
            new XElement(Syndication + "updatePeriod", "hourly"),
            new XElement(Syndication + "updateFrequency", "1"),
            new XElement("generator", "https://wordpress.org/?v=6.8.3"),
            articles.Select(article => Item(style, home, article)));
        var feed = new XElement("rss",
            new XAttribute("version", "2.0"),
            new XAttribute(XNamespace.Xmlns + "content", Content),
            new XAttribute(XNamespace.Xmlns + "dc", Dublin),
            new XAttribute(XNamespace.Xmlns + "atom", Atom),
            new XAttribute(XNamespace.Xmlns + "sy", Syndication),
            channel);
        return new SamplePage($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{feed}\n", "application/rss+xml", latest);
    }

    private static XElement Item(WordPressStyle style, Uri home, SampleArticle article)
    {
        var address = $"{home}{article.Slug}/";
        var appeared = $"<p>The post {Markup.Link(address, article.Title)} appeared first on {Markup.Link($"{home}", style.Name)}.</p>";
        return new XElement("item",
            new XElement("title", article.Title),
            new XElement("link", address),
            new XElement(Dublin + "creator", new XCData(string.Join(", ", article.Authors))),
            new XElement("pubDate", Date(article.Published)),
            new XElement("category", new XCData(article.Section)),
            article.Tags.Select(tag => new XElement("category", new XCData(tag))),
            new XElement("guid", new XAttribute("isPermaLink", "false"), WordPressSite.ShortLink(home, article)),
            new XElement("description", new XCData($"<p>{Markup.Text(article.Summary)}</p>\n{appeared}")),
            style.WholeTextInFeed && !article.Teaser ? new XElement(Content + "encoded", new XCData($"{Markup.Paragraphs(article, readMore: null)}\n{appeared}")) : null);
    }

    private static string Date(DateTimeOffset time) => time.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " +0000";
}
