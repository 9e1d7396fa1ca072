namespace Ingest.Feeds;

/// <summary>Addresses as documents write them.</summary>
internal static class Links
{
    /// <summary>
    /// The address that is meant, absolute where a base is known. One that is absolute stays as written, so that an id made of
    /// it does not change.
    /// </summary>
    /// <returns>Null where the text is no address.</returns>
    public static string? Resolve(string? written, Uri? address)
    {
        var link = Clean(written);
        if (link.Length == 0) return null;
        if (address is null || IsAbsolute(link)) return link;
        return Uri.TryCreate(address, link, out var resolved) ? resolved.AbsoluteUri : null;
    }

    /// <summary>The web address that is meant, or null: other schemes lead to no article.</summary>
    public static Uri? Web(string? written, Uri? address) =>
        Resolve(written, address) is { } link && Uri.TryCreate(link, UriKind.Absolute, out var uri) && IsWeb(uri) ? uri : null;

    /// <summary>Whether it is an address of the web.</summary>
    public static bool IsWeb(Uri uri) =>
        uri.IsAbsoluteUri && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.Host.Length > 0;

    private static bool IsAbsolute(string link) =>
        link.IndexOf(':') is > 1 and var colon && link.AsSpan(0, colon).IndexOfAny("/?#") < 0 && Uri.CheckSchemeName(link[..colon]);

    /// <summary>Line breaks and tabs are no part of an address, spaces around it neither (URL Standard, 4.4).</summary>
    private static string Clean(string? written)
    {
        var link = (written ?? "").Trim();
        return link.AsSpan().IndexOfAny("\r\n\t") < 0 ? link : link.Replace("\r", null).Replace("\n", null).Replace("\t", null);
    }
}
