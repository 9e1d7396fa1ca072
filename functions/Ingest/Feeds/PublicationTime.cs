using System.Globalization;
using System.Text.RegularExpressions;

namespace Ingest.Feeds;

/// <summary>
/// Reads the times that publishers print and their feeds and pages carry: RFC 822 and 5322, RFC 3339 and the forms of
/// ISO 8601, asctime, seconds since 1970, "24 April 2019 | 10:19 | ICT", "Monday, 13 August 2012", "Apr 24, 2019 6:05 p.m. ET",
/// "2019年4月24日 10:19", "24/04/2019 10:19".
/// </summary>
internal static partial class PublicationTime
{
    /// <summary>Longer text is no date, and is not searched for one.</summary>
    private const int LongestText = 200;

    private static readonly TimeSpan FarthestOffset = TimeSpan.FromHours(14);

    /// <summary>What is older was not published on the web; systems that know no date like to write 1970 or the year 1.</summary>
    private static readonly DateTimeOffset FirstPages = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, int> Months =
        DataFile.Rows("Feeds/Data/months.txt").ToDictionary(row => row[0], row => int.Parse(row[1]), StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, TimeZoneInfo> Zones =
        DataFile.Rows("Feeds/Data/time-zones.txt").ToDictionary(row => row[0], row => Zone(row[0], row[1]), StringComparer.OrdinalIgnoreCase);

    /// <summary>The time that the text names; null where it names none.</summary>
    /// <param name="text">As printed; what stands around the date is passed over.</param>
    /// <param name="zone">What a time means that names no zone; null takes it for UTC.</param>
    public static DateTimeOffset? Parse(string? text, TimeZoneInfo? zone = null) => Read(text)?.In(zone ?? TimeZoneInfo.Utc);

    /// <summary>The time that the text names, as it names it; null where it names none.</summary>
    public static Printed? Read(string? text)
    {
        text = text?.Trim();
        if (text is null or "" || text.Length > LongestText) return null;
        if (SinceEpoch(text) is { } instant) return new Printed(instant.DateTime, TimeZoneInfo.Utc);
        var found = Day(text);
        if (found is not var (day, rest)) return null;
        var (time, named) = TimeOfDay(rest);
        var local = day.ToDateTime(TimeOnly.MinValue) + time;
        return local.Year is < 1970 or > 2100 ? null : new Printed(local, named);
    }

    /// <summary>A time as it is printed.</summary>
    /// <param name="Local">What the calendar and the clock show.</param>
    /// <param name="Zone">Where they show it; null where the text does not say.</param>
    public sealed record Printed(DateTime Local, TimeZoneInfo? Zone)
    {
        /// <summary>The time that is meant, if it is one of that zone where the text names none.</summary>
        public DateTimeOffset In(TimeZoneInfo zone) => new(Local, (Zone ?? zone).GetUtcOffset(Local));
    }

    /// <summary>A time of publication that is told, where it can be true; null where it cannot.</summary>
    /// <param name="told">What a page or a feed says. A day ahead is let pass: local time is often given out for UTC.</param>
    /// <param name="now">When that was read.</param>
    public static DateTimeOffset? Believed(DateTimeOffset? told, DateTimeOffset now) =>
        told >= FirstPages && told <= now + TimeSpan.FromDays(1) ? told : null;

    private static DateTimeOffset? SinceEpoch(string text) =>
        text.Length is 10 or 13 && long.TryParse(text, NumberStyles.None, null, out var number)
            ? DateTimeOffset.FromUnixTimeMilliseconds(text.Length == 10 ? number * 1000 : number)
            : null;

    /// <summary>The calendar day, and the text around it, in which its time stands.</summary>
    private static (DateOnly Day, string Around)? Day(string text)
    {
        foreach (var form in (ReadOnlySpan<Regex>)[DayMonthYear(), MonthDayYear(), YearFirst(), Slashed(), CompactDay()])
        {
            for (var match = form.Match(text); match.Success; match = match.NextMatch())
            {
                var rest = string.Concat(text.AsSpan(0, match.Index), " ", text.AsSpan(match.Index + match.Length));
                if (Day(match, ref rest) is { } day) return (day, rest);
            }
        }

        return null;
    }

    private static DateOnly? Day(Match match, ref string rest)
    {
        var month = match.Groups["month"];
        int monthNumber;
        if (!month.Success) monthNumber = 1;
        else if (!int.TryParse(month.Value, out monthNumber) && !Months.TryGetValue(month.Value, out monthNumber)) return null;

        var day = match.Groups["day"].Success ? int.Parse(match.Groups["day"].Value) : 1;
        int year;
        if (match.Groups["year"] is { Success: true, Value: var written })
        {
            year = int.Parse(written) is var number && written.Length == 2 ? number + (number < 69 ? 2000 : 1900) : number;
        }
        else
        {
            // asctime puts the year behind the time.
            if (Year().Match(rest) is not { Success: true } behind) return null;
            year = int.Parse(behind.Value);
            rest = rest.Remove(behind.Index, behind.Length);
        }

        // 13/08/2012 has the day first, and so has 04/08/2012 everywhere but in the United States, which write 08/13/2012.
        if (match.Groups["either"].Success && monthNumber > 12) (day, monthNumber) = (monthNumber, day);
        return year is >= 1 and <= 9999 && monthNumber is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, monthNumber)
            ? new DateOnly(year, monthNumber, day)
            : null;
    }

    private static (TimeSpan Time, TimeZoneInfo? Zone) TimeOfDay(string text)
    {
        var time = TimeSpan.Zero;
        if (Clock().Match(text) is { Success: true } clock)
        {
            time = Time(clock);
            text = text[(clock.Index + clock.Length)..];
        }

        if (NumericZone().Match(text) is { Success: true } numeric && Zone(numeric) is { } offset) return (time, offset);
        foreach (Match name in Word().Matches(text))
            if (Zones.TryGetValue(name.Value, out var named)) return (time, named);
        return (time, null);
    }

    private static TimeZoneInfo? Zone(Match numeric)
    {
        var minutes = numeric.Groups["minutes"].Success ? int.Parse(numeric.Groups["minutes"].Value) : 0;
        var offset = new TimeSpan(int.Parse(numeric.Groups["hours"].Value), minutes, 0);
        if (offset > FarthestOffset) return null;
        return TimeZoneInfo.CreateCustomTimeZone(numeric.Value, numeric.Groups["sign"].Value == "+" ? offset : -offset, null, null);
    }

    /// <summary>A zone of the table: by its offset, or where it has summer time by its IANA name.</summary>
    private static TimeZoneInfo Zone(string name, string written) =>
        NumericZone().Match(written) is { Success: true } numeric ? Zone(numeric) ?? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(written);

    private static TimeSpan Time(Match clock)
    {
        var hour = int.Parse(clock.Groups["hour"].Value);
        var minute = clock.Groups["minute"].Success ? int.Parse(clock.Groups["minute"].Value) : 0;
        var second = clock.Groups["second"].Success ? int.Parse(clock.Groups["second"].Value) : 0;
        if (clock.Groups["half"] is { Success: true, Value: [var half, ..] } && hour <= 12) hour = (hour % 12) + (half is 'p' or 'P' ? 12 : 0);

        // 24:00 is the next day's start; a leap second is the second before it.
        return hour > 24 || minute > 59 || (hour == 24 && minute > 0) ? TimeSpan.Zero : new TimeSpan(hour, minute, Math.Min(second, 59));
    }

    // These may backtrack: the text is short.
    [GeneratedRegex(@"\b(?<day>\d{1,2})(?:st|nd|rd|th)?[\s,.-]+(?:of\s+)?(?<month>\p{L}{3,})[\s,.-]+(?<year>\d{4}|\d{2})\b(?!:)", RegexOptions.IgnoreCase)]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(@"\b(?<month>\p{L}{3,})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:])(?:[\s,]+(?<year>(?:19|20)\d{2})\b)?", RegexOptions.IgnoreCase)]
    private static partial Regex MonthDayYear();

    [GeneratedRegex(@"(?<!\d)(?<year>(?:19|20)\d{2})(?:[-./](?<month>\d{1,2})(?:[-./](?<day>\d{1,2}))?|\s?[年년]\s?(?<month>\d{1,2})\s?[月월](?:\s?(?<day>\d{1,2})\s?[日일])?)(?![\d-])")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"\b(?<day>\d{1,2})(?<either>[/.-])(?<month>\d{1,2})[/.-](?<year>\d{4}|\d{2})\b")]
    private static partial Regex Slashed();

    [GeneratedRegex(@"\b(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})(?=T|\b)")]
    private static partial Regex CompactDay();

    [GeneratedRegex(@"\b(?:19|20)\d{2}\b")]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<!\d)(?:(?<hour>\d{1,2})[:.h](?<minute>\d{2})(?:[:.](?<second>\d{2})(?:[.,]\d+)?)?|T(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?|(?<hour>\d{1,2})(?=\s*[ap]\.?m\b))(?:\s*(?<half>[ap])\.?m\b\.?)?", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?<sign>[+-])(?<hours>\d{2}|\d(?!\d))(?::?(?<minutes>\d{2}))?\b")]
    private static partial Regex NumericZone();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
