namespace Ingest.LocalHost;

internal static class Placeholder;
