namespace Ingest.LocalHost;

/// <summary>Something that the person who started the host can put right; its message says how and is all they see.</summary>
internal sealed class LocalHostException(string message, Exception? inner = null) : Exception(message, inner);
