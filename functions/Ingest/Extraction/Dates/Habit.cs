using Ingest.Extraction.Dates.Grammar;
using Ingest.Extraction.Language;

namespace Ingest.Extraction.Dates;

/// <summary>Whether a time of day without a day is told as a habit: "opens at 7am", "the 5am opening", "until 2 a.m. most Saturdays".</summary>
internal static class Habit
{
    public static bool Is(TaggedText tagged, List<FoundTime> found, int i)
    {
        var at = found[i];
        if (at.Expression is not (ClockTime { Day: null } or DayPartOf { Day: null })) return false;
        var text = tagged.Text;
        if (at.Expression is ClockTime && (text.Is(at.First - 1, "the") || text.Is(at.First - 1, "a"))) return true;
        if (at.Tense is Resolution.Tense.Present or Resolution.Tense.Future) return true;
        var sentence = text.SentenceOf(at.First);
        return Recurs(found, i, -1) || Recurs(found, i, 1);

        bool Recurs(List<FoundTime> times, int from, int step)
        {
            for (var j = from + step; j >= 0 && j < times.Count && text.SentenceOf(times[j].First) == sentence; j += step)
                if (times[j].Expression is Recurrence) return true;
            return false;
        }
    }
}
