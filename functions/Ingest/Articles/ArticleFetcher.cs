using Ingest.Feeds;
using Ingest.Network;
using Ingest.Sources;
using Ingest.Storage;
using Ingest.Telemetry;
using Microsoft.Extensions.Logging;

namespace Ingest.Articles;

/// <summary>
/// Fetches one article, reads it, and keeps it as the record of that article, however often and under whichever address it
/// comes. Every step may be repeated: blobs are named by their content, rows by the article, and the message to extraction is
/// sent until the head says that it was.
/// </summary>
public sealed class ArticleFetcher
{
    private const string Accept = "text/html, application/xhtml+xml;q=0.9, */*;q=0.5";

    /// <summary>How often an article that cannot be had for now is tried; the last try is more than a day after the first.</summary>
    private const int MostAttempts = 8;

    /// <summary>How often an article is tried whose page is not there or not for us: feeds tell of some before they can be read.</summary>
    private const int MostDenials = 3;

    /// <summary>The most pages that one article is joined of.</summary>
    private const int MostPages = 20;

    /// <summary>How often, and how long each time, the turn for an article's next page is waited for.</summary>
    private const int MostWaits = 5;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMinutes(10);

    /// <summary>An article that is put off for longer is told with its source.</summary>
    private static readonly TimeSpan LongestUntold = TimeSpan.FromMinutes(10);

    /// <summary>When a new article is looked at again, since papers edit most in the first hours and tell no feed of it.</summary>
    private static readonly TimeSpan[] Visits = [TimeSpan.FromHours(2), TimeSpan.FromHours(22)];

    private readonly Fetcher fetcher;
    private readonly SourceCatalogue sources;
    private readonly SourceStore troubles;
    private readonly AliasStore aliases;
    private readonly ArticleStore articles;
    private readonly ArticleRereader rereader;
    private readonly ArticleHandOver handOver;
    private readonly ArticleQueues queues;
    private readonly TimeProvider time;
    private readonly ILogger<ArticleFetcher> logger;

    internal ArticleFetcher(
        Fetcher fetcher,
        SourceCatalogue sources,
        SourceStore troubles,
        AliasStore aliases,
        ArticleStore articles,
        ArticleRereader rereader,
        ArticleHandOver handOver,
        ArticleQueues queues,
        TimeProvider time,
        ILogger<ArticleFetcher> logger)
    {
        this.fetcher = fetcher;
        this.sources = sources;
        this.troubles = troubles;
        this.aliases = aliases;
        this.articles = articles;
        this.rereader = rereader;
        this.handOver = handOver;
        this.queues = queues;
        this.time = time;
        this.logger = logger;
    }

    /// <summary>Fetches what the message asks for; what cannot be had now is asked for again later.</summary>
    public async Task FetchAsync(FetchArticleMessage message, CancellationToken cancellation)
    {
        using var activity = Instruments.Start("fetch", message.TraceParent);
        activity?.SetTag("source", message.SourceId);
        if (await sources.FindAsync(message.SourceId, cancellation).ConfigureAwait(false) is not { } source)
        {
            logger.SourceGone(message.SourceId, message.Url);
            return;
        }

        var id = await aliases.FindAsync(Names(message), cancellation).ConfigureAwait(false);
        var head = id is null ? null : await articles.FindHeadAsync(id, cancellation).ConfigureAwait(false);
        // Where an earlier try died on the way, "not modified" would keep us from finishing it.
        var known = head?.Announced >= head?.Revision ? head : null;
        var result = await fetcher.FetchAsync(new FetchRequest(message.Url, Accept, known?.PageETag, known?.PageLastModified), cancellation).ConfigureAwait(false);
        switch (result)
        {
            case Fetched { IsNotModified: true } when known is not null:
                await HandOnAsync(known, message, cancellation).ConfigureAwait(false);
                break;
            case Fetched { IsSuccess: true } page:
                await ReadAsync(message, source, id, page, cancellation).ConfigureAwait(false);
                break;
            case Postponed postponed:
                await PutOffAsync(message, source, postponed, cancellation).ConfigureAwait(false);
                break;
            case Fetched { Status: 403 or 404 } denied when message.Attempt + 1 < MostDenials:
                await TryLaterAsync(message, source, denied.InWords, denied.RetryAt, cancellation).ConfigureAwait(false);
                break;
            case var failed when PollSchedule.Weigh(failed) == FailureWeight.Passing:
                await TryLaterAsync(message, source, failed.InWords, (failed as Fetched)?.RetryAt, cancellation).ConfigureAwait(false);
                break;
            default:
                logger.NotFetched(source.Name, message.Url, result.InWords);
                await NoteAsync(message, result.InWords, null, cancellation).ConfigureAwait(false);
                break;
        }
    }

    private async Task ReadAsync(FetchArticleMessage message, Source source, string? id, Fetched page, CancellationToken cancellation)
    {
        var (read, pages, trouble) = await ReadPagesAsync(source, page, cancellation).ConfigureAwait(false);
        if (trouble is not null)
        {
            // Half an article would be taken for the whole.
            if (trouble is Postponed { IsAsked: true } postponed) await PutOffAsync(message, source, postponed, cancellation).ConfigureAwait(false);
            else await TryLaterAsync(message, source, trouble.InWords, (trouble as Fetched)?.RetryAt, cancellation).ConfigureAwait(false);
            return;
        }

        var now = time.GetUtcNow();
        var canonical = IsUsable(read.Url) ? read.Url : CanonicalUrl.Clean(page.Address);
        read = read with
        {
            Url = canonical,
            Title = read.Title.Length > 0 ? read.Title : message.Title ?? "",
            Published = PublicationTime.Believed(read.Published, now) ?? PublicationTime.Believed(message.Published, now),
        };

        // The canonical address knows best; the address asked for comes before the feed's id, which publishers reuse.
        string[] names = [AliasStore.Of(canonical), AliasStore.Of(page.Address), .. Names(message)];
        id = await aliases.FindAsync(names[..1], cancellation).ConfigureAwait(false) ?? id
            ?? await aliases.FindAsync(names[1..2], cancellation).ConfigureAwait(false) ?? ArticleStore.IdOf(canonical);
        if (read.Kind != PageKind.Article)
        {
            await articles.NoteAsync(id, source, read, page, cancellation).ConfigureAwait(false);
            Instruments.Articles.Add(1, new("source", source.Id), new("kind", read.Kind.ToString()));
            if (read.Kind is PageKind.Consent or PageKind.BotCheck)
                await TryLaterAsync(message, source, $"{page.Address.Host} answered with a page that is no article ({read.Kind})", null, cancellation).ConfigureAwait(false);
            else
            {
                logger.NoArticle(source.Name, page.Address, read.Kind);
                await NoteAsync(message, $"its page is no whole article ({read.Kind})", null, cancellation).ConfigureAwait(false);
            }

            return;
        }

        var before = (await articles.FindHeadAsync(id, cancellation).ConfigureAwait(false))?.Revision ?? 0;
        // Where we have learnt to read its page better since, that is no edit.
        if (before > 0 && !await articles.HoldsAsync(id, read, cancellation).ConfigureAwait(false)) await rereader.RereadAsync(id, cancellation).ConfigureAwait(false);
        var head = await articles.KeepAsync(id, source, read, pages, now, cancellation).ConfigureAwait(false);
        await aliases.AddAsync(names.Distinct(StringComparer.Ordinal), id, cancellation).ConfigureAwait(false);
        if (head.Revision > before)
        {
            Instruments.Articles.Add(1, new("source", source.Id), new("kind", nameof(PageKind.Article)));
            logger.Fetched(source.Name, read.Title, head.Revision, (long)page.Took.TotalMilliseconds);
        }

        await HandOnAsync(head, message, cancellation).ConfigureAwait(false);
    }

    /// <summary>Reads an article with the pages that it goes on, or tells what kept one of them away for now.</summary>
    private async Task<(Article Article, List<Fetched> Pages, FetchResult? Trouble)> ReadPagesAsync(Source source, Fetched first, CancellationToken cancellation)
    {
        var read = ArticleParser.Parse(first.Body, first.ContentType, first.Address, source);
        var (pages, others) = (new List<Fetched> { first }, new List<Article>());
        var seen = new HashSet<string>(StringComparer.Ordinal) { CanonicalUrl.Key(first.Address) };
        for (var next = read.NextPage; next is not null && pages.Count < MostPages && seen.Add(CanonicalUrl.Key(next));)
        {
            var result = await FetchPartAsync(next, cancellation).ConfigureAwait(false);
            if (result is not Fetched { IsSuccess: true } page)
            {
                if (PollSchedule.Weigh(result) == FailureWeight.Passing) return (read.Article, pages, result);
                break;
            }

            var part = ArticleParser.Parse(page.Body, page.ContentType, page.Address, source);
            pages.Add(page);
            others.Add(part.Article);
            next = part.NextPage;
        }

        return (ArticlePage.Join(read.Article, others), pages, null);
    }

    /// <summary>Fetches a page that an article goes on. Our turn for it is waited for: to come back later would be to begin anew, and to wait again.</summary>
    private async Task<FetchResult> FetchPartAsync(Uri address, CancellationToken cancellation)
    {
        for (var waits = 0; ; waits++)
        {
            var result = await fetcher.FetchAsync(new FetchRequest(address, Accept), cancellation).ConfigureAwait(false);
            if (result is not Postponed { Until: var until } || waits == MostWaits) return result;
            var wait = until - time.GetUtcNow();
            if (wait > LongestWait) return result;
            if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Brings the article together with its copies, and asks for all that is not extracted yet to be.</summary>
    private async Task HandOnAsync(ArticleHeadRow head, FetchArticleMessage message, CancellationToken cancellation)
    {
        var isNew = head.Announced < head.Revision;
        var isYoung = time.GetUtcNow() - (head.Published ?? head.FirstSeen) < TimeSpan.FromDays(1);
        if (isYoung && message.Visit < Visits.Length && (message.Visit > 0 || (isNew && head.Revision == 1)))
            await queues.SendAsync(message with { Visit = message.Visit + 1, Attempt = 0, PutOffSince = null, IsTold = false }, cancellation, Visits[message.Visit]).ConfigureAwait(false);

        // What comes for the first time may have been told of under a message that is long gone.
        if (message.IsTold || message.Attempt > 0 || isNew) await troubles.ForgetAsync(message.SourceId, message.Url, cancellation).ConfigureAwait(false);
        if (isNew) await handOver.HandOnAsync(head, cancellation).ConfigureAwait(false);
    }

    // A site that calls its home page the address of every article would have but one.
    private static bool IsUsable(Uri canonical) => CanonicalUrl.Key(canonical) is var key && key.IndexOf('/') < key.Length - 1;

    private static IEnumerable<string> Names(FetchArticleMessage message) =>
        message.FeedId is { } feedId ? [AliasStore.Of(message.Url), AliasStore.Of(message.SourceId, feedId)] : [AliasStore.Of(message.Url)];

    private Task NoteAsync(FetchArticleMessage message, string words, DateTimeOffset? nextTry, CancellationToken cancellation) =>
        troubles.NoteAsync(message.SourceId, new ArticleTrouble(message.Url, time.GetUtcNow(), words, nextTry), cancellation);

    /// <summary>Asks again when the host may be. A pause of ours is nobody's concern; one that the host asks for is told once it is long.</summary>
    private async Task PutOffAsync(FetchArticleMessage message, Source source, Postponed postponed, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (postponed.IsAsked)
        {
            message = message with { PutOffSince = message.PutOffSince ?? now };
            if (postponed.Until - message.PutOffSince > LongestUntold)
            {
                message = message with { IsTold = true };
                logger.TriedLater(source.Name, message.Url, postponed.InWords, postponed.Until - now);
                await NoteAsync(message, postponed.InWords, postponed.Until, cancellation).ConfigureAwait(false);
            }
        }

        await queues.SendAsync(message, cancellation, postponed.Until - now).ConfigureAwait(false);
    }

    private async Task TryLaterAsync(FetchArticleMessage message, Source source, string words, DateTimeOffset? asked, CancellationToken cancellation)
    {
        if (message.Attempt + 1 >= MostAttempts)
        {
            logger.SetAside(source.Name, message.Url, words);
            await NoteAsync(message, $"{words}; it was tried {MostAttempts} times and is set aside", null, cancellation).ConfigureAwait(false);
            await queues.SetAsideAsync(message with { Attempt = 0, IsTold = true }, cancellation).ConfigureAwait(false);
            return;
        }

        var delay = FirstDelay * Math.Pow(2, message.Attempt);
        if (asked - time.GetUtcNow() is { } wait && wait > delay) delay = wait;
        logger.TriedLater(source.Name, message.Url, words, delay);
        await NoteAsync(message, words, time.GetUtcNow() + delay, cancellation).ConfigureAwait(false);
        await queues.SendAsync(message with { Attempt = message.Attempt + 1, IsTold = true }, cancellation, delay).ConfigureAwait(false);
    }
}
