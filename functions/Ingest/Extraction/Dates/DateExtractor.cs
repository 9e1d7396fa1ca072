using System.Collections.Immutable;
using Ingest.Extraction.Dates.Grammar;
using Ingest.Extraction.Dates.Resolution;
using Ingest.Extraction.Language;

namespace Ingest.Extraction.Dates;

/// <summary>
/// Finds calendar expressions by <see cref="CalendarGrammar"/> and resolves them in the order of the text. What cannot be resolved keeps
/// its words and type and has no value. Linear in the text.
/// </summary>
internal sealed class DateExtractor
{
    public ImmutableArray<DateMention> Extract(TaggedText tagged, DateOnly? published)
    {
        var found = Recognise(new CalendarTokens(tagged));
        if (found.Count == 0) return [];
        var told = new ToldTimes();
        var resolver = new CalendarResolver(told, new TextCountry(tagged.Text));
        var quoted = QuotedSpeech.Of(tagged.Text);
        for (var i = 0; i < found.Count; i++)
        {
            found[i] = found[i] with { Reading = TenseReader.Of(tagged, found[i].First, found[i].End) };
            var at = found[i] with { Expression = RangeEnds.WithYear(found, i, tagged.Text, Nearest) };
            found[i] = at;
            var surroundings = new Surroundings(published, published, at.Reading, tagged.Text.SentenceOf(at.First), at.Paragraph, Habit.Is(tagged, found, i), Habit.DayBefore(tagged, found, i));
            at = at with { Moment = PresentDay.Of(tagged, at) ?? RangeEnds.Weekday(found, i, surroundings.IsHabit, tagged.Text) ?? resolver.Resolve(at.Expression, surroundings) };
            told.Tell(at.Moment, surroundings.Sentence, at.Paragraph, published, i > 0 && RangeEnds.AreJoined(tagged.Text, found[i - 1], at));
            found[i] = at;
        }

        DateOnly? Nearest(FoundTime end) =>
            resolver.Resolve(end.Expression, new Surroundings(published, published, end.Reading, tagged.Text.SentenceOf(end.First), end.Paragraph, false)).From;

        DayOfSpeaking.Apply(tagged.Text, found, quoted.Inside, quoted.StaysOpen, published, resolver);
        AnchoredLength.Apply(tagged.Text, found);
        return [.. found.Select(at => Mention(tagged.Text, at, published))];
    }

    private static List<FoundTime> Recognise(CalendarTokens tokens)
    {
        var found = new List<FoundTime>();
        for (var p = 0; p < tokens.Text.Paragraphs.Length; p++)
        {
            tokens.Paragraph = tokens.Text.Paragraphs[p];
            for (var t = tokens.Paragraph.First; t < tokens.Paragraph.End; t++)
            {
                if (CalendarGrammar.At(tokens, t) is not { } match) continue;
                found.Add(new FoundTime(tokens.Span(t, match.End), t, match.End, p, match.Expression));
                t = match.End - 1;
                for (var previous = match; DayMatcher.Further(tokens, previous) is { } further; previous = further.Match)
                {
                    found.Add(new FoundTime(tokens.Span(further.First, further.Match.End), further.First, further.Match.End, p, further.Match.Expression));
                    t = further.Match.End - 1;
                }
            }
        }

        return found;
    }

    private static DateMention Mention(TokenisedText text, FoundTime at, DateOnly? published) => new(
        at.Span,
        at.Span.In(text.Text),
        at.Moment.Type,
        at.Moment.Value,
        at.Moment.From,
        at.Moment.To,
        OutlookOf(at, published));

    // The days decide where they lie wholly on one side of publication, else the tense.
    private static DateOutlook OutlookOf(FoundTime at, DateOnly? published)
    {
        if (at.Moment.To < published) return DateOutlook.Past;
        if (at.Moment.From > published) return DateOutlook.Planned;
        return at.Tense switch { Tense.Future or Tense.Deadline => DateOutlook.Planned, Tense.Past or Tense.Present => DateOutlook.Past, _ => DateOutlook.Unknown };
    }
}
