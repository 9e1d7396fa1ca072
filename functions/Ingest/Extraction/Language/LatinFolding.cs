using System.Text;

namespace Ingest.Extraction.Language;

/// <summary>Folds words to plain lower-case letters: "Nguyễn" and "nguyen" are one.</summary>
/// <remarks>A table of our own, since string normalisation does nothing where globalisation is invariant.</remarks>
internal static class LatinFolding
{
    private static readonly Dictionary<char, string> Plain = DataFile.Rows("Extraction/Data/latin-letters.txt")
        .SelectMany(row => row[1].Select(marked => KeyValuePair.Create(marked, row[0])))
        .ToDictionary();

    public static string Fold(ReadOnlySpan<char> word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (char.IsAscii(c)) folded.Append(char.ToLowerInvariant(c));
            else folded.Append(Fold(c));
        }

        return folded.ToString();
    }

    /// <summary>The plain letters of one character; nothing for a combining mark.</summary>
    public static string Fold(char c)
    {
        if (Plain.TryGetValue(c, out var plain)) return plain;
        if (c is '’' or '‘') return "'";
        if (c == '‑') return "-";
        return char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark ? "" : char.ToLowerInvariant(c).ToString();
    }
}
