using Ingest.Extraction.Dates.Resolution;
using Ingest.Extraction.Language;

namespace Ingest.Extraction.Dates.Grammar;

/// <summary>Times of day, by the clock or by part of the day, with their day.</summary>
internal static class ClockMatcher
{
    /// <summary>"4am", "11:30am", "16:08 UTC", "noon", "eight o'clock", with "on Monday" or "today" behind it.</summary>
    public static Match? Clock(CalendarTokens tokens, int at)
    {
        if (Hour(tokens, at) is not { } clock) return FirstOfRange(tokens, at);
        var (time, end) = clock;
        if (tokens.IsMark(end, '(') && (Zone(tokens, end + 1)?.End ?? Hour(tokens, end + 1)?.End) is { } bracketed && tokens.IsMark(bracketed, ')'))
            end = bracketed + 1;

        var day = tokens.IsMark(end, ',') ? end + 1 : end;
        var on = tokens.IsAny(day, ["on", "of"]) ? day + 1 : day;
        var behind = DayOrPart(tokens, on);
        if (behind is { } found
            && (on > end || tokens.Class(on) is CalendarClass.DayOffset or CalendarClass.Weekday or CalendarClass.Month or CalendarClass.Number or CalendarClass.The or CalendarClass.Shift))
            return new Match(time with { Day = found.Expression is DayPartOf part ? part.Day : found.Expression }, found.End);
        return new Match(time, end);
    }

    // "7" in "7-9pm" and "between 7 and 9pm": half of the day and the day are the second one's
    private static Match? FirstOfRange(CalendarTokens tokens, int at)
    {
        if (!tokens.IsDigits(at) || HourAndMinute(tokens, at) is not { Hour: >= 1 and <= 12 and var hour, Minute: var minute }) return null;
        var between = tokens.IsAny(at - 1, ["between", "from"]) && tokens.IsAny(at + 1, ["and", "to", "until", "till"]);
        if (!between && !tokens.IsDash(at + 1)) return null;
        if (Clock(tokens, at + 2) is not { Expression: ClockTime last } || !(tokens.IsAny(at + 3, Around.Am) || tokens.IsAny(at + 3, Around.Pm)))
            return null;

        var afternoon = last.Hour >= 12 && (hour % 12) + 12 <= last.Hour;
        return new Match(new ClockTime((hour % 12) + (afternoon ? 12 : 0), minute, last.Utc, last.Day), at + 1);
    }

    /// <summary>A day with a part of it or a clock time behind it: "Tuesday night", "Monday at 4am", "tomorrow noon".</summary>
    public static Match? DayWithTime(CalendarTokens tokens, int at)
    {
        if (DayMatcher.Day(tokens, at) is not { } day || tokens.IsPossessive(day.End - 1)) return null;
        if (PartOfDay(tokens, day.End) is { } part)
        {
            var withPart = new Match(new DayPartOf(part, day.Expression), day.End + 1);
            return At(tokens, withPart.End) is { } exact ? new Match(exact.Time with { Day = day.Expression }, exact.End) : withPart;
        }

        return At(tokens, day.End) is { } clock ? new Match(clock.Time with { Day = day.Expression }, clock.End) : null;
    }

    /// <summary>"this morning", "last night", "the same afternoon", "the early hours of Monday", "the evening of April 21", "tonight".</summary>
    public static Match? Part(CalendarTokens tokens, int at)
    {
        if (tokens.Class(at) == CalendarClass.Tonight) return new Match(new DayPartOf(DayPart.NI, new DayFromNow(0)), at + 1);
        var the = tokens.Class(at) == CalendarClass.The;
        var noun = the ? at + 1 : at;
        if (the && tokens.IsAny(noun, ["early", "wee", "small"]) && tokens.Is(noun + 1, "hours")) return PartOf(tokens, noun + 1, DayPart.MO);
        var shift = tokens.Class(noun) == CalendarClass.Shift ? tokens[noun++].Shift : Shift.None;
        if (PartOfDay(tokens, noun) is not { } part) return null;
        return shift switch
        {
            Shift.This => new Match(new DayPartOf(part, new DayFromNow(0)), noun + 1),
            Shift.Last when part == DayPart.NI => new Match(new DayPartOf(part, new DayFromNow(-1)), noun + 1),
            Shift.Same or Shift.That or Shift.Previous or Shift.Following =>
                new Match(new DayPartOf(part, new PeriodOf(CalendarUnit.Day, shift)), noun + 1),
            Shift.Next => new Match(new DayPartOf(part, new PeriodOf(CalendarUnit.Day, Shift.Following)), noun + 1),
            Shift.None when the => PartOf(tokens, noun, part),
            _ => null,
        };
    }

    /// <summary>The part of the day that the token names.</summary>
    public static DayPart? PartOfDay(CalendarTokens tokens, int at) => tokens[at] switch
    {
        { Class: CalendarClass.DayPart } part => part.DayPart,
        { Class: CalendarClass.Unit, Unit: CalendarUnit.Night } => DayPart.NI,
        _ => null,
    };

    // "the evening of April 21", "the night before", "the evening"
    private static Match? PartOf(CalendarTokens tokens, int noun, DayPart part)
    {
        if (tokens.Is(noun + 1, "of") && DayMatcher.Day(tokens, noun + 2) is { } day) return new Match(new DayPartOf(part, day.Expression), day.End);
        if (tokens.Is(noun + 1, "before") && ClauseEnd.At(tokens, noun + 2))
            return new Match(new DayPartOf(part, new PeriodOf(CalendarUnit.Day, Shift.Previous)), noun + 2);

        return tokens.IsAny(noun + 1, Around.UnlikeNight) ? null : new Match(new DayPartOf(part, null), noun + 1);
    }

    private static Match? DayOrPart(CalendarTokens tokens, int at) =>
        Match.Longest(DayWithTime(tokens, at), DayMatcher.Day(tokens, at), Part(tokens, at));

    private static (ClockTime Time, int End)? At(CalendarTokens tokens, int at)
    {
        var next = tokens.IsMark(at, ',') ? at + 1 : at;
        if (tokens.IsAny(next, ["at", "around", "about"])) next++;
        if (tokens.IsAny(next, ["about", "around"])) next++;
        if (next == at && !tokens.IsDigits(at) && tokens.Class(at) != CalendarClass.Clock) return null;

        // "Tuesday to Sunday, 9am to 5pm" tells hours of every day.
        return Hour(tokens, next) is { } hour && !(tokens.IsMark(at, ',') && (tokens.Is(hour.End, "to") || tokens.IsDash(hour.End))) ? hour : null;
    }

    private static (ClockTime Time, int End)? Hour(CalendarTokens tokens, int at)
    {
        if (tokens.Class(at) == CalendarClass.Clock) return Zoned(tokens, tokens[at].Value, 0, at + 1);
        if (tokens.Class(at) != CalendarClass.Number) return null;
        var (hour, minute, colon) = HourAndMinute(tokens, at);
        if (hour is null) return null;

        var half = tokens.IsDash(at + 1) ? at + 2 : at + 1;
        if (tokens.IsAny(half, Around.Am))
            return hour is >= 1 and <= 12
                ? Zoned(tokens, hour.Value % 12, minute, half + 1)
                : hour < 24
                ? Zoned(tokens, hour.Value, minute, half + 1)
                : null;

        if (tokens.IsAny(half, Around.Pm))
            return hour is >= 1 and <= 12
                ? Zoned(tokens, (hour.Value % 12) + 12, minute, half + 1)
                : hour < 24
                ? Zoned(tokens, hour.Value, minute, half + 1)
                : null;

        if (tokens.IsAny(half, ["noon", "midnight"]) && hour == 12) return Zoned(tokens, tokens.Is(half, "noon") ? 12 : 0, 0, half + 1);
        if (tokens.IsAny(at + 1, ["o'clock", "o’clock"]) && hour <= 12) return OnTheClock(tokens, hour.Value, at + 2);
        if (hour <= 12
            && tokens.Is(at + 1, "in")
            && tokens.Class(at + 2) == CalendarClass.The
            && PartOfDay(tokens, at + 3) is { } part)
        {
            return Zoned(tokens, In(part, hour.Value), minute, at + 4);
        }

        if (!tokens.IsDigits(at)) return null;

        // Twenty-four hours: "18:00", where it cannot be a score or a ratio, "1430hrs".
        if (colon
            && hour < 24
            && tokens.Text.Tokens[at].Length >= 4
            && (Zone(tokens, at + 1) is not null || IsHours(tokens, at + 1) || tokens.IsAny(at - 1, Around.BeforeClock)))
            return Zoned(tokens, hour.Value, minute, IsHours(tokens, at + 1) ? at + 2 : at + 1);
        if (!colon
            && tokens.Text.Tokens[at].Length == 4
            && (IsHours(tokens, at + 1) || tokens.Is(at + 1, "GMT"))
            && tokens.Number(at) is { } four
            && four / 100 < 24
            && four % 100 < 60)
            return Zoned(tokens, four / 100, four % 100, IsHours(tokens, at + 1) ? at + 2 : at + 1);
        return null;
    }

    private static bool IsHours(CalendarTokens tokens, int at) => tokens.IsAny(at, Around.Hours);

    private static (int? Hour, int Minute, bool Colon) HourAndMinute(CalendarTokens tokens, int at)
    {
        if (tokens.Number(at) is { } whole)
            return whole is >= 0 and <= 24 || (tokens.IsDigits(at) && tokens.Text.Tokens[at].Length == 4)
                ? (whole <= 24 ? whole : 0, 0, false)
                : (null, 0, false);

        if (!tokens.IsDigits(at)) return (null, 0, false);
        var digits = tokens.Text[at];
        var mark = digits.IndexOfAny('.', ':');
        if (mark is < 1 or > 2 || digits.Length - mark != 3) return (null, 0, false);
        if (Digits.Whole(digits[..mark]) is not { } hour || Digits.Whole(digits[(mark + 1)..]) is not { } minute || hour > 24 || minute > 59)
            return (null, 0, false);

        return (hour, minute, digits[mark] == ':');
    }

    // "eight o'clock in the evening"
    private static (ClockTime Time, int End)? OnTheClock(CalendarTokens tokens, int hour, int end) =>
        tokens.Is(end, "in") && tokens.Class(end + 1) == CalendarClass.The && PartOfDay(tokens, end + 2) is { } part
            ? Zoned(tokens, In(part, hour), 0, end + 3)
            : Zoned(tokens, hour, 0, end);

    private static int In(DayPart part, int hour) => part == DayPart.MO || (part == DayPart.NI && hour is 12 or < 5) ? hour % 12 : (hour % 12) + 12;

    private static (ClockTime Time, int End)? Zoned(CalendarTokens tokens, int hour, int minute, int end) =>
        Zone(tokens, end) is { } zone ? (new ClockTime(hour, minute, zone.Utc, null), zone.End) : (new ClockTime(hour, minute, false, null), end);

    private static (bool Utc, int End)? Zone(CalendarTokens tokens, int at)
    {
        if (tokens.Is(at, "local") && tokens.Is(at + 1, "time")) return (false, at + 2);
        if (!tokens.IsCapitalised(at)) return null;
        if (tokens.IsAny(at, ["UTC", "GMT"])) return (true, at + 1);
        return tokens.IsAny(at, Around.Zones) ? (false, at + 1) : tokens.Is(at + 1, "time") ? (false, at + 2) : null;
    }
}
