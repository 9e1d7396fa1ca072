using Ingest.Extraction.Language;

namespace Ingest.Extraction.Statements.Grammar;

/// <summary>Where a story was filed, before its first words: "PHNOM PENH:", "WASHINGTON (AP) —", "KATHMANDU, Oct 12 –".</summary>
internal static class Datelines
{
    private const int Longest = 12;

    /// <summary>The first token after the dateline that the paragraph starts with, or its first token.</summary>
    public static int End(TokenisedText text, TokenRange paragraph)
    {
        // "HÀ NỘI —": a word of two letters may begin the name of a town, and is none itself.
        if (!IsCapitals(text[paragraph.First]) && !(IsCapitals(text[paragraph.First], 2) && paragraph.Count > 2 && IsCapitals(text[paragraph.First + 1]))) return paragraph.First;
        bool bracketed = false, dated = false;
        for (var t = paragraph.First + 1; t + 1 < Math.Min(paragraph.End, paragraph.First + Longest); t++)
        {
            if (text[t] is ":" || Pauses.IsDash(text, t)) return text.Tokens[t + 1].Kind == TokenKind.Quote ? paragraph.First : t + 1;
            if (text[t] is "(") bracketed = true;
            else if (text[t] is ")") bracketed = false;
            else if (text[t] is ",") dated = true;
            else if (!bracketed && !dated && !IsCapitals(text[t])) break;
        }

        return paragraph.First;
    }

    private static bool IsCapitals(ReadOnlySpan<char> word, int least = 3)
    {
        foreach (var c in word)
            if (!char.IsUpper(c) && c is not ('.' or '-' or '\'' or '’')) return false;
        return word.Length >= least;
    }
}
