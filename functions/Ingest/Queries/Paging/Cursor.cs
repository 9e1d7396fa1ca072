namespace Ingest.Queries.Paging;

/// <summary>Where a page ended.</summary>
/// <param name="Place">The place of the row in which it ended, or from which reading goes on.</param>
/// <param name="After">Items of that row up to this one were returned, by their order in the row; -1 where none was.</param>
internal sealed record Cursor(string Place, int After);
