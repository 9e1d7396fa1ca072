using System.Collections.Immutable;
using Ingest.Extraction.Language;
using Ingest.Extraction.Statements.Cues;
using Ingest.Extraction.Statements.Grammar;

namespace Ingest.Extraction.Statements.Quotations;

/// <summary>A sentence of the reporter's: whatever is quoted in it counts as part of it, however many sentences or paragraphs it holds.</summary>
/// <param name="Tokens">Its tokens, quotations included.</param>
/// <param name="Quotations">Which of the narrative's quotations stand in it.</param>
/// <param name="OpensParagraph">Whether a paragraph starts with it.</param>
internal readonly record struct NarrativeSentence(TokenRange Tokens, TokenRange Quotations, bool OpensParagraph);

/// <summary>A text as its reporter tells it: which words are quoted, and sentences that no quotation is torn by.</summary>
internal sealed class Narrative
{
    private readonly int[] quotationOf;

    private Narrative(TaggedText tagged, ImmutableArray<Quotation> quotations)
    {
        Tagged = tagged;
        Quotations = quotations;
        quotationOf = new int[tagged.Text.Tokens.Length];
        Array.Fill(quotationOf, -1);
        for (var q = 0; q < quotations.Length; q++)
            for (var t = quotations[q].Tokens.First; t < quotations[q].Tokens.End; t++) quotationOf[t] = q;
        Sentences = Cut();
    }

    public TaggedText Tagged { get; }

    public TokenisedText Text => Tagged.Text;

    /// <summary>In the order of the text, never overlapping.</summary>
    public ImmutableArray<Quotation> Quotations { get; }

    public ImmutableArray<NarrativeSentence> Sentences { get; }

    public static Narrative Of(TaggedText text) => new(text, QuotationFinder.Find(text.Text));

    /// <summary>The quotation that the token stands in, its marks included; null for the reporter's own words.</summary>
    public int? QuotationOf(int token) => quotationOf[token] >= 0 ? quotationOf[token] : null;

    public bool IsQuoted(int token) => quotationOf[token] >= 0;

    private ImmutableArray<NarrativeSentence> Cut()
    {
        var cut = ImmutableArray.CreateBuilder<NarrativeSentence>();
        var sentences = Text.Sentences;
        int quotation = 0, paragraph = 0;
        for (var s = 0; s < sentences.Length; s++)
        {
            var first = sentences[s].First;
            while (s + 1 < sentences.Length && RunsOn(sentences[s].End)) s++;
            var tokens = new TokenRange(first, sentences[s].End);
            var firstQuotation = quotation;
            while (quotation < Quotations.Length && Quotations[quotation].Tokens.First < tokens.End) quotation++;
            while (paragraph + 1 < Text.Paragraphs.Length && Text.Paragraphs[paragraph].First < first) paragraph++;
            cut.Add(new NarrativeSentence(tokens, new TokenRange(firstQuotation, quotation), Text.Paragraphs[paragraph].First == first));
        }

        return cut.ToImmutable();
    }

    // “Is it safe?” Hem Dara asked.
    private bool Attributes(int start)
    {
        for (var t = start + 1; t + 1 < Math.Min(quotationOf.Length, start + 12); t++)
        {
            if (Text.Tokens[t].Kind == TokenKind.Quote) return false;
            if (!Phrases.IsFinite(Tagged, t)) continue;
            return Text[t + 1] is "." or "," && CueLexicon.Default.Of(Text[t]).Any(entry => entry.Verb.Has(CueFrames.Quote));
        }

        return false;
    }

    // Whether the sentence before the token goes on: inside a quotation, from “He said:” to the quotation in the next line, or from a
    // quotation to “– X”.
    private bool RunsOn(int next)
    {
        var quoted = quotationOf[next];
        if (quoted < 0 && quotationOf[next - 1] >= 0 && Text[next - 2] is "?" or "!" or "…" or "—" && Attributes(next)) return true;
        if (quoted < 0) return quotationOf[next - 1] >= 0 && Text[next] is "–" or "—" or "-" && next + 1 < quotationOf.Length && char.IsUpper(Text[next + 1][0]);
        if (quoted == quotationOf[next - 1]) return true;
        return quotationOf[next - 1] < 0 && Text[next - 1] is ":" or ",";
    }
}
