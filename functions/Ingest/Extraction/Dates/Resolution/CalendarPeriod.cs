using System.Globalization;

namespace Ingest.Extraction.Dates.Resolution;

/// <summary>
/// The periods of the Gregorian calendar with their TIMEX3 values and days. Weeks are ISO 8601's. What lies outside the years 1 to 9999
/// has no days.
/// </summary>
internal static class CalendarPeriod
{
    public static Moment Day(DateOnly day) => new(DateType.Date, Iso(day), day, day, CalendarUnit.Day);

    public static Moment Week(DateOnly day)
    {
        var monday = MondayOf(day);
        return new(DateType.Date, WeekName(day), monday, Plus(monday, 6), CalendarUnit.Week);
    }

    public static Moment Weekend(DateOnly day)
    {
        var monday = MondayOf(day);
        return new(DateType.Date, WeekName(day) + "-WE", Plus(monday, 5), Plus(monday, 6), CalendarUnit.Weekend);
    }

    public static Moment Month(int year, int month) =>
        Between($"{year:0000}-{month:00}", First(year, month), Last(year, month), CalendarUnit.Month);

    public static Moment Quarter(int year, int quarter) =>
        Between($"{year:0000}-Q{quarter}", First(year, (quarter * 3) - 2), Last(year, quarter * 3), CalendarUnit.Quarter);

    public static Moment Half(int year, int half) =>
        Between($"{year:0000}-H{half}", First(year, (half * 6) - 5), Last(year, half * 6), CalendarUnit.Half);

    public static Moment Year(int year) => Between($"{year:0000}", First(year, 1), Last(year, 12), CalendarUnit.Year);

    /// <summary>The ten years from <paramref name="year"/>'s round year on.</summary>
    public static Moment Decade(int year) =>
        Between($"{year / 10:000}X", First(year / 10 * 10, 1), Last((year / 10 * 10) + 9, 12), CalendarUnit.Decade);

    /// <summary>The 21st century is "20", the years 2000 to 2099.</summary>
    public static Moment Century(int ordinal) =>
        Between($"{ordinal - 1:00}", First((ordinal - 1) * 100, 1), Last(((ordinal - 1) * 100) + 99, 12), CalendarUnit.Century);

    /// <summary>Spring is March to May and so on, in the north; winter runs into the next year.</summary>
    public static Moment Season(int year, string code)
    {
        var month = code switch { "SP" => 3, "SU" => 6, "FA" => 9, _ => 12 };
        return Between($"{year:0000}-{code}", First(year, month), month == 12 ? Last(year + 1, 2) : Last(year, month + 2), CalendarUnit.Quarter);
    }

    /// <summary>The period of that unit which holds the day.</summary>
    public static Moment Holding(CalendarUnit unit, DateOnly day) => unit switch
    {
        CalendarUnit.Week or CalendarUnit.Fortnight => Week(day),
        CalendarUnit.Weekend => Weekend(day),
        CalendarUnit.Month => Month(day.Year, day.Month),
        CalendarUnit.Quarter => Quarter(day.Year, (day.Month + 2) / 3),
        CalendarUnit.Half => Half(day.Year, (day.Month + 5) / 6),
        CalendarUnit.Year => Year(day.Year),
        CalendarUnit.Decade => Decade(day.Year),
        CalendarUnit.Century => Century((day.Year / 100) + 1),
        _ => Day(day),
    };

    /// <summary>The day so many units away, the month's last day where it is shorter; null outside the calendar.</summary>
    public static DateOnly? Move(DateOnly day, CalendarUnit unit, double count)
    {
        var (days, months) = unit switch
        {
            CalendarUnit.Second => (Math.Truncate(count / 86400), 0d),
            CalendarUnit.Minute => (Math.Truncate(count / 1440), 0),
            CalendarUnit.Hour => (Math.Truncate(count / 24), 0),
            CalendarUnit.Week or CalendarUnit.Weekend => (count * 7, 0),
            CalendarUnit.Fortnight => (count * 14, 0),
            CalendarUnit.Month => (0, count),
            CalendarUnit.Quarter => (0, count * 3),
            CalendarUnit.Half => (0, count * 6),
            CalendarUnit.Year => (0, count * 12),
            CalendarUnit.Decade => (0, count * 120),
            CalendarUnit.Century => (0, count * 1200),
            _ => (count, 0),
        };
        if (Math.Abs(days) > 1_000_000 || Math.Abs(months) > 30_000) return null;
        var month = ((day.Year - 1) * 12) + day.Month - 1 + (int)Math.Round(months);
        if (month is < 0 or >= 9999 * 12) return null;
        var first = new DateOnly((month / 12) + 1, (month % 12) + 1, 1);
        var number = first.DayNumber + Math.Min(day.Day, DateTime.DaysInMonth(first.Year, first.Month)) - 1 + (int)Math.Round(days);
        return number < 0 || number > DateOnly.MaxValue.DayNumber ? null : DateOnly.FromDayNumber(number);
    }

    /// <summary>The day, or null where the month has none such.</summary>
    public static DateOnly? DayOf(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly MondayOf(DateOnly day) => Plus(day, -(((int)day.DayOfWeek + 6) % 7));

    private static Moment Between(string value, DateOnly? from, DateOnly? to, CalendarUnit grain) =>
        from is null || to is null ? new Moment(DateType.Date, value, null, null, grain) : new Moment(DateType.Date, value, from, to, grain);

    private static DateOnly? First(int year, int month) => DayOf(year, month, 1);

    private static DateOnly? Last(int year, int month) => year is >= 1 and <= 9999 ? DayOf(year, month, DateTime.DaysInMonth(year, month)) : null;

    private static string WeekName(DateOnly day)
    {
        var time = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(time):0000}-W{ISOWeek.GetWeekOfYear(time):00}");
    }

    private static DateOnly Plus(DateOnly day, int days) => DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, 0, DateOnly.MaxValue.DayNumber));
}
