using System.Collections.Frozen;
using System.Globalization;

namespace Ingest.Extraction.Dates.Resolution;

/// <summary>When a country's fiscal year runs (Data/fiscal-years.txt).</summary>
internal static class FiscalYears
{
    private static readonly FrozenDictionary<string, (int Month, bool NamedByEnd)> Countries = DataFile.Rows("Extraction/Dates/Data/fiscal-years.txt")
        .ToFrozenDictionary(row => row[0], row => (int.Parse(row[1], CultureInfo.InvariantCulture), row[2] == "end"));

    /// <summary>The fiscal year of that name; <paramref name="second"/> of "2023-24" makes the first number the year of its start.</summary>
    public static Moment Named(int year, int? second, string? country)
    {
        var value = string.Create(CultureInfo.InvariantCulture, $"FY{year:0000}");
        if (country is null || !Countries.TryGetValue(country, out var rule)) return new Moment(DateType.Date, value, null, null, CalendarUnit.Year);
        var starts = second is null && rule is { NamedByEnd: true, Month: > 1 } ? year - 1 : year;
        var from = CalendarPeriod.DayOf(starts, rule.Month, 1);
        var to = CalendarPeriod.DayOf(starts + 1, rule.Month, 1);
        return new Moment(DateType.Date, value, from, to?.AddDays(-1), CalendarUnit.Year);
    }

    /// <summary>The fiscal year that holds the day, moved by so many years; null where the country's rule is not known.</summary>
    public static Moment? Holding(DateOnly day, int moved, string? country)
    {
        if (country is null || !Countries.TryGetValue(country, out var rule)) return null;
        var starts = day.Month >= rule.Month ? day.Year : day.Year - 1;
        return Named(starts + moved + (rule is { NamedByEnd: true, Month: > 1 } ? 1 : 0), null, country);
    }
}
