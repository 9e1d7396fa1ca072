namespace Ingest.Articles;

/// <summary>Makes one address of the many under which an article is reached.</summary>
public static class CanonicalUrl
{
    private static readonly string[] TrackingPrefixes = [.. Tracking().Where(name => name.EndsWith('*')).Select(name => name.TrimEnd('*'))];

    private static readonly HashSet<string> TrackingNames = new(Tracking().Where(name => !name.EndsWith('*')), StringComparer.OrdinalIgnoreCase);

    /// <summary>Hosts that serve a site's articles once more in another layout.</summary>
    private static readonly string[] Twins = ["www.", "m.", "mobile.", "amp.", "wap."];

    /// <summary>Files that a folder shows by itself.</summary>
    private static readonly string[] Defaults = ["/index.html", "/index.htm", "/index.php", "/amp.html", "/amp"];

    /// <summary>The address to show and to fetch: without fragment, user, default port and what only follows readers around.</summary>
    /// <param name="address">An absolute http or https address.</param>
    public static Uri Clean(Uri address)
    {
        var query = Query(address, sorted: false);
        return new UriBuilder(address)
        {
            UserName = "",
            Password = "",
            Fragment = "",
            Query = query,
            Port = address.IsDefaultPort ? -1 : address.Port,
        }.Uri;
    }

    /// <summary>
    /// What all addresses of one article share and those of two do not: <c>phnompenhpost.com/national/bridge-opens</c>. The
    /// same for http and https, with and without www, for mobile and AMP layouts, a trailing slash and the order of parameters.
    /// A short link (<c>?p=1234</c>) keeps its own key: only the page that it leads to knows the other.
    /// </summary>
    /// <param name="address">An absolute http or https address.</param>
    public static string Key(Uri address)
    {
        var host = Host(address);
        if (!address.IsDefaultPort) host += ":" + address.Port;
        var query = Query(address, sorted: true);
        return host + Path(address) + (query.Length > 0 ? "?" + query : "");
    }

    /// <summary>The site's host, whichever of its layouts the address is of.</summary>
    internal static string Host(Uri address)
    {
        var host = address.IdnHost.ToLowerInvariant();
        foreach (var twin in Twins)
        {
            // "m.example" alone is a host of its own.
            if (host.StartsWith(twin, StringComparison.Ordinal) && host.AsSpan(twin.Length).Contains('.')) host = host[twin.Length..];
        }

        return host;
    }

    private static string Path(Uri address)
    {
        // Escaped and plain letters of other scripts are the same path.
        var path = Uri.EscapeDataString(Uri.UnescapeDataString(address.AbsolutePath)).Replace("%2F", "/").TrimEnd('/');
        foreach (var ending in Defaults)
            if (path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) path = path[..^ending.Length].TrimEnd('/');
        return path.Length == 0 ? "/" : path;
    }

    private static string Query(Uri address, bool sorted)
    {
        var kept = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => !IsTracking(pair));
        if (sorted) kept = kept.Where(pair => !IsLayout(pair)).Order(StringComparer.Ordinal);
        return string.Join('&', kept);
    }

    private static bool IsTracking(string pair)
    {
        var name = Uri.UnescapeDataString(pair.Split('=')[0]);
        return TrackingNames.Contains(name) || Array.Exists(TrackingPrefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsLayout(string pair) => pair is "amp" or "amp=1" or "amp=true" or "output=amp" or "outputType=amp" or "print=1" or "mobile=1";

    private static IEnumerable<string> Tracking() => DataFile.Lines("Articles/Data/tracking-parameters.txt");
}
