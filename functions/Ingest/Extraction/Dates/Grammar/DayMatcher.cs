using Ingest.Extraction.Dates.Resolution;
using Ingest.Extraction.Language;

namespace Ingest.Extraction.Dates.Grammar;

/// <summary>Days: by month and number, by weekday, by name, by their distance from today.</summary>
internal static class DayMatcher
{
    /// <summary>Any expression that names a day.</summary>
    public static Match? Day(CalendarTokens tokens, int at) => tokens.Class(at) switch
    {
        CalendarClass.Month => Match.Longest(MonthFirst(tokens, at), NamedDayMatcher.Named(tokens, at)),
        CalendarClass.Number =>
            Match.Longest(DayFirst(tokens, at), Numeric(tokens, at), tokens.IsDigits(at) ? DayOfThe(tokens, at) : null),
        CalendarClass.Weekday or CalendarClass.WeekdayShort => Match.Longest(Weekday(tokens, at), NamedDayMatcher.Named(tokens, at)),
        CalendarClass.DayOffset => FromNow(tokens, at),
        CalendarClass.Named => NamedDayMatcher.Named(tokens, at),
        CalendarClass.The => Definite(tokens, at + 1),
        CalendarClass.Shift => Match.Longest(ShiftedDay(tokens, at), NamedDayMatcher.Shifted(tokens, at)),
        CalendarClass.Unit => FromNowByDays(tokens, at),
        _ => null,
    };

    /// <summary>"October 7", "Oct. 7, 2025", "August 5 last year", "November 3-5".</summary>
    public static Match? MonthFirst(CalendarTokens tokens, int at)
    {
        if (tokens.Class(at) != CalendarClass.Month || tokens.IsPossessive(at)) return null;
        var month = tokens[at].Value;
        var number = tokens.Is(at + 1, "the") ? at + 2 : at + 1;
        if (!tokens.IsDigits(number) || tokens.Number(number) is not (>= 1 and <= 31 and var day)) return null;
        var next = number + 1;
        if (tokens.Ordinal(number) is { } ordinal) next = ordinal.End;
        else if (tokens.Glued(next) && !tokens.IsDash(next) && !Closes(tokens, next)) return null;
        if (IsCount(tokens, at, next)) return null;
        if (tokens.Glued(next) && tokens.IsDash(next) && tokens.Glued(next + 1) && tokens.Number(next + 1) is { } last && last > day && last <= 31)
        {
            var (spanYear, spanEnd) = YearBehind(tokens, next + 2);
            return new Match(new DaySpan(month, day, last, spanYear), spanEnd);
        }

        var (year, end) = YearBehind(tokens, next, named: tokens.IsDigits(next + 1));
        return new Match(new MonthDay(month, day, year), end);
    }

    /// <summary>"7 October", "7th of October 2025", and "3" in "3 to 5 November".</summary>
    public static Match? DayFirst(CalendarTokens tokens, int at)
    {
        if (!tokens.IsDigits(at) || tokens.Number(at) is not (>= 1 and <= 31 and var day)) return null;
        var next = tokens.Ordinal(at)?.End ?? at + 1;
        var month = tokens.Is(next, "of") ? next + 1 : next;
        if (tokens.Class(month) == CalendarClass.Month && (month > next || !tokens.Glued(month)))
        {
            var (year, end) = YearBehind(tokens, month + 1, named: tokens.IsDigits(month + 2));
            return new Match(new MonthDay(tokens[month].Value, day, year), end);
        }

        var joined = tokens.IsAny(next, ["to", "and", "or"]) || tokens.IsDash(next);
        if (!joined || !tokens.IsDigits(next + 1) || tokens.Number(next + 1) is not (>= 1 and <= 31 and var last) || last <= day) return null;
        var after = tokens.Ordinal(next + 1)?.End ?? next + 2;
        if (tokens.Class(after) != CalendarClass.Month) return null;
        var (spanYear, spanEnd) = YearBehind(tokens, after + 1);
        return tokens.IsDash(next)
            ? new Match(new DaySpan(tokens[after].Value, day, last, spanYear), spanEnd)
            : new Match(new MonthDay(tokens[after].Value, day, spanYear), next);
    }

    /// <summary>"6" in "November 4 to 6" and "6" in "Nov 4 and 6": a further day of the month just named.</summary>
    public static (int First, Match Match)? Further(CalendarTokens tokens, Match before)
    {
        if (before.Expression is not MonthDay { Month: > 0, Year: null } day || !tokens.IsAny(before.End, ["to", "and", "or", "until", "through"]))
            return null;

        var at = before.End + 1;
        if (!tokens.IsDigits(at) || tokens.Number(at) is not (>= 1 and <= 31 and var number) || number <= day.Day) return null;
        var end = tokens.Ordinal(at)?.End ?? at + 1;
        if (tokens.Class(end) is CalendarClass.Month or CalendarClass.Clock
            || (tokens.Glued(end) && !Closes(tokens, end))
            || (tokens.IsAny(end, Around.Am) || tokens.IsAny(end, Around.Pm) || tokens.IsAny(end, ["per", "percent"])))
        {
            return null;
        }

        if (YearBehind(tokens, end) is { Year: { } year } behind) return (at, new Match(new MonthDay(day.Month, number, year), behind.End));
        return ClauseEnd.At(tokens, end) || tokens.Tagged[end].Class == WordClass.Verb
            ? (at, new Match(new MonthDay(day.Month, number, null), end))
            : null;
    }

    /// <summary>"2025-11-12", "12/11/2025", "12.11.2025".</summary>
    public static Match? Numeric(CalendarTokens tokens, int at)
    {
        if (!tokens.IsDigits(at)) return null;
        if (tokens.Text[at] is { Length: >= 8 and <= 10 } dotted && dotted.Count('.') == 2) return Dotted(dotted, at);
        if (tokens.Number(at) is not { } first || !tokens.Glued(at + 1) || !tokens.Glued(at + 2) || tokens.Number(at + 2) is not { } second)
            return null;

        var slash = tokens.IsMark(at + 1, '/');
        if (!slash && !tokens.IsMark(at + 1, '-')) return null;
        if (!tokens.Glued(at + 3) || !tokens.IsMark(at + 3, slash ? '/' : '-') || !tokens.Glued(at + 4) || tokens.Number(at + 4) is not { } third)
            return null;

        return Numbers(first, second, third, at + 5);
    }

    /// <summary>A weekday with what stands with it: "Tuesday (August 25)", "Thu, September 18, 2025", "Friday next week".</summary>
    public static Match? Weekday(CalendarTokens tokens, int at)
    {
        var word = tokens[at];
        if (word.Class is not (CalendarClass.Weekday or CalendarClass.WeekdayShort) || IsPaper(tokens, at + 1)) return null;
        if (DateBeside(tokens, at + 1) is { } date) return date;
        if (word.Class == CalendarClass.WeekdayShort) return null;
        var week = tokens.Is(at + 1, "of") ? at + 2 : at + 1;
        if (tokens.Class(week) == CalendarClass.The) week++;
        if (tokens.Class(week) == CalendarClass.Shift && tokens[week + 1] is { Class: CalendarClass.Unit, Unit: CalendarUnit.Week })
            return new Match(new WeekdayOf(word.Value, Shift.None, new PeriodOf(CalendarUnit.Week, tokens[week].Shift)), week + 2);
        return new Match(new WeekdayOf(word.Value, tokens.Class(at - 1) == CalendarClass.Article ? Shift.Same : Shift.None), at + 1);
    }

    /// <summary>The year that stands behind a day or month: ", 2025", "last year", "of that year".</summary>
    public static (CalendarExpression? Year, int End) YearBehind(CalendarTokens tokens, int at, bool named = false)
    {
        var next = tokens.IsMark(at, ',') ? at + 1 : at;
        if (YearMatcher.Digits(tokens, next) is { } year && !(tokens.Glued(year.End) && (tokens.IsDash(year.End) || tokens.Is(year.End, "s"))))
            return (year.Expression, year.End);
        if (next > at) return (null, at);
        var of = tokens.Is(at, "of") || (named && tokens.Is(at, "in")) ? at + 1 : at;
        return YearMatcher.Reference(tokens, of) is { } reference && (of > at || tokens.Class(at) == CalendarClass.Shift)
            ? (reference.Expression, reference.End)
            : (null, at);
    }

    /// <summary>", August 25", " (August 25)", " 12 June", " 14/10": a date that says again what its weekday or "today" says.</summary>
    private static Match? DateBeside(CalendarTokens tokens, int at)
    {
        var bracket = tokens.IsMark(at, '(') || tokens.IsMark(at, '[');
        var next = bracket || tokens.IsMark(at, ',') || tokens.IsMark(at, '.') ? at + 1 : at;
        if (tokens.Class(next) == CalendarClass.The) next++;
        var date = Match.Longest(MonthFirst(tokens, next), DayFirst(tokens, next), Numeric(tokens, next));
        if (date is null && bracket) date = DayAndMonthNumbers(tokens, next);
        if (date is not { } found) return null;
        if (!bracket) return found;
        return tokens.IsMark(found.End, ')') || tokens.IsMark(found.End, ']') ? found with { End = found.End + 1 } : null;
    }

    private static Match? FromNow(CalendarTokens tokens, int at)
    {
        if (DateBeside(tokens, at + 1) is { } date && tokens.IsMark(at + 1, '(')) return date;
        return new Match(new DayFromNow(tokens[at].Value), at + 1);
    }

    // "day before yesterday", "day after tomorrow"
    private static Match? FromNowByDays(CalendarTokens tokens, int at)
    {
        if (!tokens.Is(at, "day")) return null;
        if (tokens.Is(at + 1, "before") && tokens.Is(at + 2, "yesterday")) return new Match(new DayFromNow(-2), at + 3);
        return tokens.Is(at + 1, "after") && tokens.Is(at + 2, "tomorrow") ? new Match(new DayFromNow(2), at + 3) : null;
    }

    private static Match? Definite(CalendarTokens tokens, int at) => tokens.Class(at) switch
    {
        CalendarClass.Shift when tokens[at].Shift is Shift.Same or Shift.Previous or Shift.Following or Shift.Next =>
            Match.Longest(ShiftedDay(tokens, at, told: true), NamedDayMatcher.Shifted(tokens, at)),
        CalendarClass.Number => tokens.IsDigits(at) ? Match.Longest(DayFirst(tokens, at), DayOfThe(tokens, at) ?? DayAlone(tokens, at)) : null,
        CalendarClass.Named => NamedDayMatcher.Named(tokens, at),
        CalendarClass.Unit => FromNowByDays(tokens, at) ?? DayBeside(tokens, at),
        _ => null,
    };

    // "1st of the month", "15th of next month"
    private static Match? DayOfThe(CalendarTokens tokens, int at)
    {
        if (tokens.Ordinal(at) is not { Value: >= 1 and <= 31 } ordinal || !tokens.Is(ordinal.End, "of")) return null;
        var month = tokens.Class(ordinal.End + 1) == CalendarClass.The ? ordinal.End + 2 : ordinal.End + 1;
        var shift = tokens.Class(month) == CalendarClass.Shift ? tokens[month++].Shift : Shift.None;
        return tokens[month] is { Class: CalendarClass.Unit, Unit: CalendarUnit.Month }
            ? new Match(new MonthDay(0, ordinal.Value, new PeriodOf(CalendarUnit.Month, shift)), month + 1)
            : null;
    }

    // "on the 18th": of the month told of, or of this one
    private static Match? DayAlone(CalendarTokens tokens, int at) =>
        tokens.IsAny(at - 2, ["on", "until", "by", "before", "since"])
            && tokens.Ordinal(at) is { Value: >= 1 and <= 31 } ordinal
            && ordinal.End == at + 2
            && ClauseEnd.At(tokens, ordinal.End)
            ? new Match(new MonthDay(0, ordinal.Value, new PeriodOf(CalendarUnit.Month, Shift.That)), ordinal.End)
            : null;

    // "last Friday", "this Monday", "that day", "the same day", "the next day"
    private static Match? ShiftedDay(CalendarTokens tokens, int at, bool told = false)
    {
        var shift = tokens[at].Shift;
        if (told && shift == Shift.Next) shift = tokens[at + 1] is { Class: CalendarClass.Unit } ? Shift.Following : shift;
        if (shift == Shift.This && tokens[at + 1] is { Class: CalendarClass.Shift, Shift: Shift.Past or Shift.Coming }) return ShiftedDay(tokens, at + 1);
        if (shift is Shift.Past or Shift.Last && tokens[at + 1] is { Class: CalendarClass.Unit }) return null;
        return tokens[at + 1] switch
        {
            { Class: CalendarClass.Weekday } weekday when !IsPaper(tokens, at + 2) =>
                DateBeside(tokens, at + 2) ?? new Match(new WeekdayOf(weekday.Value, shift), at + 2),
            { Class: CalendarClass.Unit, Unit: CalendarUnit.Day } when shift is Shift.Same or Shift.That or Shift.Previous or Shift.Following =>
                new Match(new PeriodOf(CalendarUnit.Day, shift), at + 2),
            _ => null,
        };
    }

    // "the day before", "the day after", where the clause ends there
    private static Match? DayBeside(CalendarTokens tokens, int at)
    {
        if (!tokens.Is(at, "day") || !tokens.IsAny(at + 1, ["before", "after"]) || !ClauseEnd.At(tokens, at + 2)) return null;
        return new Match(new PeriodOf(CalendarUnit.Day, tokens.Is(at + 1, "before") ? Shift.Previous : Shift.Following), at + 2);
    }

    private static Match? Dotted(ReadOnlySpan<char> digits, int at)
    {
        Span<Range> parts = stackalloc Range[4];
        if (digits.Split(parts, '.') != 3) return null;
        return Language.Digits.Whole(digits[parts[0]]) is { } first
            && Language.Digits.Whole(digits[parts[1]]) is { } second
            && Language.Digits.Whole(digits[parts[2]]) is >= 1000 and var third
            ? Numbers(first, second, third, at + 1)
            : null;
    }

    private static Match? DayAndMonthNumbers(CalendarTokens tokens, int at) =>
        tokens.Number(at) is >= 1 and <= 31 and var day && tokens.IsMark(at + 1, '/') && tokens.Number(at + 2) is >= 1 and <= 12 and var month
            ? new Match(new MonthDay(month, day, null), at + 3)
            : null;

    private static Match? Numbers(int first, int second, int third, int end)
    {
        var (year, month, day) = first >= 1000 ? (first, second, third) : second > 12 ? (third, first, second) : (third, second, first);
        if (year < 100) year += year < 70 ? 2000 : 1900;
        if (CalendarPeriod.DayOf(year, month, day) is null) return null;
        return new Match(first <= 12 && second <= 12 ? new NumericDay(first, second, year) : new MonthDay(month, day, new YearNumber(year)), end);
    }

    // "in March 20 people died": no day where a counted plural follows "in".
    private static bool IsCount(CalendarTokens tokens, int month, int next) =>
        tokens.Is(month - 1, "in")
            && tokens.Paragraph.Contains(next)
            && !tokens.Glued(next)
            && tokens.Tagged[next].Tag == PennTag.NNS
            && tokens.Class(next) == CalendarClass.None;

    private static bool Closes(CalendarTokens tokens, int at) =>
        tokens.Text.Tokens[at].Kind is TokenKind.Mark or TokenKind.Quote && !tokens.IsMark(at, '%') && !tokens.IsMark(at, ':');

    private static bool IsPaper(CalendarTokens tokens, int at) => tokens.IsCapitalised(at) && tokens.IsAny(at, Around.Papers);
}
