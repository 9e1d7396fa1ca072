using Azure;

namespace Ingest.Storage;

/// <summary>Tells trouble with storage that passes by itself from mistakes of ours.</summary>
public static class StorageOutage
{
    /// <summary>Whether trying again later is all that is to be done: storage did not answer, not in time, or was busy, or others were at the same work.</summary>
    public static bool Is(Exception problem) => problem switch
    {
        RequestFailedException { Status: 0 or 403 or 408 or 429 or >= 500 } or ClusterBusyException => true,
        // What each of a client's tries ended with.
        AggregateException all => all.InnerExceptions.All(one => one is IOException or OperationCanceledException || Is(one)),
        _ => false,
    };
}
