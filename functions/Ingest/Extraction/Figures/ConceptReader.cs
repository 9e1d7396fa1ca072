using System.Collections.Immutable;
using Ingest.Extraction.Dates;
using Ingest.Extraction.Language;

namespace Ingest.Extraction.Figures;

/// <summary>Finds the words for what is counted or measured, as they stand: "foreign nationals", "online scam operations".</summary>
internal static class ConceptReader
{
    /// <summary>The span of the concept, or null where the text names none near.</summary>
    public static TextSpan? Of(TaggedText tagged, Draft draft, TokenRange sentence, ImmutableArray<DateMention> dates)
    {
        var text = tagged.Text;
        if (draft.Quantity.Unit is null && draft.Phrase is { } counted) return text.SpanOf(new TokenRange(counted.First, counted.End));
        if (draft.IsAge) return Person(tagged, draft.Quantity.First, sentence);
        if (draft.Quantity.Unit is null or { Kind: UnitKind.Time }) return null;
        var at = draft.Quantity.End;
        var found = (text.Is(at, "of") ? Whole(tagged, at + 1, sentence) : Behind(tagged, at, sentence))
            ?? Moved(tagged, draft, sentence)
            ?? Ahead(tagged, draft.Quantity.First, sentence)
            ?? (text.IsAny(at, "for", "in") ? Whole(tagged, at + 1, sentence) : null);
        return found is { } span && Spans.AnyOverlaps(dates, span) ? null : found;
    }

    // "of online scam operations", "of the country’s dogs": with its determiner where it has one.
    private static TextSpan? Whole(TaggedText tagged, int at, TokenRange sentence)
    {
        var start = at;
        while (at < sentence.End && (tagged[at].Class == WordClass.Determiner || tagged[at].Tag == PennTag.PRPS || tagged[at].IsPossessive)) at++;
        return NounPhrase.At(tagged, at, sentence.End, plural: false) is { } phrase ? tagged.Text.SpanOf(new TokenRange(start, phrase.End)) : null;
    }

    // "$2.3 million rabies campaign"
    private static TextSpan? Behind(TaggedText tagged, int at, TokenRange sentence) =>
        at < sentence.End && tagged.Text.Tokens[at].Kind == TokenKind.Word && NounPhrase.At(tagged, at, sentence.End, plural: false) is { } phrase
            ? tagged.Text.SpanOf(new TokenRange(phrase.First, phrase.End))
            : null;

    // "exports rose 9.4 per cent": the subject of a movement whose number stands right behind the verb.
    private static TextSpan? Moved(TaggedText tagged, Draft draft, TokenRange sentence)
    {
        var moved = Subject.Of(tagged, draft.Quantity.First, sentence);
        if (moved is null && MovementReader.Verb(tagged, draft.Quantity.First, sentence) is { } verb && !tagged.Text.IsAny(verb, "up", "down"))
            moved = Subject.Before(tagged, verb, sentence);

        return moved is { } phrase ? tagged.Text.SpanOf(new TokenRange(phrase.First, phrase.End)) : null;
    }

    // "a fine of 20 million riel", "loans of up to 200 billion riel"
    private static TextSpan? Ahead(TaggedText tagged, int number, TokenRange sentence)
    {
        for (var t = number - 1; t > Math.Max(sentence.First, number - 5); t--)
        {
            if (!tagged.Text.Is(t, "of") || !tagged[t - 1].IsNoun) continue;
            var first = t - 1;
            while (first > sentence.First && (tagged[first - 1].IsNoun || tagged[first - 1].Class == WordClass.Adjective) && t - first < 5) first--;
            return tagged.Text.SpanOf(new TokenRange(first, t));
        }

        return null;
    }

    // The name before "Prak Samoeun, 61,".
    private static TextSpan? Person(TaggedText tagged, int number, TokenRange sentence)
    {
        var end = number;
        if (end > sentence.First && tagged.Text.Is(end - 1, ",")) end--;
        var first = end;
        while (first > sentence.First && tagged[first - 1].Class == WordClass.ProperNoun && end - first < 6) first--;
        return first < end ? tagged.Text.SpanOf(new TokenRange(first, end)) : null;
    }
}
