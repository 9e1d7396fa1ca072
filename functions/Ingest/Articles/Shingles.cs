using System.Buffers.Binary;

namespace Ingest.Articles;

/// <summary>
/// Sketches of texts by which copies are known: the smallest hashes of all runs of five words (Broder 1997). Two sketches'
/// overlap estimates how many such runs their texts share.
/// </summary>
internal static class Shingles
{
    /// <summary>How many hashes a sketch holds.</summary>
    public const int SketchSize = 128;

    /// <summary>The share of runs from which on two texts are copies: some words edited, a paragraph cut, a line added.</summary>
    public const double CopyFrom = 0.5;

    private const int WordsPerShingle = 5;

    /// <summary>Texts below that many runs are too short to tell a copy from a coincidence.</summary>
    private const int FewestShingles = 30;

    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    /// <summary>The sketch, smallest hash first; empty where the text is too short.</summary>
    public static ulong[] Sketch(IEnumerable<string> paragraphs)
    {
        var words = paragraphs.SelectMany(WordHashes).ToList();
        var shingles = new HashSet<ulong>();
        for (var i = 0; i + WordsPerShingle <= words.Count; i++)
        {
            var hash = FnvOffset;
            for (var k = 0; k < WordsPerShingle; k++) hash = (hash ^ words[i + k]) * FnvPrime;
            shingles.Add(Mix(hash));
        }

        return shingles.Count < FewestShingles ? [] : [.. shingles.Order().Take(SketchSize)];
    }

    /// <summary>The estimated share of runs that both texts hold of those that either holds, 0 to 1.</summary>
    public static double Resemblance(ulong[] one, ulong[] other)
    {
        if (one.Length == 0 || other.Length == 0) return 0;
        var ones = one.ToHashSet();
        var others = other.ToHashSet();
        var union = one.Concat(other).Distinct().Order().Take(Math.Min(SketchSize, Math.Max(one.Length, other.Length))).ToList();
        return union.Count(hash => ones.Contains(hash) && others.Contains(hash)) / (double)union.Count;
    }

    /// <summary>A sketch as bytes, little-endian.</summary>
    public static byte[] ToBytes(ulong[] sketch)
    {
        var bytes = new byte[sketch.Length * sizeof(ulong)];
        for (var i = 0; i < sketch.Length; i++) BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(i * sizeof(ulong)), sketch[i]);
        return bytes;
    }

    /// <summary>The sketch that <see cref="ToBytes"/> was given.</summary>
    public static ulong[] FromBytes(byte[] bytes)
    {
        var sketch = new ulong[bytes.Length / sizeof(ulong)];
        for (var i = 0; i < sketch.Length; i++) sketch[i] = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(i * sizeof(ulong)));
        return sketch;
    }

    private static IEnumerable<ulong> WordHashes(string paragraph)
    {
        var hash = FnvOffset;
        var inWord = false;
        foreach (var c in paragraph)
        {
            if (char.IsLetterOrDigit(c))
            {
                hash = (hash ^ char.ToLowerInvariant(c)) * FnvPrime;
                inWord = true;
            }
            else if (inWord && c is not ('\'' or '’'))
            {
                yield return hash;
                (hash, inWord) = (FnvOffset, false);
            }
        }

        if (inWord) yield return hash;
    }

    // FNV's low differences stay low; the finaliser of MurmurHash3 spreads them over all bits, so that "smallest" is chance.
    private static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }
}
