using Ingest.Feeds;
using Ingest.Network;

namespace Ingest.Sources;

/// <summary>Where a source's articles are found, and what was found there.</summary>
/// <param name="FindBy">How.</param>
/// <param name="FindAt">Where.</param>
/// <param name="ListingSelector">Selector of a listing's links, else null.</param>
/// <param name="Items">What was found.</param>
/// <param name="Answer">The answer that it was read from.</param>
internal sealed record Finding(FindBy FindBy, Uri FindAt, string? ListingSelector, FoundItems Items, Fetched Answer);

/// <summary>What came of asking a source: a finding, an answer without body, or what went wrong.</summary>
/// <param name="Finding">What was found, or null.</param>
/// <param name="Result">The answer that says why nothing was found, where it was an answer.</param>
/// <param name="Fault">What is wrong with the answer's content, in words; null where the answer itself says it.</param>
internal sealed record FindResult(Finding? Finding, FetchResult Result, string? Fault = null)
{
    /// <summary>What went wrong, in words.</summary>
    public string Words => Fault ?? Result.InWords;
}

/// <summary>Asks a source for its articles; where its address is a page and no feed, finds out where they are told of.</summary>
internal sealed class SourceFinder(Fetcher fetcher)
{
    private const string Accept =
        "application/rss+xml, application/atom+xml, application/feed+json, application/json;q=0.9, application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.8, */*;q=0.5";

    /// <summary>How many places a home page may send us to.</summary>
    private const int MostCandidates = 12;

    /// <summary>Asks where the source says, with the validators of the last answer.</summary>
    public async Task<FindResult> AskAsync(Source source, FoundPlace? place, string? etag, string? lastModified, CancellationToken cancellation)
    {
        var (findBy, findAt, selector) = place is null ? (source.FindBy, source.FindAt, source.ListingSelector) : (place.FindBy, place.FindAt, place.ListingSelector);
        var result = await fetcher.FetchAsync(new FetchRequest(findAt, Accept, etag, lastModified), cancellation).ConfigureAwait(false);
        if (result is not Fetched { IsSuccess: true } answer) return new FindResult(null, result);

        var zone = TimeZoneInfo.FindSystemTimeZoneById(source.TimeZone);
        if (FoundItems.Read(findBy, selector, answer, zone, out var fault) is { } items)
        {
            var at = answer.MovedTo ?? findAt;
            if (items is not { Items.Length: 0, Parts.Length: > 0 }) return new FindResult(new Finding(findBy, at, selector, items, answer), answer);
            return await NewestPartAsync(items, at, answer, zone, cancellation).ConfigureAwait(false);
        }

        return findBy == FindBy.Feed ? await DiscoverAsync(answer, zone, fault!, cancellation).ConfigureAwait(false) : new FindResult(null, answer, fault);
    }

    private async Task<FindResult> DiscoverAsync(Fetched page, TimeZoneInfo zone, string fault, CancellationToken cancellation)
    {
        foreach (var candidate in FeedDiscovery.Find(page.Body, page.ContentType, page.Address).Take(MostCandidates))
        {
            var result = candidate.Address == page.Address ? page : await fetcher.FetchAsync(new FetchRequest(candidate.Address, Accept), cancellation).ConfigureAwait(false);
            if (result is Postponed) return new FindResult(null, result);
            if (result is not Fetched { IsSuccess: true } answer) continue;
            if (FoundItems.Read(candidate.FindBy, candidate.ListingSelector, answer, zone, out _) is not { Items.Length: > 0 } items) continue;
            return new FindResult(new Finding(candidate.FindBy, answer.MovedTo ?? candidate.Address, candidate.ListingSelector, items, answer), answer);
        }

        return new FindResult(null, page, $"{fault}, and neither feed nor listing was found from it");
    }

    /// <summary>An index names sitemaps by period; the news is in the one that changed last.</summary>
    private async Task<FindResult> NewestPartAsync(FoundItems index, Uri at, Fetched indexAnswer, TimeZoneInfo zone, CancellationToken cancellation)
    {
        var newest = index.Parts.MaxBy(part => part.Modified ?? DateTimeOffset.MinValue)!;
        var result = await fetcher.FetchAsync(new FetchRequest(newest.Address, Accept), cancellation).ConfigureAwait(false);
        if (result is not Fetched { IsSuccess: true } answer) return new FindResult(null, result);
        var items = FoundItems.Read(FindBy.Sitemap, null, answer, zone, out var fault);
        // The index's validators do not cover its parts, so none are kept.
        return items is null
            ? new FindResult(null, answer, fault)
            : new FindResult(new Finding(FindBy.Sitemap, at, null, items with { Parts = index.Parts }, indexAnswer with { ETag = null, LastModified = null }), answer);
    }
}
