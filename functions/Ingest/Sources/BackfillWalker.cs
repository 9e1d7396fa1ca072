using System.Collections.Immutable;
using Ingest.Feeds;
using Ingest.Network;
using Ingest.Storage;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Ingest.Sources;

/// <summary>Walks back through what sources published, and queues every article on the way. Its place is kept after every page.</summary>
public sealed class BackfillWalker
{
    /// <summary>How long one call walks; the next goes on.</summary>
    private static readonly TimeSpan Stretch = TimeSpan.FromSeconds(55);

    /// <summary>
    /// How long a walk stands still before it looks again whether the queue has room. A paper's past would otherwise fill the
    /// queue for days, and the news of every source would stand behind it.
    /// </summary>
    private static readonly TimeSpan UntilFewerWait = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(5);

    private const int MostAttempts = 10;

    /// <summary>A pager that leads in a circle ends here.</summary>
    private const int MostPages = 5000;

    /// <summary>As many sitemaps as a row can hold.</summary>
    private const int MostLater = 200;

    private const int PostsPerPage = 100;

    private readonly SourceCatalogue catalogue;
    private readonly SourceStore store;
    private readonly Fetcher fetcher;
    private readonly AliasStore aliases;
    private readonly ArticleStore articles;
    private readonly ArticleQueues queues;
    private readonly WorkQueues work;
    private readonly TimeProvider time;
    private readonly ILogger<BackfillWalker> logger;

    internal BackfillWalker(
        SourceCatalogue catalogue,
        SourceStore store,
        Fetcher fetcher,
        AliasStore aliases,
        ArticleStore articles,
        ArticleQueues queues,
        WorkQueues work,
        TimeProvider time,
        ILogger<BackfillWalker> logger)
    {
        this.catalogue = catalogue;
        this.store = store;
        this.fetcher = fetcher;
        this.aliases = aliases;
        this.articles = articles;
        this.queues = queues;
        this.work = work;
        this.time = time;
        this.logger = logger;
    }

    /// <summary>Goes on with every walk that is not over.</summary>
    public async Task ContinueAsync(CancellationToken cancellation)
    {
        var walks = (await store.BackfillsAsync(cancellation).ConfigureAwait(false)).Values.Where(IsDue).ToList();
        await Task.WhenAll(walks.Select(walk => WalkAsync(walk, cancellation))).ConfigureAwait(false);
    }

    /// <summary>Where a walk through a source begins: the way that leads back furthest of those that answer.</summary>
    internal async Task<Backfill> BeginAsync(Source source, FoundPlace? place, DateOnly until, CancellationToken cancellation)
    {
        var (findBy, findAt, selector) = place is null ? (source.FindBy, source.FindAt, source.ListingSelector) : (place.FindBy, place.FindAt, place.ListingSelector);
        if (findBy == FindBy.Feed)
        {
            foreach (var candidate in await CandidatesAsync(source, cancellation).ConfigureAwait(false))
            {
                var first = First(candidate.FindBy, candidate.Address);
                if (await ReadAsync(source, candidate.FindBy, candidate.ListingSelector, first, cancellation).ConfigureAwait(false) is not { Items: { } found }) continue;
                if (found.Items.Length == 0 && found.Parts.Length == 0) continue;
                return new Backfill(source.Id, until, candidate.FindBy, candidate.ListingSelector, first, time.GetUtcNow());
            }
        }

        return new Backfill(source.Id, until, findBy, selector, First(findBy, findAt), time.GetUtcNow());
    }

    private async Task WalkAsync(Versioned<Backfill> walk, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        while (IsDue(walk) && time.GetElapsedTime(start) < Stretch)
        {
            if (await work.IsBusyAsync(StorageNames.FetchArticleQueue, cancellation).ConfigureAwait(false))
            {
                await Task.Delay(UntilFewerWait, time, cancellation).ConfigureAwait(false);
                continue;
            }

            if (await catalogue.FindAsync(walk.Value.SourceId, cancellation).ConfigureAwait(false) is not { } source) return;
            var after = await StepAsync(source, walk.Value, cancellation).ConfigureAwait(false);
            // Another instance walks here, or an operator began anew: theirs is the walk now.
            if (await store.TrySaveAsync(walk with { Value = after }, cancellation).ConfigureAwait(false) is not { } saved) return;
            walk = saved;
            if (after.Trouble is { } trouble) logger.BackfillStopped(source.Name, trouble);
            else if (after.Next is null) logger.BackfillDone(source.Name, after.Until, after.Articles, after.Pages);
            else if (after.Pages % 10 == 0) logger.BackfillStep(source.Name, after.Articles, after.Pages);
        }
    }

    private async Task<Backfill> StepAsync(Source source, Backfill walk, CancellationToken cancellation)
    {
        var (found, result, fault) = await ReadAsync(source, walk.FindBy, walk.ListingSelector, walk.Next!, cancellation).ConfigureAwait(false);
        if (found is null) return Stumble(walk, result, fault);

        var zone = TimeZoneInfo.FindSystemTimeZoneById(source.TimeZone);
        var goesOn = found.Parts.Length > 0;
        var queued = 0;
        foreach (var item in found.Items)
        {
            if (FoundItems.AddressOf(item) is not { } address) continue;
            var published = item.Published ?? item.Updated ?? await PublishedAsync(address, cancellation).ConfigureAwait(false);
            var isWanted = published is null || DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(published.Value, zone).DateTime) >= walk.Until;
            goesOn |= isWanted;
            if (!isWanted) continue;
            await queues.SendAsync(new FetchArticleMessage(source.Id, address, Published: item.Published, Title: item.Title), cancellation).ConfigureAwait(false);
            queued++;
        }

        var later = walk.Later.AddRange(found.Parts.Where(part => IsWanted(part, walk.Until)).OrderByDescending(part => part.Modified).Select(part => part.Address)).Take(MostLater).ToImmutableArray();
        var next = walk.FindBy switch
        {
            FindBy.Sitemap => later.Length > 0 ? later[0] : null,
            FindBy.WordPress => goesOn ? FollowingPage(walk.Next!) : null,
            _ => goesOn ? found.NextPage : null,
        };
        return walk with
        {
            Next = walk.Pages + 1 < MostPages ? next : null,
            Later = walk.FindBy == FindBy.Sitemap && later.Length > 0 ? later[1..] : [],
            Pages = walk.Pages + 1,
            Articles = walk.Articles + queued,
            NextStep = null,
            Attempts = 0,
        };
    }

    private Backfill Stumble(Backfill walk, FetchResult result, string? fault)
    {
        if (result is Postponed postponed) return walk with { NextStep = postponed.Until };
        // WordPress answers 400 behind its last page, others 404.
        if (walk.Pages > 0 && walk.FindBy != FindBy.Sitemap && result is Fetched { Status: 400 or 404 }) return walk with { Next = null };
        var isPassing = fault is null && PollSchedule.Weigh(result) == FailureWeight.Passing;
        if (isPassing && walk.Attempts + 1 < MostAttempts)
            return walk with { Attempts = walk.Attempts + 1, NextStep = time.GetUtcNow() + (FirstPause * Math.Pow(2, walk.Attempts)) };
        // One sitemap that cannot be read costs its own pages alone.
        if (walk.Later.Length > 0) return walk with { Next = walk.Later[0], Later = walk.Later[1..], Attempts = 0, NextStep = null };
        return walk with { Next = null, Trouble = fault ?? result.InWords };
    }

    private async Task<(FoundItems? Items, FetchResult Result, string? Fault)> ReadAsync(
        Source source, FindBy findBy, string? selector, Uri address, CancellationToken cancellation)
    {
        var result = await fetcher.FetchAsync(new FetchRequest(address), cancellation).ConfigureAwait(false);
        if (result is not Fetched { IsSuccess: true } answer) return (null, result, null);
        var items = FoundItems.Read(findBy, selector, answer, TimeZoneInfo.FindSystemTimeZoneById(source.TimeZone), out var fault);
        return (items, result, fault);
    }

    private async Task<IEnumerable<FeedCandidate>> CandidatesAsync(Source source, CancellationToken cancellation)
    {
        var home = await fetcher.FetchAsync(new FetchRequest(source.HomePage, "text/html, */*;q=0.5"), cancellation).ConfigureAwait(false);
        return home is Fetched { IsSuccess: true } page
            ? FeedDiscovery.Find(page.Body, page.ContentType, page.Address).Where(candidate => candidate.FindBy is FindBy.WordPress or FindBy.Sitemap)
            : [];
    }

    private async Task<DateTimeOffset?> PublishedAsync(Uri address, CancellationToken cancellation) =>
        await aliases.FindAsync([AliasStore.Of(address)], cancellation).ConfigureAwait(false) is { } id
            ? (await articles.FindHeadAsync(id, cancellation).ConfigureAwait(false))?.Published
            : null;

    private bool IsDue(Versioned<Backfill> walk) => walk.Value.Next is not null && (walk.Value.NextStep ?? DateTimeOffset.MinValue) <= time.GetUtcNow();

    private static bool IsWanted(SitemapPart part, DateOnly until) =>
        part.Modified is not { } modified || DateOnly.FromDateTime(modified.UtcDateTime) >= until.AddDays(-1);

    private static Uri First(FindBy findBy, Uri address) => findBy == FindBy.WordPress
        ? With(address, ("per_page", $"{PostsPerPage}"), ("orderby", "date"), ("order", "desc"), ("_fields", "id,guid,link,title,date_gmt,modified_gmt"), ("page", "1"))
        : address;

    private static Uri FollowingPage(Uri page)
    {
        var number = int.TryParse(QueryHelpers.ParseQuery(page.Query)["page"], out var read) ? read : 1;
        return With(page, ("page", $"{number + 1}"));
    }

    private static Uri With(Uri address, params (string Name, string Value)[] parameters)
    {
        var query = QueryHelpers.ParseQuery(address.Query).ToDictionary(pair => pair.Key, pair => (string?)pair.Value.ToString(), StringComparer.Ordinal);
        foreach (var (name, value) in parameters) query[name] = value;
        return new Uri(QueryHelpers.AddQueryString(address.GetLeftPart(UriPartial.Path), query));
    }
}
