using Ingest.Extraction.Language;

namespace Ingest.Extraction.Dates;

/// <summary>Which tokens of a text stand inside double quotation marks. A paragraph starts outside; an unclosed quotation ends with it.</summary>
internal static class QuotedSpeech
{
    /// <summary>One flag a token, and one a paragraph: whether its last quotation stayed open.</summary>
    public static (bool[] Inside, bool[] StaysOpen) Of(TokenisedText text)
    {
        var inside = new bool[text.Tokens.Length];
        var open = new bool[text.Paragraphs.Length];
        for (var p = 0; p < text.Paragraphs.Length; p++)
        {
            var quoted = false;
            for (var t = text.Paragraphs[p].First; t < text.Paragraphs[p].End; t++)
            {
                var c = text.Text[text.Tokens[t].Start];
                if (text.Tokens[t].Kind == TokenKind.Quote && c is '"' or '“' or '”' or '„' or '«' or '»')
                    quoted = c switch { '“' or '„' or '«' => true, '”' or '»' => false, _ => !quoted };

                inside[t] = quoted;
            }

            open[p] = quoted;
        }

        return (inside, open);
    }
}
