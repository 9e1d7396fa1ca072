namespace Ingest.Storage.Listings;

/// <summary>How many transactions one request may still spend on reading; it is spent, not exceeded.</summary>
public sealed class ReadBudget(int transactions)
{
    private int left = transactions;

    /// <summary>Whether nothing is left.</summary>
    public bool IsSpent => Volatile.Read(ref left) <= 0;

    /// <summary>Takes one transaction; false where none is left.</summary>
    public bool TrySpend() => Interlocked.Decrement(ref left) >= 0;
}
