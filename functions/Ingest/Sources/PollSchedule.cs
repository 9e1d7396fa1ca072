using Ingest.Network;

namespace Ingest.Sources;

/// <summary>How much a failure says about a source.</summary>
public enum FailureWeight
{
    /// <summary>Comes and goes by itself: a timeout, a busy server, a network that is down.</summary>
    Passing,

    /// <summary>Mostly needs somebody's hand: forbidden, not found, not a feed.</summary>
    Soft,

    /// <summary>Said to be for good: 410 Gone. The source is not asked again until an operator resumes it.</summary>
    Hard,
}

/// <summary>When a source is asked next.</summary>
internal static class PollSchedule
{
    /// <summary>The most time between two polls of a source that fails softly.</summary>
    public static readonly TimeSpan LongestBackOff = TimeSpan.FromDays(1);

    /// <summary>The interval for a feed whose entries bear no dates.</summary>
    private static readonly TimeSpan Undated = TimeSpan.FromMinutes(30);

    /// <summary>
    /// Half the mean time between the entries that a feed holds, the silence since its newest included: an article is seen
    /// soon after it appears, a feed that falls silent is asked ever less, and none can scroll an entry away unseen.
    /// </summary>
    public static TimeSpan Interval(IReadOnlyCollection<DateTimeOffset> published, DateTimeOffset now, PollingOptions options)
    {
        var past = published.Where(date => date <= now).ToList();
        var interval = past.Count == 0 ? Undated : (now - past.Min()) / past.Count / 2;
        return Clamp(interval, options.Floor, options.Ceiling);
    }

    /// <summary>How many articles a day a feed tells of, or null where its dates do not say.</summary>
    public static double? ArticlesPerDay(IReadOnlyCollection<DateTimeOffset> published, DateTimeOffset now)
    {
        var past = published.Where(date => date <= now).ToList();
        if (past.Count < 2 || now - past.Min() < TimeSpan.FromHours(1)) return null;
        return Math.Round(past.Count / (now - past.Min()).TotalDays, 2);
    }

    /// <summary>How long a source that failed is left alone: the floor, doubled with each passing failure in a row, quadrupled with each soft one.</summary>
    /// <param name="strain">The failures in a row, a passing one counted once and a soft one twice.</param>
    /// <param name="weight">The weight of the last of them.</param>
    /// <param name="options">Floor and ceiling.</param>
    public static TimeSpan BackOff(int strain, FailureWeight weight, PollingOptions options)
    {
        var most = weight == FailureWeight.Passing ? options.Ceiling : LongestBackOff;
        // Beyond 2^20 any floor is above any cap; the bound keeps the arithmetic in range.
        return Clamp(options.Floor * Math.Pow(2, Math.Clamp(strain - 1, 0, 20)), options.Floor, most);
    }

    /// <summary>Whether a source is to be polled. A time further ahead than any that is set was set by a clock that has been put back since.</summary>
    public static bool IsDue(DateTimeOffset? next, DateTimeOffset now, PollingOptions options) =>
        next is not { } time || time <= now || time > now + (options.Ceiling > LongestBackOff ? options.Ceiling : LongestBackOff);

    /// <summary>What an answer that brought nothing says about the source.</summary>
    public static FailureWeight Weigh(FetchResult result) => result switch
    {
        Fetched { Status: 410 } => FailureWeight.Hard,
        Fetched { Status: 408 or 425 or 429 or >= 500 } => FailureWeight.Passing,
        TimedOut or Unreachable or Postponed => FailureWeight.Passing,
        _ => FailureWeight.Soft,
    };

    private static TimeSpan Clamp(TimeSpan value, TimeSpan least, TimeSpan most) => value < least ? least : value > most ? most : value;
}
