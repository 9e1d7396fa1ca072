using Ingest.Extraction.Dates.Resolution;

namespace Ingest.Extraction.Dates.Grammar;

/// <summary>A calendar expression as it is written, before it is resolved against anything.</summary>
internal abstract record CalendarExpression;

/// <summary>"October 7", "7 Oct 2025", "August 5 last year".</summary>
internal sealed record MonthDay(int Month, int Day, CalendarExpression? Year) : CalendarExpression;

/// <summary>"7/8/2025", which some write with the day first and some with the month.</summary>
internal sealed record NumericDay(int First, int Second, int Year) : CalendarExpression;

/// <summary>"May", "May 2018", "June last year", "this January".</summary>
internal sealed record MonthOf(int Month, CalendarExpression? Year, Shift Shift = Shift.None) : CalendarExpression;

/// <summary>"November 3-5", "3 to 5 November" as one.</summary>
internal sealed record DaySpan(int Month, int First, int Last, CalendarExpression? Year) : CalendarExpression;

/// <summary>"January-June".</summary>
internal sealed record MonthSpan(int First, int Last, CalendarExpression? Year) : CalendarExpression;

/// <summary>"2019".</summary>
internal sealed record YearNumber(int Year) : CalendarExpression;

/// <summary>"2016-20".</summary>
internal sealed record YearSpan(int First, int Last) : CalendarExpression;

/// <summary>"BS 2081": begins at the Nepali New Year of 57 years before its number.</summary>
internal sealed record BikramSambatYear(int Year) : CalendarExpression;

/// <summary>"fiscal 2024", "fiscal year 2077-78", "this fiscal year".</summary>
internal sealed record FiscalYear(int? Year, int? Second, Shift Shift) : CalendarExpression;

/// <summary>"the 1990s".</summary>
internal sealed record DecadeOf(int FirstYear) : CalendarExpression;

/// <summary>"the 19th century".</summary>
internal sealed record CenturyOf(int Ordinal) : CalendarExpression;

/// <summary>"Monday", "last Friday", "Friday next week", "that Monday".</summary>
internal sealed record WeekdayOf(int Weekday, Shift Shift, CalendarExpression? Week = null) : CalendarExpression
{
    /// <summary>Stands for the whole week, and for its weekend, where a weekday's number would stand.</summary>
    public const int WholeWeek = 0, Weekend = 8;
}

/// <summary>"yesterday", "today", "the day after tomorrow".</summary>
internal sealed record DayFromNow(int Days) : CalendarExpression;

/// <summary>"the day" that trading ends or that something happened late in: the one told of, else that of publication.</summary>
internal sealed record TheDay : CalendarExpression;

/// <summary>"this week", "last year", "the same month", "the weekend".</summary>
internal sealed record PeriodOf(CalendarUnit Unit, Shift Shift) : CalendarExpression;

/// <summary>"the same month a year ago", "the corresponding period of 2019": the period told of, so many years earlier or in the year named.</summary>
internal sealed record SamePeriod(CalendarUnit? Unit, int Years, YearNumber? Year = null) : CalendarExpression;

/// <summary>"the third quarter of 2024", "last quarter" has no number.</summary>
internal sealed record QuarterOf(int Number, CalendarExpression? Year) : CalendarExpression;

/// <summary>"the first half of the year".</summary>
internal sealed record HalfOf(int Number, CalendarExpression? Year) : CalendarExpression;

/// <summary>"autumn 2017", "this spring".</summary>
internal sealed record SeasonOf(Season Season, CalendarExpression? Year, Shift Shift) : CalendarExpression;

/// <summary>"Merdeka Day next year", "the eve of Chinese New Year" (<paramref name="Days"/> -1).</summary>
internal sealed record NamedDayOf(IReadOnlyList<NamedDay> Names, CalendarExpression? Year, int Days, bool Holidays) : CalendarExpression;

/// <summary>"Tuesday night", "the same afternoon", "the evening" (no day).</summary>
internal sealed record DayPartOf(DayPart Part, CalendarExpression? Day) : CalendarExpression;

/// <summary>"4am on Monday", "16:08 UTC".</summary>
internal sealed record ClockTime(int Hour, int Minute, bool Utc, CalendarExpression? Day) : CalendarExpression;

/// <summary>What a distance is counted from.</summary>
internal enum DistanceFrom
{
    /// <summary>The day of publication: "ago", "from now".</summary>
    Publication,

    /// <summary>The day last told of: "earlier", "later".</summary>
    Told,
}

/// <summary>"two years ago" (<paramref name="Count"/> -2), "five months later", "several days ago" (no count).</summary>
internal sealed record Away(double? Count, CalendarUnit Unit, DistanceFrom From) : CalendarExpression;

/// <summary>"the past two years" (<paramref name="Sign"/> -1), "the next five months" (1), "the following three days" (told).</summary>
internal sealed record Stretch(double? Count, CalendarUnit Unit, int Sign, DistanceFrom From) : CalendarExpression;

/// <summary>"the first nine months of this year", "the last three weeks of March", "the third week of May" (<paramref name="Skipped"/> 2).</summary>
internal sealed record PartOfWhole(int Count, CalendarUnit Unit, bool FromEnd, CalendarExpression? Whole, int Skipped = 0) : CalendarExpression;

/// <summary>"six months", "many years" (no value); <paramref name="Rest"/> in "two years and three months".</summary>
internal sealed record Length(double? Count, CalendarUnit Unit, Length? Rest = null) : CalendarExpression;

/// <summary>"every Friday" and the like, by its TIMEX3 value.</summary>
internal sealed record Recurrence(string? Value) : CalendarExpression;

/// <summary>"now", "recently", "soon".</summary>
internal sealed record VagueTime(string Value) : CalendarExpression;

/// <summary>Stands for a time that no calendar fixes: "the rainy season".</summary>
internal sealed record Unfixed(DateType Type) : CalendarExpression;
