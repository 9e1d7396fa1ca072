using System.Collections.Concurrent;
using Ingest.Storage;
using Microsoft.Extensions.Options;

namespace Ingest.Network;

/// <summary>
/// One request at a time and a pause in between, for each host and over all instances of the app. Those who wait in one
/// process stand in line here, so that only one of them asks storage; between processes a row with an ETag decides.
/// </summary>
internal sealed class HostTurns(HostStore store, IOptions<NetworkOptions> options, TimeProvider time) : ICourtesy
{
    /// <summary>The longest that is waited for a turn; what would take longer is better tried again later.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>The first pause after an answer 429 or 503 that names none; it doubles with each in a row.</summary>
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestBackOff = TimeSpan.FromHours(6);

    private readonly ConcurrentDictionary<string, Line> lines = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<Turn> TakeTurnAsync(Uri address, CancellationToken cancellation) => TakeTurnAsync(address, TimeSpan.Zero, cancellation);

    /// <summary>Waits for a turn after which the host is left alone for at least <paramref name="pause"/>.</summary>
    public async Task<Turn> TakeTurnAsync(Uri address, TimeSpan pause, CancellationToken cancellation)
    {
        var host = HostOf(address);
        var line = lines.GetOrAdd(host, _ => new Line());
        var patience = time.GetUtcNow() + LongestWait;
        if (!await line.EnterAsync(LongestWait, time, cancellation).ConfigureAwait(false))
            return new Turn { Denied = new Postponed(patience, address.Host) };
        try
        {
            // A holder that died leaves its row behind; it is worth nothing once the longest fetch is over.
            var lease = options.Value.Deadline + TimeSpan.FromSeconds(15);
            var holder = Guid.NewGuid().ToString("N");
            while (true)
            {
                var row = line.Row ??= await store.FindTurnAsync(host, cancellation).ConfigureAwait(false);
                var now = time.GetUtcNow();
                if (row.Holder == holder) return new Turn(answer => GiveBackAsync(line, pause, answer));
                // What is further ahead than anybody may ask for was written by a clock that has been put back since.
                if (row.FreeAt <= now || row.FreeAt > now + RetryAfter.Longest + lease)
                {
                    (row.FreeAt, row.Holder) = (now + lease, holder);
                    if (await store.TrySaveTurnAsync(row, cancellation).ConfigureAwait(false)) return new Turn(answer => GiveBackAsync(line, pause, answer));
                }
                else if (row.FreeAt > patience)
                {
                    line.Row = null; // Whoever holds the turn may give it back before its time.
                    line.Leave();
                    return new Turn { Denied = new Postponed(row.FreeAt, address.Host, IsAsked: row is { Strikes: > 0, Holder.Length: 0 }) };
                }
                else
                {
                    await Task.Delay(row.FreeAt - now, time, cancellation).ConfigureAwait(false);
                    if (row.Holder.Length == 0) continue; // Our own pause: nobody else need have been here.
                }

                line.Row = null;
            }
        }
        catch
        {
            line.Leave();
            throw;
        }
    }

    /// <summary>A site with and without "www." is one host, whichever scheme it is asked by.</summary>
    internal static string HostOf(Uri address)
    {
        var endpoint = Endpoint.Of(address);
        var host = endpoint.Host.StartsWith("www.", StringComparison.Ordinal) ? endpoint.Host[4..] : endpoint.Host;
        return endpoint.Port is 80 or 443 ? host : $"{host}:{endpoint.Port}";
    }

    private async ValueTask GiveBackAsync(Line line, TimeSpan pause, FetchResult? answer)
    {
        try
        {
            var row = line.Row!;
            var now = time.GetUtcNow();
            var isTooMuch = answer is Fetched { Status: 429 or 503 };
            row.Strikes = isTooMuch ? row.Strikes + 1 : 0;
            row.Holder = "";
            row.FreeAt = now + (pause > options.Value.Pause ? pause : options.Value.Pause);
            if (isTooMuch)
            {
                var backOff = FirstBackOff * Math.Pow(2, Math.Min(row.Strikes - 1, 10));
                var until = ((Fetched)answer!).RetryAt ?? now + (backOff < LongestBackOff ? backOff : LongestBackOff);
                if (until > row.FreeAt) row.FreeAt = until;
            }

            // Where this fails, the turn was lost to another or the row is gone, and reading it anew puts it right.
            if (!await store.TrySaveTurnAsync(row, CancellationToken.None).ConfigureAwait(false)) line.Row = null;
        }
        catch
        {
            line.Row = null;
            throw;
        }
        finally
        {
            line.Leave();
        }
    }

    /// <summary>Those of this process who wait for one host, and its row as it was last seen.</summary>
    private sealed class Line
    {
        private SemaphoreSlim Door { get; } = new(1, 1);

        public HostTurnRow? Row { get; set; }

        public async Task<bool> EnterAsync(TimeSpan patience, TimeProvider time, CancellationToken cancellation)
        {
            using var limit = new CancellationTokenSource(patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
            try
            {
                await Door.WaitAsync(either.Token).ConfigureAwait(false);
                return true;
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return false;
            }
        }

        public void Leave() => Door.Release();
    }
}
