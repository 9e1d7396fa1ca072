using System.Globalization;

namespace Ingest.Extraction.Dates.Resolution;

/// <summary>The units that times are counted in, the shorter first.</summary>
internal enum CalendarUnit : byte
{
    Second,
    Minute,
    Hour,
    Night,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

/// <summary>What ISO 8601 makes of the units.</summary>
internal static class CalendarUnits
{
    /// <summary>The duration without its "P": "2Y", "T30M", "10Y" for a decade; nights count as days.</summary>
    public static string Duration(this CalendarUnit unit, double count)
    {
        var (times, designator, time) = unit switch
        {
            CalendarUnit.Second => (1, "S", true),
            CalendarUnit.Minute => (1, "M", true),
            CalendarUnit.Hour => (1, "H", true),
            CalendarUnit.Night or CalendarUnit.Day => (1, "D", false),
            CalendarUnit.Weekend => (1, "WE", false),
            CalendarUnit.Week => (1, "W", false),
            CalendarUnit.Fortnight => (2, "W", false),
            CalendarUnit.Month => (1, "M", false),
            CalendarUnit.Quarter => (3, "M", false),
            CalendarUnit.Half => (6, "M", false),
            CalendarUnit.Year => (1, "Y", false),
            CalendarUnit.Decade => (10, "Y", false),
            _ => (100, "Y", false),
        };
        var number = (count * times).ToString("0.####", CultureInfo.InvariantCulture);
        return (time ? "T" : "") + number + designator;
    }
}
