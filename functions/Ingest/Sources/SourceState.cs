using System.Collections.Immutable;

namespace Ingest.Sources;

/// <summary>What became of the last poll that failed.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Words">What happened, in words.</param>
/// <param name="Weight">How much it says about the source.</param>
public sealed record SourceError(DateTimeOffset At, string Words, FailureWeight Weight);

/// <summary>Where a source's articles are found, other than its definition says.</summary>
/// <param name="FindBy">How.</param>
/// <param name="FindAt">Where.</param>
/// <param name="ListingSelector">Selector of a listing's links, else null.</param>
/// <param name="From">The address in the definition that it was found from: another definition begins anew.</param>
public sealed record FoundPlace(FindBy FindBy, Uri FindAt, string? ListingSelector, Uri From);

/// <summary>What is remembered of an entry that was queued.</summary>
/// <param name="Key">Hash of its address and id.</param>
/// <param name="Content">Hash of all else that it says.</param>
public readonly record struct SeenItem(ulong Key, ulong Content);

/// <summary>What is known of a source from polling it. All times are UTC.</summary>
/// <param name="SourceId">The source.</param>
public sealed record SourceState(string SourceId)
{
    /// <summary>When it is asked next; null is at once.</summary>
    public DateTimeOffset? NextPoll { get; init; }

    /// <summary>When it was last asked.</summary>
    public DateTimeOffset? LastPoll { get; init; }

    /// <summary>When it last answered, "not modified" included.</summary>
    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>Its last failure, kept after it recovered.</summary>
    public SourceError? LastError { get; init; }

    /// <summary>Its failures in a row, a passing one counted once and a soft one twice; 0 while it answers.</summary>
    public int Strain { get; init; }

    /// <summary>Whether it said that it is gone for good.</summary>
    public bool IsStopped { get; init; }

    /// <summary>The time between its last poll that succeeded and the next.</summary>
    public TimeSpan Interval { get; init; }

    /// <summary>How many articles a day its feed tells of, or null where unknown.</summary>
    public double? ArticlesPerDay { get; init; }

    /// <summary>When the newest article of its feed was published, or null where unknown.</summary>
    public DateTimeOffset? NewestArticle { get; init; }

    /// <summary>Where its articles are really found, after a discovery or a permanent redirect; null is as defined.</summary>
    public FoundPlace? Found { get; init; }

    /// <summary>The validator of the last answer, as it was sent.</summary>
    public string? ETag { get; init; }

    /// <summary>Last-Modified of the last answer, as it was sent.</summary>
    public string? LastModified { get; init; }

    /// <summary>The entries that were queued, the last seen last.</summary>
    public ImmutableArray<SeenItem> Seen { get; init; } = [];
}
