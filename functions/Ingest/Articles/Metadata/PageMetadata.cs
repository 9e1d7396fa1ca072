using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ingest.Feeds;
using Ingest.Feeds.Markup;

namespace Ingest.Articles.Metadata;

/// <summary>
/// What a page says of its article beside the words: from JSON-LD, Open Graph and its kin, microdata, and what is printed, in
/// this order. What a site's rule knows better is put in place of it.
/// </summary>
internal sealed record PageMetadata
{
    private const int LongestTag = 60;

    private const int MostTags = 50;

    /// <summary>A longer text is no headline.</summary>
    private const int LongestTitle = 500;

    /// <summary>A page has one main heading; careless ones have a few.</summary>
    private const int MostHeadings = 20;

    private static readonly string PrintedDates = string.Join(", ", DataFile.Lines("Articles/Data/date-selectors.txt"));

    /// <summary>Where dates stand that belong to the stories that a page leads to.</summary>
    private const string OtherStory = "a, aside, footer, h2, h3, h4, nav";

    /// <summary>What meta elements are called that say when it was published, the surest first.</summary>
    private static readonly string[] PublishedNames = [.. DataFile.Lines("Articles/Data/published-names.txt")];

    /// <summary>See <see cref="Article"/>.</summary>
    public required Uri Url { get; init; }

    /// <summary>The headline without the site's name; empty where there is none.</summary>
    public required string Title { get; init; }

    /// <summary>Names as printed.</summary>
    public required ImmutableArray<string> Authors { get; init; }

    /// <summary>Whether these are more than the site itself.</summary>
    public bool IsSigned { get; init; }

    /// <summary>When it was published, or null.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When it was last changed, or null.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>The section, or null.</summary>
    public string? Section { get; init; }

    /// <summary>The tags, as printed.</summary>
    public required ImmutableArray<string> Tags { get; init; }

    /// <summary>BCP 47 tag as the page says it, or null.</summary>
    public string? Language { get; init; }

    /// <summary>The lead picture, or null.</summary>
    public Uri? LeadPicture { get; init; }

    /// <summary>Reads a page's.</summary>
    /// <param name="page">The document.</param>
    /// <param name="json">Its JSON-LD.</param>
    /// <param name="address">Where it came from.</param>
    /// <param name="siteName">The source's name, or null.</param>
    /// <param name="zone">The source's time zone.</param>
    public static PageMetadata Read(IHtmlDocument page, JsonLd json, Uri address, string? siteName, TimeZoneInfo zone)
    {
        var meta = MetaTags.Read(page);
        var root = HtmlReader.BaseOf(page, address);
        string[] sites = [.. new[] { siteName, meta.First("og:site_name"), meta.First("application-name"), json.Publisher, CanonicalUrl.Host(address), CanonicalUrl.Host(address).Split('.')[0] }.OfType<string>()];
        var authors = Authorship.Read(page, meta, json, sites);
        return new PageMetadata
        {
            Url = CanonicalAddress.Of(page, meta, json, address),
            Title = ReadTitle(page, meta, json, sites),
            Authors = authors,
            IsSigned = authors.Any(name => !Headlines.IsSite(name, sites)),
            Published = ReadPublished(page, meta, json, address, zone),
            Modified = FirstTime(zone, json.Modified, meta.First("article:modified_time", "og:updated_time", "dateModified", "last-modified", "lastmod", "dcterms.modified")),
            Section = json.Section ?? meta.First("article:section", "parsely-section", "sailthru.section", "section"),
            Tags = ReadTags(page, meta, json),
            Language = json.Language ?? page.DocumentElement.GetAttribute("lang") ?? page.DocumentElement.GetAttribute("xml:lang") ?? meta.First("og:locale", "content-language", "language"),
            LeadPicture = Links.Web(json.Picture, root) ?? Links.Web(meta.First("og:image", "og:image:url", "twitter:image", "twitter:image:src"), root),
        };
    }

    /// <summary>The headline as the page gives it, in its metadata and in print; titles that are cut off are none.</summary>
    private static string ReadTitle(IHtmlDocument page, MetaTags meta, JsonLd json, string[] sites)
    {
        string[] written =
        [
            .. new[] { json.Headline, meta.First("headline"), meta.First("og:title", "twitter:title", "dc.title", "parsely-title"), MarkupWriter.InOneLine(page.Title ?? ""), json.OtherHeadline }
                .OfType<string>()
                .Where(title => title.Length is > 0 and <= LongestTitle && !IsCut(title) && !Headlines.IsSite(title, sites)),
        ];
        var printed = Headings(page, "h1", sites);

        // Where the main heading is a step of a trail, or none, the headline is one of the next level, and other stories' are beside it.
        if (printed.Count == 0) printed = Headings(page, "h2", sites).FindAll(heading => Array.Exists(written, title => Headlines.IsPrinted(title, heading)));
        return Headlines.Choose(written, sites, printed);
    }

    private static bool IsCut(string title) => title is [.., '…'] or ['…', ..] or [.., '.', '.', '.'] or ['.', '.', '.', ..];

    private static List<string> Headings(IHtmlDocument page, string level, string[] sites) =>
    [
        .. page.QuerySelectorAll(level)
            .Where(heading => heading.Closest("aside, footer, li, nav") is null)
            .Take(MostHeadings)
            .Select(heading => MarkupWriter.InOneLine(heading.TextContent))
            .Where(text => text.Length is > 0 and <= LongestTitle && !Headlines.IsSite(text, sites)),
    ];

    private static DateTimeOffset? ReadPublished(IHtmlDocument page, MetaTags meta, JsonLd json, Uri address, TimeZoneInfo zone) =>
        FirstTime(zone, new[] { json.Published }.OfType<string>().Concat(PublishedNames.SelectMany(meta.All)))
        ?? page.QuerySelectorAll("[itemprop~=datePublished], time[pubdate]").Select(element => Time(element, zone)).FirstOrDefault(time => time is not null)
        ?? page.QuerySelectorAll("time").Select(element => Time(element, zone)).FirstOrDefault(time => time is not null)
        ?? page.QuerySelectorAll(PrintedDates).Where(element => element.Closest(OtherStory) is null).Select(element => Time(element, zone)).FirstOrDefault(time => time is not null)
        ?? OfAddress(address, zone);

    private static DateTimeOffset? FirstTime(TimeZoneInfo zone, params string?[] written) =>
        written.Select(text => PublicationTime.Parse(text, zone)).FirstOrDefault(time => time is not null);

    /// <summary>The first time that is written; where it names no zone, the zone that another writing of the same time names.</summary>
    private static DateTimeOffset? FirstTime(TimeZoneInfo zone, IEnumerable<string> written)
    {
        var times = written.Select(PublicationTime.Read).OfType<PublicationTime.Printed>().ToList();
        if (times.Count == 0) return null;
        return (times.Find(time => time.Zone is not null && Math.Abs((time.Local - times[0].Local).TotalMinutes) < 1) ?? times[0]).In(zone);
    }

    private static DateTimeOffset? Time(IElement element, TimeZoneInfo zone) =>
        FirstTime(zone, element.GetAttribute("datetime"), element.GetAttribute("content"), MarkupWriter.InOneLine(element.TextContent));

    /// <summary>Many addresses hold the day: /2019/11/18/slug.</summary>
    private static DateTimeOffset? OfAddress(Uri address, TimeZoneInfo zone)
    {
        var steps = address.AbsolutePath.Split('/');
        for (var i = 0; i + 2 < steps.Length; i++)
            if (steps[i].Length == 4 && steps[i].StartsWith("20", StringComparison.Ordinal) && PublicationTime.Parse($"{steps[i]}-{steps[i + 1]}-{steps[i + 2]}", zone) is { } day) return day;
        return null;
    }

    private static ImmutableArray<string> ReadTags(IHtmlDocument page, MetaTags meta, JsonLd json)
    {
        var printed = page.QuerySelectorAll("a[rel~=tag]").Select(link => MarkupWriter.InOneLine(link.TextContent));
        var written = meta.All("article:tag").Concat(meta.All("news_keywords").Concat(meta.All("keywords")).SelectMany(list => list.Split(',', ';')));
        foreach (var tags in new[] { json.Keywords, printed, written })
        {
            ImmutableArray<string> kept = [.. tags.Select(tag => tag.Trim().TrimStart('#')).Where(tag => tag.Length is > 1 and < LongestTag).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostTags)];
            if (kept.Length > 0) return kept;
        }

        return [];
    }
}
