using System.Collections.Concurrent;
using Ingest.Storage;

namespace Ingest.Network.Robots;

/// <summary>The robots.txt of every site that is asked, kept a day (RFC 9309, 2.4), in memory and in storage.</summary>
internal sealed class RobotsCache(NetworkGate gate, HostTurns turns, HostStore store, TimeProvider time)
{
    /// <summary>The first word of our User-Agent, by which a robots.txt calls us.</summary>
    public const string Product = "Ingest";

    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    /// <summary>2.3.1.4: how long an old copy stands in for one that cannot be had.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(30);

    /// <summary>How long a failure to read it is believed.</summary>
    private static readonly TimeSpan Failed = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Uri, Site> sites = new();

    /// <summary>
    /// What an address's site asks of us; or why nobody can say, in which case nothing of it may be fetched (2.3.1.4).
    /// </summary>
    public async Task<(RobotsRules? Rules, FetchResult? Trouble)> FindAsync(Uri address, CancellationToken cancellation)
    {
        var root = new Uri(address.GetLeftPart(UriPartial.Authority));
        var site = sites.GetOrAdd(root, _ => new Site());
        await site.Door.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (site.Until <= time.GetUtcNow())
            {
                (site.Rules, site.Trouble, var keptFor) = await ReadAsync(root, cancellation).ConfigureAwait(false);
                site.Until = time.GetUtcNow() + keptFor;
            }

            return (site.Rules, site.Trouble);
        }
        finally
        {
            site.Door.Release();
        }
    }

    private async Task<(RobotsRules? Rules, FetchResult? Trouble, TimeSpan KeptFor)> ReadAsync(Uri root, CancellationToken cancellation)
    {
        var kept = await store.FindRobotsAsync(root, cancellation).ConfigureAwait(false);
        var age = time.GetUtcNow() - kept?.ReadAt;
        if (age < Fresh) return (RobotsParser.Parse(kept!.Value.Text, Product), null, Fresh - age.Value);

        var result = await gate.FetchAsync(new FetchRequest(new Uri(root, "/robots.txt"), "text/plain, */*;q=0.1"), turns, cancellation).ConfigureAwait(false);
        switch (result)
        {
            case Fetched { IsSuccess: true } found:
                var text = found.Body.Length > RobotsParser.MostBytes ? found.Body[..RobotsParser.MostBytes] : found.Body;
                await store.SaveRobotsAsync(root, time.GetUtcNow(), text, cancellation).ConfigureAwait(false);
                return (RobotsParser.Parse(text.Span, Product), null, Fresh);
            case Fetched { Status: >= 400 and < 500 and not 429 }:
                // 2.3.1.3: there is none. Kept as an empty one.
                await store.SaveRobotsAsync(root, time.GetUtcNow(), ReadOnlyMemory<byte>.Empty, cancellation).ConfigureAwait(false);
                return (RobotsRules.None, null, Fresh);
            case not Refused when age < Stale:
                return (RobotsParser.Parse(kept!.Value.Text, Product), null, Failed);
            case Fetched answered:
                return (null, new Unreachable($"{root.Host} answers {answered.Status} where its robots.txt should be, so nothing there may be fetched"), Failed);
            default:
                return (null, result, Failed);
        }
    }

    private sealed class Site
    {
        public SemaphoreSlim Door { get; } = new(1, 1);

        public DateTimeOffset Until { get; set; }

        public RobotsRules? Rules { get; set; }

        public FetchResult? Trouble { get; set; }
    }
}
