using System.Collections.Immutable;
using Ingest.Extraction.Language;
using Ingest.Extraction.Statements.Cues;

namespace Ingest.Extraction.Statements.Quotations;

/// <summary>
/// Pairs quotation marks in one pass. Quotations never overlap: what is quoted inside one is part of it. An opening mark that is
/// never closed ends with its paragraph or before the next opening mark; a single one is then no quotation but an apostrophe.
/// </summary>
internal static class QuotationFinder
{
    public static ImmutableArray<Quotation> Find(TokenisedText text)
    {
        var found = ImmutableArray.CreateBuilder<Quotation>();
        QuotationMark? open = null;
        foreach (var paragraph in text.Paragraphs)
        {
            var first = paragraph.First;
            if (open is { } left)
            {
                // A quotation that runs on opens every further paragraph with a mark.
                if (QuotationMark.At(text, paragraph, first) is { } again && again.Style == left.Style && again.Role != QuotationMark.Pointing.Back) first++;
                else if (left.IsSingle || !ClosesFirst(text, paragraph)) Abandon(left, first);
            }

            var lastSingle = LastClosingSingle(text, paragraph);
            for (var t = first; t < paragraph.End; t++)
            {
                if (QuotationMark.At(text, paragraph, t) is not { } mark) continue;
                if (open is not { } opening)
                {
                    if (mark.Role != QuotationMark.Pointing.Back && (!mark.IsSingle || (lastSingle > t && !mark.IsElision(text)))) open = mark;
                }
                else if (mark.Style != opening.Style || (mark.IsPossessive(text) && lastSingle > t))
                {
                    continue;
                }
                else if (mark.Role == QuotationMark.Pointing.Forward)
                {
                    Abandon(opening, t);
                    open = mark;
                }
                else
                {
                    if (t > opening.Token + 1) found.Add(new Quotation(new TokenRange(opening.Token, t + 1), IsClosed: true));
                    open = null;
                }
            }
        }

        if (open is { } last) Abandon(last, text.Tokens.Length);
        return found.ToImmutable();

        void Abandon(QuotationMark opening, int end)
        {
            open = null;
            if (opening.IsSingle) return;
            end = BeforeAttribution(text, opening.Token, end);
            if (end > opening.Token + 1) found.Add(new Quotation(new TokenRange(opening.Token, end), IsClosed: false));
        }
    }

    // A paragraph whose first double mark closes: the one before it was left open for it, without a mark of its own at its head.
    private static bool ClosesFirst(TokenisedText text, TokenRange paragraph)
    {
        for (var t = paragraph.First; t < paragraph.End; t++)
            if (QuotationMark.At(text, paragraph, t) is { IsSingle: false } mark) return mark.Role == QuotationMark.Pointing.Back;
        return false;
    }

    // “Nobody asked us, said X: the mark was forgotten before the attribution.
    private static int BeforeAttribution(TokenisedText text, int opening, int end)
    {
        for (var t = opening + 2; t + 2 < end; t++)
        {
            if (text[t] is not ",") continue;
            if (Attributes(t + 1) || (Attributes(t + 2) && (char.IsUpper(text[t + 1][0]) || text[t + 1] is "he" or "she" or "they"))) return t;
        }

        return end;

        bool Attributes(int t) => CueLexicon.Default.Of(text[t]).Any(entry => entry.Verb.Particles.IsEmpty && entry.Verb.Has(CueFrames.Quote) && (entry.Forms & (VerbForms.Past | VerbForms.ThirdPerson)) != 0);
    }

    private static int LastClosingSingle(TokenisedText text, TokenRange paragraph)
    {
        for (var t = paragraph.End - 1; t >= paragraph.First; t--)
            if (QuotationMark.At(text, paragraph, t) is { IsSingle: true, Role: not QuotationMark.Pointing.Forward }) return t;
        return -1;
    }
}
