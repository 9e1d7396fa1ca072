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
            else if (Plain.TryGetValue(c, out var plain)) folded.Append(plain);
            else if (c is '’' or '‘') folded.Append('\'');
            else if (c == '‑') folded.Append('-');
            else if (char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark) folded.Append(char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }
}
