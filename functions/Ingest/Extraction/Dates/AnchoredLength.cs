using Ingest.Extraction.Dates.Grammar;
using Ingest.Extraction.Dates.Resolution;
using Ingest.Extraction.Language;

namespace Ingest.Extraction.Dates;

/// <summary>
/// A length of time has days where its own sentence gives its start or its end: "a two-month ban that began on Aug. 1",
/// "October 4, when a 22-day ban begins", "the six months to June 30".
/// </summary>
internal static class AnchoredLength
{
    private const int Reach = 14;

    private static readonly WordSet Starts = WordSet.Of("Extraction/Dates/Data/start-words.txt");
    private static readonly WordSet Ends = WordSet.Of("Extraction/Dates/Data/end-words.txt");

    public static void Apply(TokenisedText text, List<FoundTime> found)
    {
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i].Expression is not Length { Count: not null, Rest: null, Unit: >= CalendarUnit.Night } length
                || found[i].Moment.From is not null)
            {
                continue;
            }

            var days = i + 1 < found.Count ? After(text, found[i], found[i + 1], length) : null;
            days ??= i > 0 ? Before(text, found[i - 1], found[i], length) : null;
            if (days is { } known) found[i] = found[i] with { Moment = found[i].Moment with { From = known.From, To = known.To } };
        }
    }

    // "… that began on DAY", "… from DAY", "… until DAY"
    private static (DateOnly From, DateOnly To)? After(TokenisedText text, FoundTime at, FoundTime day, Length length)
    {
        if (!IsDay(day) || text.SentenceOf(at.First) != text.SentenceOf(day.First) || day.First - at.End > Reach) return null;
        if (day.First == at.End + 1 && text.Is(at.End, "to")) return Until(day.Moment.To!.Value, length);
        for (var t = Math.Max(at.End, day.First - 2); t < day.First; t++)
        {
            if (Starts.Contains(text[t])) return From(day.Moment.From!.Value, length);
            if (Ends.Contains(text[t])) return Until(day.Moment.To!.Value, length);
        }

        return null;
    }

    // "DAY, when … begins"
    private static (DateOnly From, DateOnly To)? Before(TokenisedText text, FoundTime day, FoundTime at, Length length)
    {
        var sentence = text.SentenceOf(at.First);
        if (!IsDay(day) || text.SentenceOf(day.First) != sentence || at.First - day.End > 4) return null;
        var when = day.End;
        if (text.Is(when, ",")) when++;
        if (!text.Is(when, "when")) return null;
        for (var t = at.End; t < Math.Min(at.End + Reach, text.Sentences[sentence].End); t++)
        {
            if (Starts.Contains(text[t])) return From(day.Moment.From!.Value, length);
            if (Ends.Contains(text[t])) return Until(day.Moment.To!.Value, length);
        }

        return null;
    }

    private static bool IsDay(FoundTime time) =>
        time.Moment is { Type: DateType.Date or DateType.Time, Grain: CalendarUnit.Day or CalendarUnit.Month, From: not null, To: not null };

    private static (DateOnly From, DateOnly To)? From(DateOnly start, Length length) =>
        CalendarPeriod.Move(start, length.Unit, length.Count!.Value) is { } after && after > start ? (start, after.AddDays(-1)) : null;

    private static (DateOnly From, DateOnly To)? Until(DateOnly end, Length length) =>
        CalendarPeriod.Move(end, CalendarUnit.Day, 1) is { } after && CalendarPeriod.Move(after, length.Unit, -length.Count!.Value) is { } start && start < after
            ? (start, end)
            : null;
}
