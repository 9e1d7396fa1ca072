namespace Ingest.Network;

/// <summary>What is owed to a host before it is asked for anything.</summary>
public interface ICourtesy
{
    /// <summary>Waits for one's turn at an address's host, or says why there is none to be had.</summary>
    Task<Turn> TakeTurnAsync(Uri address, CancellationToken cancellation);
}

/// <summary>The right to send one request to one host, given back by disposing of it.</summary>
/// <param name="giveBack">Told what the host answered, or null where it was not asked after all.</param>
public sealed class Turn(Func<FetchResult?, ValueTask>? giveBack = null) : IAsyncDisposable
{
    /// <summary>A turn where nobody waits.</summary>
    public static Turn Free => new();

    /// <summary>Why there is no turn, or null where there is one.</summary>
    public FetchResult? Denied { get; init; }

    /// <summary>What the host answered; how long it is left alone afterwards depends on it.</summary>
    public FetchResult? Answer { get; set; }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => giveBack?.Invoke(Answer) ?? ValueTask.CompletedTask;
}
