namespace Ingest.Storage.Listings;

/// <summary>Reads the rows of several listings in the order of their places; what stands at one place in several is one row.</summary>
/// <typeparam name="T">What rows hold.</typeparam>
internal sealed class Union<T>(IReadOnlyList<IRowSource<T>> sources, Func<T, string> identity, Func<T, int> orderOf, string from) : IRowSource<T>
{
    private readonly List<(IRowSource<T> Source, Queue<ListedRow<T>> Buffer)> lanes = [.. sources.Select(source => (source, new Queue<ListedRow<T>>()))];

    public bool IsAtEnd => lanes.All(lane => lane.Buffer.Count == 0 && lane.Source.IsAtEnd);

    public string Place { get; private set; } = from;

    public async Task<IReadOnlyList<ListedRow<T>>> NextAsync(int wanted, ReadBudget budget, CancellationToken cancellation)
    {
        await Task.WhenAll(lanes.Where(lane => lane.Buffer.Count == 0 && !lane.Source.IsAtEnd).Select(async lane =>
        {
            foreach (var row in await lane.Source.NextAsync(wanted, budget, cancellation)) lane.Buffer.Enqueue(row);
        }));

        // A lane that may still bring earlier rows holds all others back.
        var merged = new List<ListedRow<T>>();
        while (lanes.All(lane => lane.Buffer.Count > 0 || lane.Source.IsAtEnd) && lanes.Any(lane => lane.Buffer.Count > 0))
        {
            var place = lanes.Where(lane => lane.Buffer.Count > 0).Select(lane => lane.Buffer.Peek().Place).Min(StringComparer.Ordinal)!;
            var same = lanes.Where(lane => lane.Buffer.Count > 0 && lane.Buffer.Peek().Place == place).Select(lane => lane.Buffer.Dequeue()).ToList();
            merged.Add(same.Count == 1 ? same[0] : new ListedRow<T>(place, [.. same.SelectMany(row => row.Items).DistinctBy(identity, StringComparer.Ordinal).OrderBy(orderOf)]));
            Place = Rows.Places.Next(place);
        }

        return merged;
    }
}
