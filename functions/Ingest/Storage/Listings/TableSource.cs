using Ingest.Storage.Rows;

namespace Ingest.Storage.Listings;

/// <summary>Reads one listing from a place up to, not including, another.</summary>
/// <typeparam name="T">What rows hold.</typeparam>
internal sealed class TableSource<T>(RowReader reader, TableListing listing, string from, string until) : IRowSource<T>
{
    private readonly KeySource keys = new(reader, listing, from, until, keysOnly: false);

    public bool IsAtEnd => keys.IsAtEnd;

    public string Place => keys.Place;

    public async Task<IReadOnlyList<ListedRow<T>>> NextAsync(int wanted, ReadBudget budget, CancellationToken cancellation)
    {
        var rows = await keys.NextAsync(wanted, budget, cancellation);
        var listed = new List<ListedRow<T>>(rows.Count);
        foreach (var row in rows) listed.Add(new ListedRow<T>(listing.PlaceOf(row), await reader.BodyAsync<List<T>>(row, cancellation)));
        return listed;
    }
}

/// <summary>Reads the rows of one listing, with or without their content.</summary>
internal sealed class KeySource(RowReader reader, TableListing listing, string from, string until, bool keysOnly)
{
    private Queue<string>? segments;
    private string? continuation;

    public bool IsAtEnd { get; private set; } = string.CompareOrdinal(from, until) >= 0;

    public string Place { get; private set; } = from;

    /// <summary>The next rows, one transaction; none where storage answered with none or the budget is spent.</summary>
    public async Task<IReadOnlyList<ReadRow>> NextAsync(int wanted, ReadBudget budget, CancellationToken cancellation)
    {
        segments ??= new Queue<string>(listing.Segments(Place, until));
        if (IsAtEnd || !budget.TrySpend()) return [];
        var page = await reader.PageAsync(listing.Table, segments.Peek(), wanted, keysOnly, continuation, cancellation);
        continuation = page.Continuation;
        if (continuation is null)
        {
            segments.Dequeue();
            IsAtEnd = segments.Count == 0;
        }

        if (page.Rows.Count > 0) Place = Places.Next(listing.PlaceOf(page.Rows[^1]));
        return page.Rows;
    }

    /// <summary>Goes on from a later place.</summary>
    public void Seek(string place)
    {
        if (IsAtEnd || string.CompareOrdinal(place, Place) <= 0) return;
        Place = place;
        continuation = null;
        segments = null;
        IsAtEnd = string.CompareOrdinal(place, until) >= 0;
    }
}
