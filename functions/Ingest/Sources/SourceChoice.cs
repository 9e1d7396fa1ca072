namespace Ingest.Sources;

/// <summary>What people said about a source while the app ran.</summary>
/// <param name="Added">The source, where it was added in this way; null where it is built in or configured.</param>
/// <param name="IsPaused">Whether it is not to be polled for now.</param>
/// <param name="IsRemoved">Whether it is not to be known any more; what was read from it stays.</param>
public sealed record SourceChoice(Source? Added = null, bool IsPaused = false, bool IsRemoved = false);
