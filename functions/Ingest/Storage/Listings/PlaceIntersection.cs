using Ingest.Storage.Rows;

namespace Ingest.Storage.Listings;

/// <summary>
/// Finds the places that stand in every one of several listings, from keys alone. Each listing jumps to where the others are, so that
/// what lies between is not read.
/// </summary>
internal sealed class PlaceIntersection(RowReader reader, IReadOnlyList<TableListing> listings, string from, string until)
{
    private readonly List<Lane> lanes = [.. listings.Select(listing => new Lane(listing, new KeySource(reader, listing, from, until, keysOnly: true)))];

    /// <summary>Whether no place follows.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>The place from which the search goes on.</summary>
    public string Place { get; private set; } = from;

    /// <summary>The listing that had the fewest rows between the places found last.</summary>
    public TableListing Sparsest => lanes.MinBy(lane => lane.Passed)!.Listing;

    /// <summary>About so many places; fewer at the end or where the budget is spent.</summary>
    public async Task<IReadOnlyList<string>> NextAsync(int wanted, ReadBudget budget, CancellationToken cancellation)
    {
        foreach (var lane in lanes) lane.Passed = 0;
        var places = new List<string>();
        while (places.Count < wanted)
        {
            await Task.WhenAll(lanes.Select(lane => lane.FillAsync(budget, cancellation)));
            if (lanes.Any(lane => lane.IsAtEnd))
            {
                IsAtEnd = true;
                break;
            }

            if (lanes.Any(lane => lane.Head is null))
            {
                if (budget.IsSpent) break;
                continue;
            }

            var furthest = lanes.Select(lane => lane.Head!).Max(StringComparer.Ordinal)!;
            if (lanes.All(lane => lane.Head == furthest))
            {
                places.Add(furthest);
                furthest = Places.Next(furthest);
            }

            foreach (var lane in lanes) lane.SkipTo(furthest);
            Place = furthest;
        }

        return places;
    }

    private sealed class Lane(TableListing listing, KeySource keys)
    {
        private readonly Queue<string> buffer = new();

        public TableListing Listing => listing;

        /// <summary>Rows that were gone past.</summary>
        public int Passed { get; set; }

        public string? Head => buffer.TryPeek(out var head) ? head : null;

        public bool IsAtEnd => buffer.Count == 0 && keys.IsAtEnd;

        public async Task FillAsync(ReadBudget budget, CancellationToken cancellation)
        {
            if (buffer.Count > 0 || keys.IsAtEnd) return;
            foreach (var row in await keys.NextAsync(TableLimits.RowsPerPage, budget, cancellation)) buffer.Enqueue(listing.PlaceOf(row));
        }

        public void SkipTo(string place)
        {
            while (buffer.TryPeek(out var head) && string.CompareOrdinal(head, place) < 0)
            {
                buffer.Dequeue();
                Passed++;
            }

            if (buffer.Count == 0) keys.Seek(place);
        }
    }
}
