using System.Text.RegularExpressions;

namespace Ingest.Sources;

/// <summary>Makes sources of what people write, or says what is wrong with it.</summary>
internal static partial class SourceDefinition
{
    /// <summary>Whether an id can be part of keys and addresses.</summary>
    public static bool IsId(string id) => Ids().IsMatch(id);

    /// <summary>An id made of an address's host: "www.straitstimes.com" is "straitstimes".</summary>
    public static string IdFor(Uri address)
    {
        var labels = address.IdnHost.ToLowerInvariant().Split('.').SkipWhile(label => label is "www" or "m" or "feeds" or "rss").ToArray();
        var name = labels.Length == 0 || System.Net.IPAddress.TryParse(address.Host, out _) ? address.IdnHost.ToLowerInvariant() : labels[0];
        var id = new string([.. name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]).Trim('-');
        return id.Length > 40 ? id[..40] : id;
    }

    /// <summary>The source that is meant.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="written">What was written.</param>
    /// <param name="builtIn">The built-in source of that id, which supplies what is left out; or null.</param>
    /// <param name="faults">What is wrong, each naming the setting; empty where the source is good.</param>
    public static Source? From(string id, SourceOptions written, Source? builtIn, out IReadOnlyList<(string Setting, string Fault)> faults)
    {
        var found = new List<(string, string)>();
        faults = found;
        if (!IsId(id)) found.Add(("id", $"'{id}' is no id: use up to 40 lower-case letters, digits and hyphens, such as straits-times."));
        var findAt = written.FindAt ?? written.Url ?? builtIn?.FindAt ?? written.HomePage;
        if (findAt is null)
        {
            found.Add(("url", "No address is given. Give the feed or the home page, such as https://news.example/."));
            return null;
        }

        foreach (var (setting, address) in new[] { ("url", written.Url), ("homePage", written.HomePage), ("findAt", written.FindAt) })
            if (address is not null && (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https")))
                found.Add((setting, $"'{address}' is no absolute http or https address."));
        if (written.TimeZone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            found.Add(("timeZone", $"'{zone}' is no time zone of the IANA list. Give one such as Asia/Phnom_Penh."));
        if (written.FindBy == FindBy.Listing && string.IsNullOrWhiteSpace(written.ListingSelector ?? builtIn?.ListingSelector))
            found.Add(("listingSelector", "A listing needs a CSS selector for the links on it, such as 'h3 a'."));
        if (found.Count > 0) return null;

        return new Source(
            id,
            written.Name ?? builtIn?.Name ?? findAt.Host,
            written.HomePage ?? builtIn?.HomePage ?? new Uri(findAt, "/"),
            written.TimeZone ?? builtIn?.TimeZone ?? "UTC",
            written.Language ?? builtIn?.Language ?? "en",
            written.FindBy ?? builtIn?.FindBy ?? FindBy.Feed,
            findAt,
            written.ListingSelector ?? builtIn?.ListingSelector,
            written.Rule ?? builtIn?.Rule);
    }

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$", RegexOptions.NonBacktracking)]
    private static partial Regex Ids();
}
