using Ingest.Feeds.Markup;

namespace Ingest.Feeds;

/// <summary>
/// Reads the XML dialects as one: they differ in the names of their fields and agree on what these mean. Where a dialect
/// offers a field several times, the first that says anything counts; of dates the last.
/// </summary>
internal sealed class XmlFeedReader
{
    private readonly TimeZoneInfo? zone;

    private XmlFeedReader(TimeZoneInfo? zone) => this.zone = zone;

    /// <summary>Reads a document in whatever state.</summary>
    public static FeedParseResult Read(string text, Uri? address, TimeZoneInfo? zone)
    {
        var document = MarkupTree.Parse(text, address);
        var root = document.Descendants().FirstOrDefault(e => e.Name is "rss" or "rdf:rdf" or "rdf" or "feed" or "channel");
        if (root is null) return new NotAFeed(Describe(document));
        var channel = root.Name == "channel" ? root : root.Elements.FirstOrDefault(e => e.Name == "channel") ?? root;
        var reader = new XmlFeedReader(zone);
        return new FeedRead(new Feed(
            Title(channel)?.Text,
            Link(channel) ?? Links.Resolve(channel.Attribute("href"), channel.Base),
            First(channel, "language", "dc:language") ?? NullIfEmpty(channel.Attribute("xml:lang")) ?? NullIfEmpty(root.Attribute("xml:lang")),
            [.. Items(root).Take(FeedParser.MostItems).Select(reader.Item)])
        {
            TitleAsWritten = Title(channel)?.Value,
        });
    }

    private static string Describe(MarkupElement document) => document.Elements.FirstOrDefault()?.Name switch
    {
        null => "plain text",
        "html" or "head" or "body" or "html:html" => "an HTML page",
        "urlset" or "sitemapindex" => "a sitemap",
        var other => $"an XML document <{other[..Math.Min(other.Length, 40)]}>",
    };

    private static IEnumerable<MarkupElement> Items(MarkupElement root)
    {
        foreach (var element in root.Elements)
        {
            if (element.Name is "item" or "entry") yield return element;
            else if (element.Name is "channel" or "items" or "feed") foreach (var item in Items(element)) yield return item;
        }
    }

    private FeedItem Item(MarkupElement item)
    {
        var id = First(item, "guid", "id") ?? NullIfEmpty(item.Attribute("rdf:about")) ?? First(item, "dc:identifier");
        var described = Texts(item, "description", "summary").ToList();
        var summary = described.FirstOrDefault() ?? Texts(item, "dc:description", "abstract", "itunes:summary", "media:description").FirstOrDefault();
        var content = Texts(item, "content:encoded", "content", "fullitem", "html:body", "body").FirstOrDefault() ?? described.ElementAtOrDefault(1);
        return new FeedItem(
            Title(item)?.Text,
            Link(item) ?? Links.Resolve(item.Attribute("href"), item.Base) ?? LinkOfId(item, id),
            id,
            Author(item),
            Date(item, "pubdate", "published", "issued", "dcterms:issued", "dc:date", "created", "dcterms:created"),
            Date(item, "updated", "modified", "dcterms:modified") ?? PublicationTime.Parse(item.Attribute("lastmod"), zone),
            (summary ?? content)?.Value,
            content?.Value)
        {
            TitleAsWritten = Title(item)?.Value,
        };
    }

    private static FeedText? Title(MarkupElement element) => Texts(element, "title", "dc:title", "media:title").FirstOrDefault();

    private static string? Link(MarkupElement element)
    {
        // FeedBurner puts its own address into link and keeps the publisher's beside it.
        if (First(element, "feedburner:origlink") is { } original) return Links.Resolve(original, element.Base);
        var links = element.Elements.Where(e => e.Name == "link").ToList();
        var written = links.Where(e => e.Attribute("rel") is null or "" or "alternate").Select(e => NullIfEmpty(e.Attribute("href")) is { } href && e.Text.Length == 0 ? (e, href) : (e, e.Text));
        foreach (var (link, address) in written)
            if (Links.Resolve(address, link.Base) is { } resolved) return resolved;
        return null;
    }

    private static string? LinkOfId(MarkupElement item, string? id)
    {
        var guid = item.Elements.FirstOrDefault(e => e.Name == "guid");
        var isPermanent = guid?.Attribute("ispermalink") is not { } flag || !flag.Trim().Equals("false", StringComparison.OrdinalIgnoreCase);
        return isPermanent && Links.Web(id, null) is not null ? id : null;
    }

    private static string? Author(MarkupElement item)
    {
        var names = item.Elements
            .Where(e => e.Name is "author" or "dc:creator" or "itunes:author" or "dc:author")
            .GroupBy(e => e.Name)
            .FirstOrDefault(group => group.Any(e => e.Text.Length > 0))?
            .Select(e => e.Elements.FirstOrDefault(child => child.Name is "name" or "email" && child.Text.Length > 0) ?? e)
            .Select(e => MarkupWriter.ToText(e.Text))
            .Where(name => name.Length > 0)
            .Distinct();
        return names is null ? null : NullIfEmpty(string.Join(", ", names));
    }

    private DateTimeOffset? Date(MarkupElement item, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            var dates = item.Elements.Where(e => e.Name == name).Select(e => PublicationTime.Parse(e.Text, zone));
            if (dates.LastOrDefault(date => date is not null) is { } date) return date;
        }

        return null;
    }

    private static string? First(MarkupElement element, params string[] names) =>
        names.SelectMany(name => element.Elements.Where(e => e.Name == name)).Select(e => e.Text).FirstOrDefault(text => text.Length > 0);

    /// <summary>The texts under these names: by the names' order, but those that mean the same stand as the document has them.</summary>
    private static IEnumerable<FeedText> Texts(MarkupElement element, params string[] names)
    {
        var ordered = names is ["description", "summary"]
            ? element.Elements.Where(e => names.Contains(e.Name))
            : names.SelectMany(name => element.Elements.Where(e => e.Name == name));
        return ordered.Select(FeedText.Of).Where(text => text.Value.Length > 0);
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
