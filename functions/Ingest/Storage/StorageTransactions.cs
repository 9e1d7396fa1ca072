using Azure.Core;
using Azure.Core.Pipeline;
using Ingest.Telemetry;

namespace Ingest.Storage;

/// <summary>
/// Counts the requests that leave for storage, each attempt of a retried one included: for the operator's meter, and for whoever has
/// asked for the count of their own work.
/// </summary>
internal sealed class StorageTransactions(string service) : HttpPipelineSynchronousPolicy
{
    private static readonly AsyncLocal<Tally?> Current = new();

    /// <summary>The requests of whatever the caller awaits from now on.</summary>
    public static Tally Count() => Current.Value = new Tally();

    /// <inheritdoc/>
    public override void OnSendingRequest(HttpMessage message)
    {
        Instruments.StorageTransactions.Add(1, new KeyValuePair<string, object?>("service", service));
        Current.Value?.Add(message.Request.Method == RequestMethod.Get || message.Request.Method == RequestMethod.Head);
    }

    /// <summary>A running count.</summary>
    internal sealed class Tally
    {
        private int reads;
        private int writes;

        /// <summary>Requests that only read.</summary>
        public int Reads => reads;

        /// <summary>Requests that write.</summary>
        public int Writes => writes;

        /// <summary>All of them.</summary>
        public int Total => reads + writes;

        internal void Add(bool isRead)
        {
            if (isRead) Interlocked.Increment(ref reads);
            else Interlocked.Increment(ref writes);
        }
    }
}
