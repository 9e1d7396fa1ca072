using Ingest.Extraction.Language;

namespace Ingest.Extraction.Figures;

/// <summary>Finds the words for what is counted or measured, as they stand: "foreign nationals", "online scam operations".</summary>
internal static class ConceptReader
{
    /// <summary>The span of the concept, or null where the text names none near.</summary>
    public static TextSpan? Of(TaggedText tagged, Draft draft, TokenRange sentence)
    {
        var text = tagged.Text;
        if (draft.Quantity.Unit is null && draft.Phrase is { } counted) return text.SpanOf(new TokenRange(counted.First, counted.End));
        if (draft.IsAge) return Person(tagged, draft.Quantity.First, sentence);
        var at = draft.Quantity.End;
        if (text.Is(at, "of") || text.Is(at, "in") || text.Is(at, "for")) return Whole(tagged, at + 1, sentence);
        return draft.Quantity.Unit is { Kind: not UnitKind.Time } && NounPhrase.At(tagged, at, sentence.End, plural: false) is { } phrase ? text.SpanOf(new TokenRange(phrase.First, phrase.End)) : null;
    }

    // "of online scam operations", "of the country’s dogs": with its determiner where it has one.
    private static TextSpan? Whole(TaggedText tagged, int at, TokenRange sentence)
    {
        var start = at;
        while (at < sentence.End && (tagged[at].Class == WordClass.Determiner || tagged[at].Tag == PennTag.PRPS || tagged[at].IsPossessive)) at++;
        return NounPhrase.At(tagged, at, sentence.End, plural: false) is { } phrase ? tagged.Text.SpanOf(new TokenRange(start, phrase.End)) : null;
    }

    // The name before "Prak Samoeun, 61,".
    private static TextSpan? Person(TaggedText tagged, int number, TokenRange sentence)
    {
        var end = number;
        if (end > sentence.First && tagged.Text.Is(end - 1, ",")) end--;
        var first = end;
        while (first > sentence.First && tagged[first - 1].Class == WordClass.ProperNoun) first--;
        return first < end ? tagged.Text.SpanOf(new TokenRange(first, end)) : null;
    }
}
