using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ingest.Feeds.Markup;

namespace Ingest.Feeds;

/// <summary>Reads pages that list articles.</summary>
public static class ListingParser
{
    private const int MostItems = 1000;

    private static readonly string NextPage = string.Join(", ", DataFile.Lines("Feeds/Data/next-page-selectors.txt"));

    /// <summary>Whether a selector can be used.</summary>
    public static bool IsSelector(string selector) => new AngleSharp.Css.Parser.CssSelectorParser().ParseSelector(selector) is not null;

    /// <summary>Reads a listing.</summary>
    /// <param name="bytes">The body as it came, decompressed.</param>
    /// <param name="contentType">The Content-Type header, or null.</param>
    /// <param name="address">Where it came from.</param>
    /// <param name="selector">
    /// CSS selector of the links to articles, or of elements that hold one each; null takes those that look like articles' links.
    /// One that is none finds nothing.
    /// </param>
    /// <param name="zone">What a time means that names no zone; null takes it for UTC.</param>
    public static Listing Parse(ReadOnlyMemory<byte> bytes, string? contentType, Uri address, string? selector, TimeZoneInfo? zone = null)
    {
        var page = HtmlReader.Read(bytes, contentType);
        var root = HtmlReader.BaseOf(page, address);
        selector ??= ListingSelector.Guess(page, address);
        var items = ImmutableArray.CreateBuilder<FeedItem>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var times = new Dictionary<IElement, string?>();
        foreach (var link in selector is not null && IsSelector(selector) ? page.QuerySelectorAll(selector).Select(AsLink).OfType<IElement>() : [])
        {
            if (Links.Web(link.GetAttribute("href"), root) is not { } target) continue;
            var article = new Uri(target.GetLeftPart(UriPartial.Query)).AbsoluteUri;
            var title = MarkupWriter.InOneLine(link.TextContent);

            // A card's picture and its headline lead to the same article, and only one of them names it.
            if (seen.TryGetValue(article, out var index))
            {
                if (items[index].Title is null && title.Length > 0) items[index] = Item(title, article, PublicationTime.Parse(TimeOf(link, times), zone));
            }
            else if (items.Count < MostItems)
            {
                seen.Add(article, items.Count);
                items.Add(Item(title, article, PublicationTime.Parse(TimeOf(link, times), zone)));
            }
        }

        return new Listing(items.ToImmutable(), Next(page, root, address));
    }

    private static IElement? AsLink(IElement element) =>
        element is IHtmlAnchorElement ? element : element.QuerySelector("a[href]") ?? element.Closest("a[href]");

    /// <summary>The time in the card that a link stands in; each card is searched once.</summary>
    private static string? TimeOf(IElement link, Dictionary<IElement, string?> times)
    {
        if (link.Closest("article, li, .post, .card, .views-row") is not { } card) return null;
        if (!times.TryGetValue(card, out var time)) times.Add(card, time = card.QuerySelector("time[datetime]")?.GetAttribute("datetime"));
        return time;
    }

    private static FeedItem Item(string title, string address, DateTimeOffset? time) => new(title.Length > 0 ? title : null, address, null, null, time, null, null, null)
    {
        TitleAsWritten = title.Length > 0 ? title : null,
    };

    private static Uri? Next(IHtmlDocument page, Uri root, Uri address) =>
        page.QuerySelectorAll(NextPage)
            .Select(link => Links.Web(link.GetAttribute("href"), root))
            .FirstOrDefault(next => next is not null && next.Host == address.Host && next != address);
}
