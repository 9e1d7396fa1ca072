namespace Ingest.Sources;

/// <summary>A walk back through what a source published, page by page, which any instance can go on with.</summary>
/// <param name="SourceId">The source.</param>
/// <param name="Until">The day that it goes back to, in the publisher's time zone.</param>
/// <param name="FindBy">What is walked.</param>
/// <param name="Next">The next page to read; null where the walk is over.</param>
/// <param name="Pages">How many pages were read.</param>
/// <param name="Articles">How many articles were queued.</param>
/// <param name="AskedAt">When it was asked for, UTC.</param>
public sealed record Backfill(string SourceId, DateOnly Until, FindBy FindBy, Uri? Next, int Pages, int Articles, DateTimeOffset AskedAt)
{
    /// <summary>When it goes on, UTC; a pause where the publisher asked for one.</summary>
    public DateTimeOffset? NextStep { get; init; }

    /// <summary>Why it stopped before its day, or null.</summary>
    public string? Trouble { get; init; }
}
