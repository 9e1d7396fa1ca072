using Ingest.Extraction.Dates.Grammar;
using Ingest.Extraction.Dates.Resolution;
using Ingest.Extraction.Language;

namespace Ingest.Extraction.Dates;

/// <summary>
/// "Today" and "yesterday" inside a quote count from the day of speaking where the text gives it: the day told of nearest, outside the quote,
/// in the same paragraph, or in the one before whose quote is still open.
/// </summary>
internal static class DayOfSpeaking
{
    private const int OldestSpeech = 14;

    public static void Apply(TokenisedText text, List<FoundTime> found, bool[] inside, bool[] staysOpen, DateOnly? published, CalendarResolver resolver)
    {
        if (published is not { } day) return;
        for (var i = 0; i < found.Count; i++)
        {
            var at = found[i];
            if (!inside[at.First] || !CountsFromSpeaking(at.Expression) || at.Moment.Value is null or "PRESENT_REF") continue;
            var spoken = Nearest(found, i, at.Paragraph)
                ?? (at.Paragraph > 0 && staysOpen[at.Paragraph - 1] ? Nearest(found, i, at.Paragraph - 1) : null);
            if (spoken is not { } speaking || speaking == day) continue;
            found[i] = at with { Moment = resolver.Resolve(at.Expression, new Surroundings(published, speaking, at.Reading, text.SentenceOf(at.First), at.Paragraph, false)) };
        }

        DateOnly? Nearest(List<FoundTime> times, int of, int paragraph)
        {
            DateOnly? nearest = null;
            var distance = int.MaxValue;
            foreach (var j in Neighbours(times, of, paragraph))
            {
                var other = times[j];
                if (inside[other.First]
                    || other.Moment is not { Grain: CalendarUnit.Day, Type: DateType.Date or DateType.Time, From: { } told }
                    || told > day
                    || day.DayNumber - told.DayNumber > OldestSpeech)
                {
                    continue;
                }

                if (Math.Abs(other.First - times[of].First) < distance) (nearest, distance) = (told, Math.Abs(other.First - times[of].First));
            }

            return nearest;
        }
    }

    private static bool CountsFromSpeaking(CalendarExpression expression) => expression switch
    {
        DayFromNow => true,
        DayPartOf { Day: DayFromNow } => true,
        ClockTime { Day: DayFromNow } => true,
        _ => false,
    };

    private static IEnumerable<int> Neighbours(List<FoundTime> times, int of, int paragraph)
    {
        for (var j = of - 1; j >= 0 && of - j <= 8 && times[j].Paragraph >= paragraph; j--)
            if (times[j].Paragraph == paragraph) yield return j;
        for (var j = of + 1; j < times.Count && j - of <= 8 && times[j].Paragraph <= paragraph; j++)
            if (times[j].Paragraph == paragraph) yield return j;
    }
}
