using System.Diagnostics;
using Azure.Core;
using Azure.Core.Pipeline;
using Ingest.Telemetry;

namespace Ingest.Storage;

/// <summary>
/// Counts the requests that leave for storage, each attempt of a retried one included: for the operator's meter, and for whoever has
/// asked for the count of their own work.
/// </summary>
internal sealed class StorageTransactions(string service) : HttpPipelinePolicy
{
    private static readonly AsyncLocal<Tally?> Current = new();

    /// <summary>The requests of whatever the caller awaits from now on.</summary>
    public static Tally Count() => Current.Value = new Tally();

    /// <summary>Notes rows that came with an answer.</summary>
    public static void Read(int rows) => Current.Value?.Read(rows);

    /// <inheritdoc/>
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var tally = Begin(message);
        ProcessNext(message, pipeline);
        tally?.End();
    }

    /// <inheritdoc/>
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var tally = Begin(message);
        await ProcessNextAsync(message, pipeline);
        tally?.End();
    }

    private Tally? Begin(HttpMessage message)
    {
        Instruments.StorageTransactions.Add(1, new KeyValuePair<string, object?>("service", service));
        var tally = Current.Value;
        tally?.Begin(message.Request.Method == RequestMethod.Get || message.Request.Method == RequestMethod.Head);
        return tally;
    }

    /// <summary>A running count.</summary>
    internal sealed class Tally
    {
        private readonly Lock turn = new();
        private int under;
        private long since;

        /// <summary>Requests that only read.</summary>
        public int Reads { get; private set; }

        /// <summary>Requests that write.</summary>
        public int Writes { get; private set; }

        /// <summary>All of them.</summary>
        public int Total => Reads + Writes;

        /// <summary>Rows that came with answers.</summary>
        public int Rows { get; private set; }

        /// <summary>Time during which at least one request was under way.</summary>
        public TimeSpan Waited { get; private set; }

        internal void Begin(bool isRead)
        {
            lock (turn)
            {
                if (isRead) Reads++;
                else Writes++;
                if (under++ == 0) since = Stopwatch.GetTimestamp();
            }
        }

        internal void End()
        {
            lock (turn)
                if (--under == 0) Waited += Stopwatch.GetElapsedTime(since);
        }

        internal void Read(int rows)
        {
            lock (turn) Rows += rows;
        }
    }
}
