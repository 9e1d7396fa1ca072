using System.Collections.Immutable;

namespace Ingest.Sources;

/// <summary>A walk back through what a source published, page by page, which any instance can go on with.</summary>
/// <param name="SourceId">The source.</param>
/// <param name="Until">The day that it goes back to, in the publisher's time zone.</param>
/// <param name="FindBy">What is walked.</param>
/// <param name="ListingSelector">Selector of a listing's links, else null.</param>
/// <param name="Next">The page to read next; null where the walk is over.</param>
/// <param name="AskedAt">When it was asked for, UTC.</param>
public sealed record Backfill(string SourceId, DateOnly Until, FindBy FindBy, string? ListingSelector, Uri? Next, DateTimeOffset AskedAt)
{
    /// <summary>The pages after the next, where they are known beforehand: an index's sitemaps.</summary>
    public ImmutableArray<Uri> Later { get; init; } = [];

    /// <summary>How many pages were read.</summary>
    public int Pages { get; init; }

    /// <summary>How many articles were queued.</summary>
    public int Articles { get; init; }

    /// <summary>When it goes on, UTC; null is at once.</summary>
    public DateTimeOffset? NextStep { get; init; }

    /// <summary>How often in a row the next page could not be had.</summary>
    public int Attempts { get; init; }

    /// <summary>Why it stopped before its day, or null.</summary>
    public string? Trouble { get; init; }
}
