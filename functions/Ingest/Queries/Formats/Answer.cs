namespace Ingest.Queries.Formats;

/// <summary>A page of answers, as every query gives it.</summary>
/// <typeparam name="T">What is answered.</typeparam>
/// <param name="Value">The page.</param>
/// <param name="NextLink">The address of the next page; absent on the last one.</param>
/// <param name="NextCursor">The cursor in that address, for those who build their own.</param>
/// <param name="AsOf">When the record was read, UTC.</param>
public sealed record Answer<T>(IReadOnlyList<T> Value, string? NextLink, string? NextCursor, DateTimeOffset AsOf)
{
    /// <summary>For changes: where to ask, later, for what has changed since; else absent.</summary>
    public string? DeltaLink { get; init; }
}
