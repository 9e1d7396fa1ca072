namespace Ingest.Storage.Listings;

/// <summary>Rows that were read already.</summary>
/// <typeparam name="T">What rows hold.</typeparam>
internal sealed class ListSource<T>(IEnumerable<ListedRow<T>> rows, string from) : IRowSource<T>
{
    private readonly Queue<ListedRow<T>> left = new(rows);

    public bool IsAtEnd => left.Count == 0;

    public string Place { get; private set; } = from;

    public Task<IReadOnlyList<ListedRow<T>>> NextAsync(int wanted, ReadBudget budget, CancellationToken cancellation)
    {
        var next = new List<ListedRow<T>>();
        while (next.Count < wanted && left.TryDequeue(out var row)) next.Add(row);
        if (next.Count > 0) Place = Rows.Places.Next(next[^1].Place);
        return Task.FromResult<IReadOnlyList<ListedRow<T>>>(next);
    }
}
