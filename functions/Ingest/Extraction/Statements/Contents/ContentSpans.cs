using Ingest.Extraction.Language;
using Ingest.Extraction.Statements.Quotations;

namespace Ingest.Extraction.Statements.Contents;

/// <summary>Turns a content's tokens into its span and kind.</summary>
internal static class ContentSpans
{
    /// <summary>The span without the outer quotation marks and the marks that part it from its attribution.</summary>
    public static TextSpan Trim(Narrative narrative, TokenRange piece)
    {
        var (first, end) = (piece.First, piece.End);
        while (first < end)
        {
            if (Outer(narrative, first, first, end) is { } inside)
            {
                // The quotation is the whole piece: its marks are none of the content.
                (first, end) = (inside.First, Math.Min(end, inside.End));
                break;
            }

            if (!narrative.IsQuoted(first) && narrative.Text[first] is "," or ";" or ":" or "." or "—" or "–" or "-" or ")") first++;
            else break;
        }

        while (end > first && IsLoose(narrative, end - 1)) end--;
        return narrative.Text.SpanOf(new TokenRange(first, end));
    }

    private static TokenRange? Outer(Narrative narrative, int token, int first, int end)
    {
        if (narrative.QuotationOf(token) is not { } q) return null;
        var quotation = narrative.Quotations[q];
        if (quotation.Tokens.First != token) return null;
        var after = quotation.Tokens.End;
        while (after < end && narrative.Text.Tokens[after].Kind is TokenKind.Mark) after++;
        return after >= end ? quotation.Inside : null;
    }

    private static bool IsLoose(Narrative narrative, int t) =>
        narrative.Text[t] is "," or ";" or ":" or "—" or "–" or "-" || (narrative.Text[t] is "." && !narrative.IsQuoted(t));

    /// <summary>Direct if every word is quoted, mixed if some are, indirect if none is.</summary>
    public static StatementKind KindOf(Narrative narrative, IReadOnlyList<TokenRange> pieces)
    {
        bool quoted = false, reported = false;
        foreach (var piece in pieces)
        {
            for (var t = piece.First; t < piece.End; t++)
            {
                if (narrative.Text.Tokens[t].Kind is not (TokenKind.Word or TokenKind.Number)) continue;
                if (narrative.IsQuoted(t)) quoted = true;
                else reported = true;
            }
        }

        return (quoted, reported) switch
        {
            (true, false) => StatementKind.Direct,
            (true, true) => StatementKind.Mixed,
            _ => StatementKind.Indirect,
        };
    }
}
