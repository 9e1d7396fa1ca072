using Azure;

namespace Ingest.LocalHost;

/// <summary>Tells what a storage client throws from what is a mistake of ours.</summary>
internal static class StorageTrouble
{
    /// <summary>Whether the service refused or could not be reached; the client wraps the failures of several tries in one.</summary>
    public static bool Is(Exception problem) =>
        problem is RequestFailedException || problem is AggregateException { InnerException: RequestFailedException };
}
