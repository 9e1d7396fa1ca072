using System.Collections.Frozen;
using System.Globalization;

namespace Ingest.Articles;

/// <summary>Tells which language a text is in, by its script and its commonest words, as far as it matters whether it is read.</summary>
internal static class LanguageGuess
{
    /// <summary>Enough of a text to tell.</summary>
    private const int MostCharacters = 4000;

    /// <summary>The commonest words of any language are a third of its texts; half of that is plenty.</summary>
    private const double SufficientShare = 0.12;

    private static readonly (string Language, FrozenSet<string> Words)[] CommonWords =
        [.. DataFile.Rows("Articles/Data/common-words.txt").Select(row => (row[0], row[1].Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase)))];

    private static readonly (string Language, int First, int Last)[] Scripts =
        [.. DataFile.Rows("Articles/Data/scripts.txt").Select(row => (row[0], Hexadecimal(row[1]), Hexadecimal(row[2])))];

    /// <summary>
    /// The language: what the page says where the text agrees or is too short to tell, else what the text is in. Null where
    /// neither is known.
    /// </summary>
    /// <param name="paragraphs">The text.</param>
    /// <param name="said">BCP 47 tag as the page says it, in any spelling; or null.</param>
    public static string? Of(IEnumerable<string> paragraphs, string? said)
    {
        var tag = Tag(said);
        var text = string.Join(' ', paragraphs);
        if (text.Length > MostCharacters) text = text[..MostCharacters];
        var seen = ByScript(text) ?? ByWords(text);
        return seen is null || (tag is not null && Primary(tag) == Primary(seen)) ? tag : seen;
    }

    private static string? ByScript(string text)
    {
        var counts = new int[Scripts.Length];
        var letters = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (System.Text.Rune.GetUnicodeCategory(rune) is > UnicodeCategory.OtherLetter and not UnicodeCategory.SpacingCombiningMark and not UnicodeCategory.NonSpacingMark) continue;
            letters++;
            for (var i = 0; i < Scripts.Length; i++)
                if (rune.Value >= Scripts[i].First && rune.Value <= Scripts[i].Last) counts[i]++;
        }

        // Kana and Hangul tell Japanese and Korean from Chinese, whose characters they share.
        var best = Array.FindIndex(counts, count => count > letters / 10 && count > 20);
        return best >= 0 ? Scripts[best].Language : null;
    }

    private static string? ByWords(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 20) return null;
        var (language, share) = CommonWords.Select(list => (list.Language, Share: (double)words.Count(word => list.Words.Contains(word.Trim('.', ',', '"', '“', '”', '(', ')'))) / words.Length)).MaxBy(list => list.Share);
        return share >= SufficientShare ? language : null;
    }

    /// <summary>"en_GB", "EN-us" and "English" as BCP 47 writes them.</summary>
    private static string? Tag(string? said)
    {
        if (string.IsNullOrWhiteSpace(said)) return null;
        var parts = said.Trim().Split(',', ';')[0].Split('-', '_', '@');
        var primary = parts[0].ToLowerInvariant();
        if (primary == "english") primary = "en";
        if (primary.Length is < 2 or > 3 || !primary.All(char.IsAsciiLetter)) return null;
        return parts.Length > 1 && parts[1].Length == 2 && parts[1].All(char.IsAsciiLetter) ? $"{primary}-{parts[1].ToUpperInvariant()}" : primary;
    }

    private static string Primary(string tag) => tag.Split('-')[0];

    private static int Hexadecimal(string number) => int.Parse(number, NumberStyles.HexNumber);
}
