namespace Ingest.Storage.Listings;

/// <summary>A row of a listing with its content.</summary>
/// <typeparam name="T">What rows hold.</typeparam>
/// <param name="Place">Its place.</param>
/// <param name="Items">What it holds, in order.</param>
internal sealed record ListedRow<T>(string Place, IReadOnlyList<T> Items);

/// <summary>Reads rows in the order of their places, some at a time.</summary>
/// <typeparam name="T">What rows hold.</typeparam>
internal interface IRowSource<T>
{
    /// <summary>Whether no row follows.</summary>
    bool IsAtEnd { get; }

    /// <summary>The place from which reading goes on: every row before it was read.</summary>
    string Place { get; }

    /// <summary>The next rows; none where storage answered with none, where the end is reached, or where the budget is spent.</summary>
    /// <param name="wanted">About how many; at least 1.</param>
    /// <param name="budget">What may be spent.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<IReadOnlyList<ListedRow<T>>> NextAsync(int wanted, ReadBudget budget, CancellationToken cancellation);
}
