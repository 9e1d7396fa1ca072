namespace Ingest.Storage;

/// <summary>Others are recording the same cluster of articles; the same call succeeds later.</summary>
public sealed class ClusterBusyException(string message) : Exception(message);
