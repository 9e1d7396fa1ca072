namespace Ingest.Queries.Paging;

/// <summary>Some of what a query finds.</summary>
/// <typeparam name="T">What it finds.</typeparam>
/// <param name="Items">In the order that was asked for.</param>
/// <param name="Next">Where it goes on; null on the last page. A page may be short, even empty, and still go on.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, Cursor? Next);
