namespace Ingest.Extraction.Language;

/// <summary>Names features by 64-bit hashes that are the same on every machine.</summary>
internal static class FeatureHash
{
    public const ulong Seed = 14695981039346656037;

    /// <summary>One character further (FNV-1a).</summary>
    public static ulong Step(ulong hash, char c) => (hash ^ c) * 1099511628211;

    /// <summary>A feature of its template and up to two values.</summary>
    public static ulong Of(int template, ulong a, ulong b = 0)
    {
        var x = (a + ((ulong)template * 0x9E3779B97F4A7C15)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 29) ^ b) * 0x94D049BB133111EB;
        return x ^ (x >> 32);
    }
}
