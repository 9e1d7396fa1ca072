using System.Collections.Immutable;
using Ingest.Feeds.Markup;

namespace Ingest.Feeds;

/// <summary>Reads sitemaps (sitemaps.org 0.9) and indexes of them, with Google's news extension.</summary>
public static class SitemapParser
{
    /// <summary>A sitemap may list so many pages (sitemaps.org); what follows is left unread.</summary>
    private const int MostItems = 50_000;

    /// <summary>Reads a sitemap; null where the bytes are none.</summary>
    /// <param name="bytes">The body, decompressed; a sitemap may also be plain text, one address a line.</param>
    /// <param name="contentType">The Content-Type header, or null.</param>
    /// <param name="address">Where it came from.</param>
    /// <param name="zone">What a time means that names no zone; null takes it for UTC.</param>
    public static Sitemap? Parse(ReadOnlyMemory<byte> bytes, string? contentType, Uri address, TimeZoneInfo? zone = null)
    {
        var text = CharacterDecoder.Decode(bytes.Span, contentType);
        var root = MarkupTree.Parse(text, address).Descendants().FirstOrDefault(e => e.Name is "urlset" or "sitemapindex" || e.LocalName is "urlset" or "sitemapindex");
        if (root is null) return Lines(text, address);
        var items = root.Elements.Where(e => Is(e, "url")).Take(MostItems).Select(url => Item(url, zone)).OfType<FeedItem>();
        var parts = root.Elements.Where(e => Is(e, "sitemap")).Take(MostItems)
            .Select(part => (Address: Links.Web(Text(part, "loc"), address), Modified: PublicationTime.Parse(Text(part, "lastmod"), zone)))
            .Where(part => part.Address is not null)
            .Select(part => new SitemapPart(part.Address!, part.Modified));
        return new Sitemap([.. items], [.. parts]);
    }

    private static FeedItem? Item(MarkupElement url, TimeZoneInfo? zone)
    {
        if (Links.Web(Text(url, "loc"), url.Base) is not { } link) return null;
        var news = url.Elements.FirstOrDefault(e => Is(e, "news"));
        var title = news is null ? null : Text(news, "title") is { } written ? FeedText.Guess(written, null).Text : null;
        return new FeedItem(
            title,
            link.OriginalString,
            Id: null,
            Author: null,
            news is null ? null : PublicationTime.Parse(Text(news, "publication_date"), zone),
            PublicationTime.Parse(Text(url, "lastmod"), zone),
            Summary: null,
            Content: null)
        {
            TitleAsWritten = title,
        };
    }

    /// <summary>A sitemap of plain text: every line an address, or it is something else.</summary>
    private static Sitemap? Lines(string text, Uri address)
    {
        var items = ImmutableArray.CreateBuilder<FeedItem>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace()) continue;
            if (!line.TrimStart().StartsWith("http", StringComparison.OrdinalIgnoreCase) || Links.Web(line.ToString(), address) is not { } link) return null;
            if (items.Count < MostItems) items.Add(new FeedItem(null, link.OriginalString, null, null, null, null, null, null));
        }

        return items.Count == 0 ? null : new Sitemap(items.ToImmutable(), []);
    }

    private static bool Is(MarkupElement element, string name) => element.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string? Text(MarkupElement element, string name) => element.Elements.FirstOrDefault(e => Is(e, name))?.Text;
}
