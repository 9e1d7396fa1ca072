using System.Collections.Immutable;
using AngleSharp.Html.Dom;
using Ingest.Feeds.Markup;
using Ingest.Sources;

namespace Ingest.Feeds;

/// <summary>Finds out from a home page where a publisher tells of its articles. Fetches nothing.</summary>
public static class FeedDiscovery
{
    /// <summary>More than a page has reason to declare; sites that do have a feed for each section.</summary>
    private const int MostDeclared = 10;

    private static readonly HashSet<string> FeedTypes = DataFile.Words("Feeds/Data/feed-types.txt");

    private static readonly string[] UsualFeeds = [.. DataFile.Lines("Feeds/Data/usual-feeds.txt")];

    private static readonly string[] UsualSitemaps = [.. DataFile.Lines("Feeds/Data/usual-sitemaps.txt")];

    /// <summary>
    /// The places in the order to try them: the address itself where it is a feed, declared feeds, WordPress's REST, links
    /// that look like feeds, the usual places of feeds, news sitemaps, and the page itself as a listing. The first that
    /// answers as it should is the one.
    /// </summary>
    /// <param name="bytes">The home page's body, decompressed.</param>
    /// <param name="contentType">The Content-Type header, or null.</param>
    /// <param name="address">Where it came from.</param>
    public static ImmutableArray<FeedCandidate> Find(ReadOnlyMemory<byte> bytes, string? contentType, Uri address)
    {
        var text = CharacterDecoder.Decode(bytes.Span, contentType);
        if (FeedParser.Parse(text, address, null) is FeedRead { Feed: var feed }) return [new(FindBy.Feed, address, feed.Title)];
        var page = HtmlReader.Read(text);
        var root = HtmlReader.BaseOf(page, address);
        return
        [
            .. DeclaredFeeds(page, root)
                .Concat(WordPress(page, root))
                .Concat(LinkedFeeds(page, root))
                .Concat(UsualFeeds.Select(path => new FeedCandidate(FindBy.Feed, new Uri(address, path), IsDeclared: false)))
                .Concat(UsualSitemaps.Select(path => new FeedCandidate(FindBy.Sitemap, new Uri(address, path), IsDeclared: false)))
                .Concat(OwnListing(page, address))
                .DistinctBy(candidate => candidate.Address),
        ];
    }

    private static IEnumerable<FeedCandidate> DeclaredFeeds(IHtmlDocument page, Uri root) =>
        page.QuerySelectorAll("link[rel~=alternate][href]")
            .Where(link => FeedTypes.Contains(link.GetAttribute("type")?.Split(';')[0].Trim() ?? ""))
            .Select(link => (Address: Links.Web(link.GetAttribute("href"), root), Title: link.GetAttribute("title")))
            .Where(link => link.Address is not null && !IsOfComments(link.Address, link.Title))
            .Take(MostDeclared)
            .Select(link => new FeedCandidate(FindBy.Feed, link.Address!, link.Title))
            // A site's own feed has the shortest path, those of its sections and of the page itself stand below it.
            .OrderBy(candidate => candidate.Address.AbsolutePath.Count(c => c == '/'));

    private static IEnumerable<FeedCandidate> WordPress(IHtmlDocument page, Uri root)
    {
        var declared = Links.Web(page.QuerySelector("link[rel='https://api.w.org/'][href]")?.GetAttribute("href"), root);
        if (declared is not null) yield return new FeedCandidate(FindBy.WordPress, Posts(declared));
        else if (page.QuerySelector("meta[name=generator][content^=WordPress], link[href*='/wp-content/'], script[src*='/wp-includes/']") is not null)
            yield return new FeedCandidate(FindBy.WordPress, new Uri(root, "/wp-json/wp/v2/posts"), IsDeclared: false);
    }

    /// <summary>Sites without pretty addresses name the route in the query: <c>/?rest_route=/</c>.</summary>
    private static Uri Posts(Uri rest) => new(rest.AbsoluteUri.TrimEnd('/') + "/wp/v2/posts");

    private static IEnumerable<FeedCandidate> LinkedFeeds(IHtmlDocument page, Uri root) =>
        page.QuerySelectorAll("a[href]")
            .Select(link => (Address: Links.Web(link.GetAttribute("href"), root), Title: MarkupWriter.InOneLine(link.TextContent)))
            .Where(link => link.Address is not null && LooksLikeFeed(link.Address) && !IsOfComments(link.Address, link.Title))
            .Take(MostDeclared)
            .Select(link => new FeedCandidate(FindBy.Feed, link.Address!, link.Title.Length > 0 ? link.Title : null));

    private static IEnumerable<FeedCandidate> OwnListing(IHtmlDocument page, Uri address) =>
        ListingSelector.Guess(page, address) is { } selector ? [new FeedCandidate(FindBy.Listing, address, page.Title, selector)] : [];

    private static bool LooksLikeFeed(Uri address)
    {
        var path = address.AbsolutePath.TrimEnd('/');
        var last = path[(path.LastIndexOf('/') + 1)..].ToLowerInvariant();
        return last is "rss" or "feed" or "feeds" or "atom" or "rss.xml" or "feed.xml" or "atom.xml" or "index.rdf" or "feed.json"
            || last.EndsWith(".rss", StringComparison.Ordinal) || last.EndsWith(".rdf", StringComparison.Ordinal) || last.EndsWith(".atom", StringComparison.Ordinal);
    }

    private static bool IsOfComments(Uri address, string? title) =>
        address.AbsolutePath.Contains("/comments/", StringComparison.OrdinalIgnoreCase)
        || title?.Contains("comments feed", StringComparison.OrdinalIgnoreCase) == true
        || address.AbsolutePath.Contains("/oembed/", StringComparison.OrdinalIgnoreCase);
}
