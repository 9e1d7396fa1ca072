using System.Globalization;

namespace Ingest.Extraction.Dates.Resolution;

/// <summary>A day that has a name, in one country or everywhere.</summary>
/// <param name="Country">ISO 3166 code, or "*" for every country.</param>
/// <param name="ByMonth">Whether it is kept over several days, so that the text means its month.</param>
/// <param name="Rule">How its day is found; Data/named-days.txt says how rules are written.</param>
internal sealed record NamedDay(string Country, bool ByMonth, string Rule)
{
    private static readonly ChineseLunisolarCalendar Chinese = new();
    private static readonly UmAlQuraCalendar Islamic = new();

    /// <summary>Its day in a Gregorian year, or null where the calendar or the table does not reach.</summary>
    public DateOnly? In(int year)
    {
        var (kind, rule) = Rule.IndexOf(' ') is var at and > 0 ? (Rule[..at], Rule[(at + 1)..]) : (Rule, "");
        return kind switch
        {
            "fixed" => Fixed(year, rule),
            "nth" => Nth(year, rule),
            "easter" => CalendarPeriod.Move(Easter(year), CalendarUnit.Day, Number(rule)),
            "lunar" => Lunar(year, rule),
            "islamic" => Hijri(year, rule),
            "eve" => (this with { Rule = rule }).In(year)?.AddDays(-1),
            _ => Tabled(year, rule),
        };
    }

    private static DateOnly? Fixed(int year, string rule) => CalendarPeriod.DayOf(year, Number(rule[..2]), Number(rule[3..]));

    // "5 7 2": the second Sunday of May; "-1" is the last.
    private static DateOnly? Nth(int year, string rule)
    {
        var parts = rule.Split(' ');
        var (month, weekday, nth) = (Number(parts[0]), Number(parts[1]), Number(parts[2]));
        if (year is < 1 or > 9999) return null;
        var from = nth > 0 ? new DateOnly(year, month, 1) : new DateOnly(year, month, DateTime.DaysInMonth(year, month) - 6);
        var ahead = (weekday - (int)from.DayOfWeek + 7) % 7;
        return from.AddDays(ahead + (nth > 0 ? (nth - 1) * 7 : 0));
    }

    // Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).
    private static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        int i = c / 4, k = c % 4;
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }

    // A month and day of the Chinese lunisolar calendar; leap months shift the number.
    private static DateOnly? Lunar(int year, string rule)
    {
        if (year < Chinese.MinSupportedDateTime.Year + 1 || year >= Chinese.MaxSupportedDateTime.Year) return null;
        var (month, day) = (Number(rule[..2]), Number(rule[3..]));
        var leap = Chinese.GetLeapMonth(year);
        return DateOnly.FromDateTime(Chinese.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
    }

    private static DateOnly? Hijri(int year, string rule)
    {
        if (year < Islamic.MinSupportedDateTime.Year + 1 || year >= Islamic.MaxSupportedDateTime.Year) return null;
        var (month, day) = (Number(rule[..2]), Number(rule[3..]));
        for (var hijri = Islamic.GetYear(new DateTime(year, 1, 1)); hijri <= Islamic.GetYear(new DateTime(year, 12, 31)); hijri++)
        {
            var found = Islamic.ToDateTime(hijri, month, day, 0, 0, 0, 0);
            if (found.Year == year) return DateOnly.FromDateTime(found);
        }

        return null;
    }

    // "2019-02-05 2020-01-25 …"
    private static DateOnly? Tabled(int year, string rule)
    {
        var at = rule.IndexOf(string.Create(CultureInfo.InvariantCulture, $"{year:0000}-"), StringComparison.Ordinal);
        return at < 0 ? null : DateOnly.ParseExact(rule.AsSpan(at, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static int Number(string digits) => digits.Length == 0 ? 0 : int.Parse(digits, CultureInfo.InvariantCulture);
}
