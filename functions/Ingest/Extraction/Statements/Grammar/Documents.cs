using Ingest.Extraction.Language;

namespace Ingest.Extraction.Statements.Grammar;

/// <summary>What is written or counted and so can show or find something.</summary>
internal static class Documents
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Nouns =
        DataFile.Words("Extraction/Data/document-nouns.txt").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the noun phrase is a document, or the "it" that may stand for one.</summary>
    public static bool Speak(TaggedText text, TokenRange phrase) =>
        Stand(text, phrase) || (phrase.Count == 1 && text.Text.Is(phrase.First, "it"));

    /// <summary>Whether a document is named in the range.</summary>
    public static bool Stand(TaggedText text, TokenRange range)
    {
        for (var t = range.First; t < range.End; t++)
            if (Nouns.Contains(text.Text[t])) return true;
        return false;
    }
}
