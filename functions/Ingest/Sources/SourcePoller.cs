using System.Collections.Immutable;
using Ingest.Feeds;
using Ingest.Network;
using Ingest.Storage;
using Ingest.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ingest.Sources;

/// <summary>Asks each source for its articles when it is due, and queues those that are new.</summary>
public sealed class SourcePoller
{
    /// <summary>How long a poll that died keeps others from its source.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    /// <summary>A timer is not exact to the second, and what is due just after its tick would wait for the next.</summary>
    private static readonly TimeSpan Punctuality = TimeSpan.FromSeconds(5);

    private const int AtOnce = 8;

    /// <summary>A sitemap may list a site's whole past; reading back is what a backfill is for.</summary>
    private const int MostQueued = 100;

    private const int MostRemembered = 2000;

    private readonly SourceCatalogue catalogue;
    private readonly SourceStore store;
    private readonly SourceFinder finder;
    private readonly ArticleQueues queues;
    private readonly PollingOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<SourcePoller> logger;

    internal SourcePoller(
        SourceCatalogue catalogue, SourceStore store, SourceFinder finder, ArticleQueues queues, IOptions<PollingOptions> options, TimeProvider time, ILogger<SourcePoller> logger)
    {
        this.catalogue = catalogue;
        this.store = store;
        this.finder = finder;
        this.queues = queues;
        this.options = options.Value;
        this.time = time;
        this.logger = logger;
    }

    /// <summary>Polls every source that is due. Two instances at once share the work; neither polls what the other claimed.</summary>
    public async Task PollDueAsync(CancellationToken cancellation)
    {
        var states = await store.StatesAsync(cancellation).ConfigureAwait(false);
        var now = time.GetUtcNow();
        var due = (await catalogue.AllAsync(cancellation).ConfigureAwait(false)).Values
            .Where(known => !known.IsPaused)
            .Select(known => (known.Source, State: states.GetValueOrDefault(known.Source.Id) ?? new Versioned<SourceState>(new SourceState(known.Source.Id), null)))
            .Where(pair => !pair.State.Value.IsStopped && PollSchedule.IsDue(pair.State.Value.NextPoll, now, options));
        var limit = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(due, limit, async (pair, token) => await PollAsync(pair.Source, pair.State, token).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private async Task PollAsync(Source source, Versioned<SourceState> found, CancellationToken cancellation)
    {
        using var activity = Instruments.Start("poll");
        activity?.SetTag("source", source.Id);
        if (await store.TrySaveAsync(found with { Value = found.Value with { NextPoll = time.GetUtcNow() + Claim } }, cancellation).ConfigureAwait(false) is not { } claimed) return;

        var before = claimed.Value;
        var place = before.Found?.From == source.FindAt ? before.Found : null;
        // What is remembered of another place says nothing of this one.
        var isSamePlace = before.Found is null || place is not null;
        var result = await finder.AskAsync(source, place, isSamePlace ? before.ETag : null, isSamePlace ? before.LastModified : null, cancellation).ConfigureAwait(false);
        var now = time.GetUtcNow();
        Func<SourceState, SourceState> outcome;
        if (result.Finding is { } finding) outcome = await SucceedAsync(source, before, finding, now, cancellation).ConfigureAwait(false);
        else if (result.Result is Fetched { IsNotModified: true } answer) outcome = StayUnchanged(source, place, answer, now);
        else if (result.Result is Postponed postponed) outcome = state => state with { NextPoll = postponed.Until };
        else outcome = Fail(source, result, now);

        // An operator may have changed the state meanwhile; the poll's outcome is true all the same.
        for (var current = claimed; await store.TrySaveAsync(current with { Value = outcome(current.Value) }, cancellation).ConfigureAwait(false) is null;)
            current = await store.FindStateAsync(source.Id, cancellation).ConfigureAwait(false);
    }

    private async Task<Func<SourceState, SourceState>> SucceedAsync(Source source, SourceState before, Finding finding, DateTimeOffset now, CancellationToken cancellation)
    {
        var isAsDefined = finding.FindAt == source.FindAt && finding.FindBy == source.FindBy;
        var place = isAsDefined ? null : new FoundPlace(finding.FindBy, finding.FindAt, finding.ListingSelector, source.FindAt);
        if (place is not null && place != before.Found) logger.Found(source.Name, place.FindBy, place.FindAt);

        var items = finding.Items.Items.Where(item => FoundItems.AddressOf(item) is not null).ToList();
        if (finding.FindBy == FindBy.Sitemap) items = [.. items.OrderByDescending(item => item.Published ?? item.Updated ?? DateTimeOffset.MinValue).Take(MostQueued)];
        var (fresh, left) = Unseen(items, before.Seen);
        var ambiguous = items.Where(item => item.Id is not null).CountBy(item => item.Id!).Where(count => count.Value > 1).Select(count => count.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var item in fresh) await queues.SendAsync(Message(source, item, ambiguous), cancellation).ConfigureAwait(false);

        var dates = items.Select(item => PublicationTime.Believed(item.Published ?? item.Updated, now)).OfType<DateTimeOffset>().ToList();
        var interval = PollSchedule.Interval(dates, now, options);
        DateTimeOffset? newest = dates.Count > 0 ? dates.Where(date => date <= now).DefaultIfEmpty(now).Max().ToUniversalTime() : null;
        if (newest is not null) Instruments.NewestArticleAge.Record((now - newest.Value).TotalSeconds, new KeyValuePair<string, object?>("source", source.Id));
        if (fresh.Count > 0) logger.Polled(source.Name, fresh.Count, items.Count, interval);
        else logger.Unchanged(source.Name, interval);
        return state => state with
        {
            NextPoll = now + interval - Punctuality,
            LastPoll = now,
            LastSuccess = now,
            Strain = 0,
            ArticlesPerDay = PollSchedule.ArticlesPerDay(dates, now),
            NewestArticle = newest ?? state.NewestArticle,
            Interval = interval,
            Found = place,
            ETag = finding.Answer.ETag,
            LastModified = finding.Answer.LastModified,
            Seen = Remember(state.Seen, items.Where(item => !left.Contains(item))),
        };
    }

    private Func<SourceState, SourceState> StayUnchanged(Source source, FoundPlace? place, Fetched answer, DateTimeOffset now)
    {
        if (answer.MovedTo is { } moved)
            place = place is null ? new FoundPlace(source.FindBy, moved, source.ListingSelector, source.FindAt) : place with { FindAt = moved };
        return state =>
        {
            var interval = state.NewestArticle is { } newest && now - newest > state.Interval * 4 ? state.Interval * 1.5 : state.Interval;
            interval = interval < options.Floor ? options.Floor : interval > options.Ceiling ? options.Ceiling : interval;
            logger.Unchanged(source.Name, interval);
            return state with
            {
                NextPoll = now + interval - Punctuality,
                LastPoll = now,
                LastSuccess = now,
                Strain = 0,
                Interval = interval,
                Found = place,
                ETag = answer.ETag ?? state.ETag,
                LastModified = answer.LastModified ?? state.LastModified,
            };
        };
    }

    private Func<SourceState, SourceState> Fail(Source source, FindResult result, DateTimeOffset now)
    {
        var weight = PollSchedule.Weigh(result.Result);
        return state =>
        {
            var strain = state.Strain + (weight == FailureWeight.Passing ? 1 : 2);
            var next = now + PollSchedule.BackOff(strain, weight, options);
            if (result.Result is Fetched { RetryAt: { } asked } && asked > next) next = asked;
            if (weight == FailureWeight.Hard) logger.Stopped(source.Name, source.Id, result.Words);
            else if (state.Strain == 0) logger.Failed(source.Name, result.Words, next);
            else logger.StillFailing(source.Name, result.Words, next);
            return state with
            {
                NextPoll = next,
                LastPoll = now,
                LastError = new SourceError(now, result.Words, weight),
                Strain = strain,
                IsStopped = weight == FailureWeight.Hard,
            };
        };
    }

    /// <summary>
    /// The entries that were never queued, and those that say something else than when they were. Where most say
    /// something else, the feed carries something that changes by itself, and no article has been edited.
    /// </summary>
    /// <returns>The entries to queue, and those left for the next poll since there are too many.</returns>
    private static (List<FeedItem> Fresh, HashSet<FeedItem> Left) Unseen(List<FeedItem> items, ImmutableArray<SeenItem> seen)
    {
        var known = seen.GroupBy(item => item.Key).ToDictionary(group => group.Key, group => group.Last().Content);
        var remembered = items.Select(item => (Item: item, Seen: FoundItems.Remember(item))).ToList();
        var unknown = remembered.Where(pair => !known.ContainsKey(pair.Seen.Key)).Select(pair => pair.Item).ToList();
        var fresh = unknown.Take(MostQueued).ToList();
        var changed = remembered.Where(pair => known.TryGetValue(pair.Seen.Key, out var content) && content != pair.Seen.Content).Select(pair => pair.Item).ToList();
        if (changed.Count <= Math.Max(3, (items.Count - unknown.Count) / 2)) fresh.AddRange(changed);
        return (fresh, [.. unknown.Skip(MostQueued)]);
    }

    private static ImmutableArray<SeenItem> Remember(ImmutableArray<SeenItem> seen, IEnumerable<FeedItem> items)
    {
        var now = items.Select(FoundItems.Remember).DistinctBy(item => item.Key).ToList();
        var keys = now.Select(item => item.Key).ToHashSet();
        return [.. seen.Where(item => !keys.Contains(item.Key)).Concat(now).TakeLast(MostRemembered)];
    }

    // An id that two entries of one feed share means neither of them.
    private static FetchArticleMessage Message(Source source, FeedItem item, HashSet<string> ambiguous) => new(
        source.Id,
        FoundItems.AddressOf(item)!,
        item.Id is { Length: <= 1000 } id && !ambiguous.Contains(id) ? id : null,
        item.Published,
        item.Title is { Length: > 500 } title ? title[..500] : item.Title);
}
