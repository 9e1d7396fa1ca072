using System.Collections.Immutable;

namespace Ingest.Sources;

/// <summary>What became of the last poll that failed.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Words">What happened, in words.</param>
/// <param name="Weight">How much it says about the source.</param>
public sealed record SourceError(DateTimeOffset At, string Words, FailureWeight Weight);

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

    /// <summary>How many articles a day its feed tells of, or null where unknown.</summary>
    public double? ArticlesPerDay { get; init; }

    /// <summary>When the newest article of its feed was published, or null where unknown.</summary>
    public DateTimeOffset? NewestArticle { get; init; }

    /// <summary>How its articles are really found, where a page was given and a feed discovered; null is as given.</summary>
    public FindBy? FoundBy { get; init; }

    /// <summary>Where its articles are really found, after a discovery or a permanent redirect; null is as given.</summary>
    public Uri? FoundAt { get; init; }

    /// <summary>The address in its definition that <see cref="FoundAt"/> was found from: another definition begins anew.</summary>
    public Uri? FoundFrom { get; init; }

    /// <summary>The validator of the last answer, as it was sent.</summary>
    public string? ETag { get; init; }

    /// <summary>Last-Modified of the last answer, as it was sent.</summary>
    public string? LastModified { get; init; }

    /// <summary>Fingerprints of the entries that were queued, the newest last.</summary>
    public ImmutableArray<ulong> Seen { get; init; } = [];
}
