using AngleSharp.Html.Dom;
using Ingest.Feeds;

namespace Ingest.Articles.Metadata;

/// <summary>Decides which of the addresses that a page gives for itself is meant.</summary>
internal static class CanonicalAddress
{
    /// <summary>
    /// The page's own address, cleaned: what its link, Open Graph and JSON-LD say, where that is of the same site and no home
    /// page, else where it came from. A copy that names the original's site as canonical stays at its own address.
    /// </summary>
    public static Uri Of(IHtmlDocument page, MetaTags meta, JsonLd json, Uri address)
    {
        var written = new[] { page.QuerySelector("link[rel~=canonical]")?.GetAttribute("href"), meta.First("og:url"), json.Url };
        var named = written.Select(link => Links.Web(link, address)).FirstOrDefault(link => link is not null && IsOwn(link, address));
        return CanonicalUrl.Clean(named ?? address);
    }

    private static bool IsOwn(Uri link, Uri address) =>
        (IsCache(address) || IsSameSite(CanonicalUrl.Host(link), CanonicalUrl.Host(address)))
        && (link.PathAndQuery.Length > 1 || address.PathAndQuery.Length <= 1);

    /// <summary>Caches serve a site's AMP pages under their own name.</summary>
    private static bool IsCache(Uri address) => address.IdnHost.EndsWith(".cdn.ampproject.org", StringComparison.OrdinalIgnoreCase);

    private static bool IsSameSite(string one, string other) => one == other || IsPart(one, other) || IsPart(other, one);

    private static bool IsPart(string part, string whole) => whole.EndsWith("." + part, StringComparison.Ordinal);
}
