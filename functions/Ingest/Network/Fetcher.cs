using Ingest.Network.Robots;

namespace Ingest.Network;

/// <summary>Fetches from publishers as a guest does: through the gate, by their robots.txt, one request at a time.</summary>
internal sealed class Fetcher(NetworkGate gate, RobotsCache robots, HostTurns turns) : ICourtesy
{
    /// <summary>Fetches one address; whatever comes of it but trouble on our side is a value.</summary>
    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellation) => gate.FetchAsync(request, this, cancellation);

    async Task<Turn> ICourtesy.TakeTurnAsync(Uri address, CancellationToken cancellation)
    {
        var (rules, trouble) = await robots.FindAsync(address, cancellation).ConfigureAwait(false);
        if (rules is null) return new Turn { Denied = trouble };
        if (!rules.Allows(address)) return new Turn { Denied = new Disallowed(address) };
        return await turns.TakeTurnAsync(address, rules.CrawlDelay ?? TimeSpan.Zero, cancellation).ConfigureAwait(false);
    }
}
