using Ingest.Extraction.Dates.Grammar;
using Ingest.Extraction.Dates.Resolution;
using Ingest.Extraction.Language;

namespace Ingest.Extraction.Dates;

/// <summary>
/// Whether a time that names no day, week or year is told as a habit, so that it has no value: "opens at 7am", "the 5am opening",
/// "until 2 a.m. most Saturdays", "is open from Tuesday to Sunday", "usually rains in May".
/// </summary>
internal static class Habit
{
    private const int Reach = 40;
    private const int DayReach = 6;

    private static readonly WordSet Usually = WordSet.Of("Extraction/Dates/Data/habit-words.txt");

    public static bool Is(TaggedText tagged, List<FoundTime> found, int i) => found[i].Expression switch
    {
        ClockTime { Day: null } or DayPartOf { Day: null } => IsOfTheClock(tagged, found, i),
        WeekdayOf { Shift: Shift.None, Week: null } or MonthOf { Year: null, Shift: Shift.None } or MonthDay { Year: null } or SeasonOf { Year: null, Shift: Shift.None } =>
            found[i].Tense is Tense.Present
                && (HasUsually(tagged.Text, found[i]) || (found[i].Expression is not MonthDay && IsRange(tagged.Text, found, i))),
        _ => false,
    };

    private static bool IsOfTheClock(TaggedText tagged, List<FoundTime> found, int i)
    {
        var text = tagged.Text;
        var at = found[i];
        if (at.Expression is ClockTime && text.IsAny(at.First - 1, "the", "a")) return true;
        if (DayBefore(tagged, found, i) is not null) return false;
        return at.Tense is Tense.Present or Tense.Future || Recurs(text, found, i, -1) || Recurs(text, found, i, 1);
    }

    /// <summary>The one day that the sentence has just named: "on January 20, from 10am to 5pm".</summary>
    public static DateOnly? DayBefore(TaggedText tagged, List<FoundTime> found, int i)
    {
        var text = tagged.Text;
        for (var j = i - 1; j >= 0 && i - j <= 2 && text.SentenceOf(found[j].First) == text.SentenceOf(found[i].First); j--)
        {
            if (found[j].Expression is ClockTime { Day: null }) continue;
            return found[j].Moment is { Grain: CalendarUnit.Day, Type: DateType.Date, From: { } day }
                && found[i].First - found[j].End <= DayReach
                && !HasVerb(tagged, found[j].End, found[i].First)
                && !(j > 0 && found[j - 1].Moment.Grain == CalendarUnit.Day && found[j].First - found[j - 1].End <= 1)
                ? day
                : null;
        }

        return null;
    }

    private static bool HasVerb(TaggedText tagged, int first, int end)
    {
        for (var t = first; t < end; t++)
            if (tagged[t].IsFinite) return true;
        return false;
    }

    private static bool Recurs(TokenisedText text, List<FoundTime> found, int i, int step)
    {
        var sentence = text.SentenceOf(found[i].First);
        for (var j = i + step; j >= 0 && j < found.Count && Math.Abs(j - i) < Reach && text.SentenceOf(found[j].First) == sentence; j += step)
            if (found[j].Expression is Recurrence) return true;
        return false;
    }

    // "from Tuesday to Sunday": joined to one of its kind
    private static bool IsRange(TokenisedText text, List<FoundTime> found, int i) =>
        (i + 1 < found.Count && Joins(text, found[i], found[i + 1])) || (i > 0 && Joins(text, found[i - 1], found[i]));

    private static bool Joins(TokenisedText text, FoundTime first, FoundTime second) =>
        first.Expression.GetType() == second.Expression.GetType()
            && second.First == first.End + 1
            && text.IsAny(first.End, "to", "through", "-", "–");

    private static bool HasUsually(TokenisedText text, FoundTime at)
    {
        var sentence = text.Sentences[text.SentenceOf(at.First)];
        for (var t = Math.Max(sentence.First, at.First - Reach); t < Math.Min(sentence.End, at.End + Reach); t++)
            if (Usually.Contains(text[t])) return true;
        return false;
    }
}
