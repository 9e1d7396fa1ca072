using Ingest.Storage.Rows;

namespace Ingest.Storage.Listings;

/// <summary>
/// Reads the rows whose places stand in every one of several listings. Places are found from keys; content is then read from the listing
/// that holds the fewest rows in between.
/// </summary>
/// <typeparam name="T">What rows hold.</typeparam>
internal sealed class Intersection<T>(RowReader reader, IReadOnlyList<TableListing> listings, string from, string until) : IRowSource<T>
{
    private readonly PlaceIntersection common = new(reader, listings, from, until);
    private string? unread;

    public bool IsAtEnd => unread is null && common.IsAtEnd;

    public string Place => unread ?? common.Place;

    public async Task<IReadOnlyList<ListedRow<T>>> NextAsync(int wanted, ReadBudget budget, CancellationToken cancellation)
    {
        var places = await common.NextAsync(wanted, budget, cancellation);
        if (places.Count == 0) return [];

        var content = new TableSource<T>(reader, common.Sparsest, places[0], Places.Next(places[^1]));
        var asked = places.ToHashSet(StringComparer.Ordinal);
        var found = new List<ListedRow<T>>(places.Count);
        while (!content.IsAtEnd && !budget.IsSpent)
            found.AddRange((await content.NextAsync(TableLimits.RowsPerPage, budget, cancellation)).Where(row => asked.Contains(row.Place)));
        // What was found in the keys but not read is left to the next request.
        unread = content.IsAtEnd ? null : content.Place;
        return found;
    }
}
