using Ingest.Extraction.Dates.Grammar;
using Ingest.Extraction.Dates.Resolution;
using Ingest.Extraction.Language;

namespace Ingest.Extraction.Dates;

/// <summary>
/// The ends of a range share what only one of them names: in "from March to June 2019" both have the year, and in "from December 1 to
/// January 15" the end comes after the start.
/// </summary>
internal static class RangeEnds
{
    /// <summary>The expression with the year that the other end of its range gives it.</summary>
    public static CalendarExpression WithYear(List<FoundTime> found, int i, TokenisedText text, Func<FoundTime, DateOnly?> resolve)
    {
        var expression = found[i].Expression;
        if (Place(expression) is not { } place) return expression;
        if (i + 1 < found.Count
            && AreJoined(text, found[i], found[i + 1])
            && place.Year is null
            && Place(found[i + 1].Expression) is { Year: { } year } end
            && place.Month <= end.Month)
        {
            return InYear(expression, year);
        }

        // "From January through October": the start comes before its end, which lies nearer.
        if (i + 1 < found.Count
            && found[i].Tense != Tense.Present
            && place.Year is null
            && AreJoined(text, found[i], found[i + 1])
            && Place(found[i + 1].Expression) is { Year: null } close
            && resolve(found[i + 1] with { Reading = found[i].Reading }) is { } nearest)
        {
            return InYear(expression, new YearNumber((place.Month, place.Day).CompareTo((close.Month, close.Day)) <= 0 ? nearest.Year : nearest.Year - 1));
        }

        if (i == 0
            || place.Year is not null
            || !AreJoined(text, found[i - 1], found[i])
            || Place(found[i - 1].Expression) is not { } start
            || found[i - 1].Moment.From is not { } from)
        {
            return expression;
        }

        return InYear(expression, new YearNumber((place.Month, place.Day).CompareTo((start.Month, start.Day)) < 0 ? from.Year + 1 : from.Year));
    }

    /// <summary>"from next Monday to Friday": the first such weekday after the start; null where the two are no range.</summary>
    public static Moment? Weekday(List<FoundTime> found, int i, bool isHabit, TokenisedText text)
    {
        if (isHabit || i == 0
            || found[i].Expression is not WeekdayOf { Shift: Shift.None, Week: null } end
            || found[i - 1] is not { Expression: WeekdayOf, Moment.From: { } start }
            || !AreJoined(text, found[i - 1], found[i]))
        {
            return null;
        }

        return CalendarPeriod.Move(start, CalendarUnit.Day, (end.Weekday - ((int)start.DayOfWeek + 6) % 7 - 1 + 7) % 7) is { } day
            ? CalendarPeriod.Day(day)
            : null;
    }

    /// <summary>Whether a word or dash of range stands between the two and nothing else.</summary>
    public static bool AreJoined(TokenisedText text, FoundTime first, FoundTime second) =>
        second.First == first.End + 1 && text.IsAny(first.End, "to", "and", "until", "till", "through", "-", "–");

    private static (int Month, int Day, CalendarExpression? Year)? Place(CalendarExpression expression) => expression switch
    {
        MonthOf { Shift: Shift.None } month => (month.Month, 0, month.Year),
        MonthDay { Month: > 0 } day => (day.Month, day.Day, day.Year),
        _ => null,
    };

    private static CalendarExpression InYear(CalendarExpression expression, CalendarExpression year) =>
        expression is MonthDay day ? day with { Year = year } : ((MonthOf)expression) with { Year = year };
}
