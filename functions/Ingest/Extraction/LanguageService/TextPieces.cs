using System.Collections.Immutable;
using System.Globalization;

namespace Ingest.Extraction.LanguageService;

/// <summary>Cuts a text into documents that the service takes.</summary>
internal static class TextPieces
{
    /// <summary>
    /// Text elements a document may hold in a synchronous call (Azure AI Language, "Service limits", maximum characters
    /// per document, measured by <see cref="StringInfo.LengthInTextElements"/>).
    /// </summary>
    public const int MaxTextElements = 5_120;

    /// <summary>
    /// Spans that together hold all words of the text, each within the limit: cut between paragraphs, a long paragraph
    /// between words, a word without end between text elements.
    /// </summary>
    public static ImmutableArray<TextSpan> Cut(string text, int maxTextElements = MaxTextElements)
    {
        var pieces = ImmutableArray.CreateBuilder<TextSpan>();
        var start = 0;
        while (start < text.Length)
        {
            var limit = End(text, start, maxTextElements);
            var end = limit == text.Length ? limit : CutBefore(text, start, limit);
            if (!text.AsSpan(start, end - start).IsWhiteSpace()) pieces.Add(new TextSpan(start, end));
            start = end;
        }

        return pieces.ToImmutable();
    }

    // The offset after as many text elements as a document holds.
    private static int End(string text, int start, int maxTextElements)
    {
        var end = start;
        for (var n = 0; n < maxTextElements && end < text.Length; n++) end += StringInfo.GetNextTextElementLength(text.AsSpan(end));
        return end;
    }

    private static int CutBefore(string text, int start, int limit)
    {
        var window = text.AsSpan(start, limit - start);
        var paragraph = window.LastIndexOf("\n\n");
        if (paragraph > 0) return start + paragraph + 2;
        var space = window.LastIndexOf(' ');
        return space > 0 ? start + space + 1 : limit;
    }
}
