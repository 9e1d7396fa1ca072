using System.Collections.Immutable;
using Ingest.Extraction.Language;
using Ingest.Extraction.Statements.Cues;
using Ingest.Extraction.Statements.Quotations;

namespace Ingest.Extraction.Statements.Contents;

/// <summary>Finds every attributed content of a text: sentence by sentence, then the quotations that stand without an attribution.</summary>
internal static class ContentFinder
{
    /// <summary>The contents in the order of the text; none overlaps another.</summary>
    public static ImmutableArray<AttributedContent> Find(TaggedText text)
    {
        var narrative = Narrative.Of(text);
        var finder = new AttributionFinder(narrative);
        var found = new List<Attribution>();
        var paragraph = 0;
        var goesOn = false;
        foreach (var sentence in narrative.Sentences)
        {
            while (text.Text.Paragraphs[paragraph].End <= sentence.Tokens.First) paragraph++;
            var attributions = finder.In(sentence);
            if (attributions.Count == 0 && IsAllQuoted(narrative, sentence))
            {
                // A quotation that stands alone goes on with the one that its paragraph has attributed just before, or speaks for itself.
                if (goesOn && found[^1].Start >= text.Text.Paragraphs[paragraph].First) found[^1].Pieces.Add(sentence.Tokens);
                else found.Add(new Attribution([sentence.Tokens], AttributionForm.Bare, null, null, CueFrames.Quote));
                continue;
            }

            found.AddRange(attributions);
            goesOn = attributions.Count > 0 && ContentSpans.KindOf(narrative, attributions[^1].Pieces) == StatementKind.Direct;
        }

        return [.. found.Select(attribution => Lay(narrative, attribution)).OfType<AttributedContent>()];
    }

    private static bool IsAllQuoted(Narrative narrative, NarrativeSentence sentence)
    {
        if (sentence.Quotations.Count == 0) return false;
        for (var t = sentence.Tokens.First; t < sentence.Tokens.End; t++)
            if (!narrative.IsQuoted(t) && narrative.Text.Tokens[t].Kind is not TokenKind.Mark) return false;
        return true;
    }

    private static AttributedContent? Lay(Narrative narrative, Attribution attribution)
    {
        var text = narrative.Text;
        var pieces = attribution.Pieces.Select(piece => ContentSpans.Trim(narrative, piece)).Where(span => !span.IsEmpty).ToImmutableArray();
        if (pieces.IsEmpty) return null;
        var cue = attribution.Cue is { } said ? text.SpanOf(said.Words) : (TextSpan?)null;
        return new AttributedContent(
            pieces,
            ContentSpans.KindOf(narrative, attribution.Pieces),
            attribution.Form,
            attribution.Mention is { } mention ? text.SpanOf(mention) : null,
            cue is { } span ? new Cue(span, span.In(text.Text)) : null);
    }
}
