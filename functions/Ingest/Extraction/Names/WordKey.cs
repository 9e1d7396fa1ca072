using Ingest.Extraction.Language;

namespace Ingest.Extraction.Names;

/// <summary>Names a word by its plain lower-case letters, without full stops and the possessive's mark.</summary>
internal static class WordKey
{
    /// <summary>A longer word is in no list.</summary>
    private const int Longest = 48;

    public static ulong Of(ReadOnlySpan<char> word)
    {
        if (word.Length > Longest) return 0;
        if (IsPossessive(word)) word = word[..^2];
        var hash = FeatureHash.Seed;
        foreach (var c in word)
        {
            if (c == '.') continue;
            if (char.IsAscii(c)) hash = FeatureHash.Step(hash, char.ToLowerInvariant(c));
            else foreach (var plain in LatinFolding.Fold(c)) hash = FeatureHash.Step(hash, plain);
        }

        return hash;
    }

    /// <summary>Whether the word ends in "'s".</summary>
    public static bool IsPossessive(ReadOnlySpan<char> word) => word.Length > 2 && word[^1] is 's' or 'S' && word[^2] is '\'' or '’';
}
