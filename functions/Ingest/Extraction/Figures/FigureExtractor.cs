using System.Collections.Immutable;
using Ingest.Extraction.Dates;
using Ingest.Extraction.Language;

namespace Ingest.Extraction.Figures;

/// <summary>
/// Finds numbers that count or measure. Calendar expressions are found before and masked; of them only durations are figures too.
/// Linear in the text.
/// </summary>
internal sealed class FigureExtractor
{
    public ImmutableArray<Figure> Extract(TaggedText tagged, ImmutableArray<DateMention> dates)
    {
        var drafts = new List<Draft>();
        var text = tagged.Text;
        var nextDate = 0;
        foreach (var sentence in text.Sentences)
        {
            for (var t = sentence.First; t < sentence.End;)
            {
                while (nextDate < dates.Length && dates[nextDate].Span.End <= text.Tokens[t].Start) nextDate++;
                if (nextDate < dates.Length && dates[nextDate].Span.Start < text.Tokens[t].End)
                {
                    var date = dates[nextDate++];
                    if (DurationFigure.Of(text, date) is { } duration) drafts.Add(Duration(tagged, duration, date.Span, sentence));
                    t = Math.Max(t + 1, text.TokenAt(date.Span.End - 1) + 1);
                    continue;
                }

                var limit = nextDate < dates.Length ? Math.Min(sentence.End, text.TokenAt(dates[nextDate].Span.Start)) : sentence.End;
                t = Read(tagged, drafts, t, sentence with { End = limit }, sentence);
            }
        }

        return [.. drafts.Select(draft => Figure(tagged, draft, dates))];
    }

    // Reads what begins at the token; returns the token to go on from.
    private static int Read(TaggedText tagged, List<Draft> drafts, int at, TokenRange room, TokenRange sentence)
    {
        var text = tagged.Text;
        if (CompoundFigure.Of(text, at) is { } compound)
        {
            drafts.Add(compound with { Sentence = text.SentenceOf(at), Bound = BoundReader.Of(tagged, compound.Quantity, sentence.First, room.End) });
            return at + 1;
        }

        if (AgeReader.Decade(text, at) is { } decade)
        {
            var quantity = new Quantity(at, decade.End, decade.Low, decade.High, NumberForm.Digits, 1, null, decade.End);
            drafts.Add(new Draft(quantity, text.SpanOf(new TokenRange(at, decade.End)), text.SentenceOf(at), Bound.Exact, "year", IsAge: true));
            return decade.End;
        }

        if (!MayStart(text, at) || QuantityReader.Read(text, at, room.End) is not { } read) return at + 1;
        if (NotAFigure.Is(tagged, read, room)) return read.End;
        var draft = new Draft(read, text.SpanOf(new TokenRange(read.First, read.End)), text.SentenceOf(at), BoundReader.Of(tagged, read, sentence.First, room.End));
        if (OldAge(text, read, room.End) is { } old) draft = draft with { Span = text.SpanOf(new TokenRange(read.First, old.End)), Unit = old.Unit.Name, IsAge = true };
        else if (AgeReader.Is(tagged, read, room)) draft = draft with { Unit = "year", IsAge = true };
        drafts.Add(draft.IsAge ? draft : CountedThing.BehindSize(tagged, draft, sentence) ?? CountedThing.Of(tagged, drafts, draft, room));
        return draft.Span.End > text.Tokens[read.End - 1].End ? text.TokenAt(draft.Span.End - 1) + 1 : read.End;
    }

    private static Draft Duration(TaggedText tagged, Quantity quantity, TextSpan span, TokenRange sentence) =>
        new(quantity, span, tagged.Text.SentenceOf(quantity.First), BoundReader.Of(tagged, quantity, sentence.First, sentence.End), quantity.Unit!.Name);

    private static bool MayStart(TokenisedText text, int at) =>
        NumberReader.MayStart(text, at)
        || text.IsAny(at, "between", "minus", "-", "−")
        || (text.Tokens[at].Kind != TokenKind.Quote && Units.MayStart(PhraseTable<int>.Bare(text[at])));

    // "4-month-old", "50 year-olds": the age's unit, and the token after its last.
    private static (Unit Unit, int End)? OldAge(TokenisedText text, Quantity quantity, int limit)
    {
        var at = text.Is(quantity.End, "-") ? quantity.End + 1 : quantity.End;
        if (at >= limit) return null;
        if (quantity.Unit is null) return UnitOfAge(text[at]) is { } unit ? (unit, at + 1) : null;
        return quantity.Unit.Kind == UnitKind.Time && at > quantity.End && text.IsAny(at, "old", "olds") ? (quantity.Unit, at + 1) : null;
    }

    private static Unit? UnitOfAge(ReadOnlySpan<char> word)
    {
        var hyphen = word.IndexOf('-');
        return hyphen > 0 && word[hyphen..].StartsWith("-old", StringComparison.OrdinalIgnoreCase) ? Units.Time(word[..hyphen]) : null;
    }

    private static Figure Figure(TaggedText tagged, Draft draft, ImmutableArray<DateMention> dates)
    {
        var text = tagged.Text;
        var sentence = text.Sentences[draft.Sentence];
        var concept = ConceptReader.Of(tagged, draft, sentence, dates);
        var unit = draft.Unit ?? "-";
        return new Figure(
            draft.Span,
            draft.Span.In(text.Text),
            draft.Quantity.Low,
            draft.Quantity.High,
            draft.Bound,
            unit,
            draft.Quantity.Unit?.Currency,
            concept?.In(text.Text),
            MovementReader.Of(tagged, draft, sentence),
            PeriodFinder.Of(text, draft, sentence, dates),
            SeriesKeys.Of(tagged, concept, unit, isShare: draft.Quantity is { Unit: null, Low: > 0, High: < 1 }, dates));
    }
}
