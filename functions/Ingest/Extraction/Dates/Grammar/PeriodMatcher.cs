using Ingest.Extraction.Dates.Resolution;
using Ingest.Extraction.Language;

namespace Ingest.Extraction.Dates.Grammar;

/// <summary>Months, weeks, quarters, halves, seasons and years, by name or by their distance from now, and their ends and middles.</summary>
internal static class PeriodMatcher
{
    /// <summary>Any expression that names a period longer than a day.</summary>
    public static Match? Period(CalendarTokens tokens, int at) => tokens.Class(at) switch
    {
        CalendarClass.Month => Month(tokens, at),
        CalendarClass.Season => Season(tokens, at, Shift.None),
        CalendarClass.Shift => Shifted(tokens, at),
        CalendarClass.The => Definite(tokens, at + 1),
        CalendarClass.Ordinal => QuarterOrHalf(tokens, at),
        CalendarClass.Compound => Compound(tokens, at),
        CalendarClass.Number =>
            Match.Longest(YearMatcher.Alone(tokens, at), YearMatcher.Era(tokens, at), YearMatcher.Decade(tokens, at), YearMatcher.Century(tokens, at)),
        CalendarClass.None => Coded(tokens, at) ?? YearMatcher.Era(tokens, at) ?? YearMatcher.Fiscal(tokens, at),
        _ => null,
    };

    /// <summary>"late August", "earlier this month", "the end of next year", "mid-July", "year-end": part of a period or day, by the whole's value.</summary>
    public static Match? Part(CalendarTokens tokens, int at)
    {
        var word = tokens.Class(at) == CalendarClass.The ? at + 1 : at;
        if (tokens.Class(word) == CalendarClass.Phase) return Phase(tokens, word);
        if (tokens.Class(word) == CalendarClass.Edge) return NamedDayMatcher.Eve(tokens, word) ?? Edge(tokens, word);
        return null;
    }

    /// <summary>"May 2018", "June last year", "October of next year", "the June quarter", and a month alone where it can be no name or verb.</summary>
    private static Match? Month(CalendarTokens tokens, int at)
    {
        var month = (int)tokens[at].Value;
        if (tokens.IsPossessive(at)) return IsName(tokens, at) ? null : new Match(new MonthOf(month, null), at + 1);
        if (tokens.IsDash(at + 1) && tokens.Class(at + 2) == CalendarClass.Month && tokens.Glued(at + 1))
        {
            return Months(tokens, month, tokens[at + 2].Value, at + 3);
        }

        if (month % 3 == 0 && tokens.Is(at + 1, "quarter")) return Behind(tokens, at + 2, year => new QuarterOf(month / 3, year));
        var (year, end) = DayMatcher.YearBehind(tokens, at + 1, named: tokens.Is(at + 1, "in") && tokens.IsDigits(at + 2));
        if (year is not null) return new Match(new MonthOf(month, year), end);
        return IsName(tokens, at) ? null : new Match(new MonthOf(month, null), at + 1);
    }

    // "May" needs a word of time before it; the others must not be followed by a surname.
    private static bool IsName(CalendarTokens tokens, int at)
    {
        var before = at - 1;
        var introduced = tokens.Class(before) is CalendarClass.Shift or CalendarClass.Every or CalendarClass.Phase or CalendarClass.The
            || tokens.IsDash(before)
            || tokens.IsAny(before, Around.BeforeMonth);
        if (introduced
            && !(tokens.IsAny(before, ["and", "or", "a", "("]) && tokens.IsCapitalised(at + 1) && tokens.Class(at + 1) == CalendarClass.None))
        {
            return false;
        }

        var length = tokens.Word(at).Length;
        if (tokens.Is(at, "may") || tokens.Is(at, "march") || length <= 4 && !tokens.IsAny(at, ["June", "July", "Sept"])) return true;
        return tokens.IsCapitalised(at + 1) && tokens.Class(at + 1) == CalendarClass.None
            || (tokens.IsCapitalised(before) && before > tokens.Paragraph.First && tokens.Class(before) == CalendarClass.None);
    }

    private static Match? Shifted(CalendarTokens tokens, int at)
    {
        if (SamePeriod(tokens, at) is { } same) return same;
        var shift = tokens[at].Shift;
        var next = tokens[at + 1];
        switch (next.Class)
        {
            case CalendarClass.Shift when shift == Shift.This && next.Shift is Shift.Past or Shift.Coming:
                return Shifted(tokens, at + 1);
            case CalendarClass.Unit when next.Unit == CalendarUnit.Weekend && shift == Shift.Past:
                return new Match(new PeriodOf(CalendarUnit.Weekend, Shift.Last), at + 2);
            case CalendarClass.Unit when next.Unit >= CalendarUnit.Weekend && shift != Shift.Past:
                if (shift is Shift.That or Shift.Same && next.Unit == CalendarUnit.Quarter) return null;
                return Idiom(tokens, at + 2)
                    ? null
                    : new Match(new PeriodOf(next.Unit == CalendarUnit.Fortnight ? CalendarUnit.Week : next.Unit, shift), at + 2);
            case CalendarClass.Month when shift is Shift.This or Shift.Last or Shift.Next or Shift.Coming or Shift.Past or Shift.Same or Shift.Previous:
                return DayMatcher.YearBehind(tokens, at + 2).Year is null && DayMatcher.MonthFirst(tokens, at + 1) is null
                    ? new Match(new MonthOf(next.Value, null, shift), at + 2)
                    : null;
            case CalendarClass.Season when shift is Shift.This or Shift.Last or Shift.Next or Shift.Coming or Shift.Past:
                return Season(tokens, at + 1, shift);
            case CalendarClass.None when tokens.IsAny(at + 1, ["fiscal", "financial"]):
                return YearMatcher.Fiscal(tokens, at);
            case CalendarClass.Sort when tokens.Is(at + 1, "calendar") && tokens.Is(at + 2, "year"):
                return new Match(new PeriodOf(CalendarUnit.Year, shift), at + 3);
            default:
                return null;
        }
    }

    // "same month a year ago", "same period last year", "corresponding period of 2024"
    private static Match? SamePeriod(CalendarTokens tokens, int at)
    {
        var unit = tokens[at + 1];
        if (tokens[at].Shift != Shift.Same
            || unit is not { Class: CalendarClass.Unit, Unit: >= CalendarUnit.Day } && !tokens.IsAny(at + 1, ["period", "time", "quarter"]))
        {
            return null;
        }

        var next = tokens.IsAny(at + 2, ["of", "in"]) ? at + 3 : at + 2;
        var years = tokens.Class(next) == CalendarClass.The ? next + 1 : next;
        CalendarUnit? named = unit.Class == CalendarClass.Unit ? unit.Unit : null;
        if (YearMatcher.Digits(tokens, years) is { Expression: YearNumber year } number && next > at + 2) return new Match(new SamePeriod(named, 0, year), number.End);
        if (tokens.IsAny(years, ["last", "previous"]) && IsYearWord(tokens, years + 1)) return new Match(new SamePeriod(named, 1), years + 2);
        return tokens.Is(next, "a") && IsYearWord(tokens, next + 1) && tokens.IsAny(next + 2, ["ago", "earlier", "before"])
            ? new Match(new SamePeriod(named, 1), next + 3)
            : null;
    }

    private static bool IsYearWord(CalendarTokens tokens, int at) => tokens[at] is { Class: CalendarClass.Unit, Unit: CalendarUnit.Year };

    private static bool Idiom(CalendarTokens tokens, int at) => tokens.IsAny(at, ["old", "round"]);

    private static Match? Definite(CalendarTokens tokens, int at)
    {
        var word = tokens[at];
        switch (word.Class)
        {
            case CalendarClass.Unit when word.Unit is CalendarUnit.Year or CalendarUnit.Weekend or CalendarUnit.Week or CalendarUnit.Month or CalendarUnit.Decade:
                return Unit(tokens, at);
            case CalendarClass.Shift:
                if (word.Shift is Shift.Past or Shift.Coming && tokens[at + 1] is { Class: CalendarClass.Unit, Unit: CalendarUnit.Weekend }) return Shifted(tokens, at);
                if (word.Shift is Shift.Past or Shift.Coming
                    || (word.Shift is Shift.Last or Shift.Next && tokens[at + 1] is { Class: CalendarClass.Unit, Unit: not (CalendarUnit.Quarter or CalendarUnit.Weekend) }))
                {
                    return word.Shift == Shift.Next && tokens[at + 1].Unit is CalendarUnit.Week or CalendarUnit.Month or CalendarUnit.Year
                        ? Told(tokens, at)
                        : null;
                }

                return SamePeriod(tokens, at) ?? QuarterOrHalf(tokens, at) ?? Shifted(tokens, at);
            case CalendarClass.Sort when tokens.IsAny(at, ["whole", "full"]) && IsYearWord(tokens, at + 1):
            case CalendarClass.None when tokens.Is(at, "entire") && IsYearWord(tokens, at + 1):
                return new Match(new PeriodOf(CalendarUnit.Year, Shift.None), at + 2);
            case CalendarClass.Unit when word.Unit == CalendarUnit.Day && tokens.IsAny(at - 2, Around.Trading):
                return new Match(new TheDay(), at + 1);
            case CalendarClass.DecadeWord:
                return new Match(new DecadeOf(word.Value), at + 1);
            case CalendarClass.Month:
                return Month(tokens, at) is { Expression: QuarterOf or MonthSpan } months ? months : null;
            case CalendarClass.Season:
                return Season(tokens, at, Shift.None, definite: true);
            case CalendarClass.Number:
                return Match.Longest(YearMatcher.Decade(tokens, at), YearMatcher.Century(tokens, at), QuarterOrHalf(tokens, at));
            case CalendarClass.Ordinal or CalendarClass.Unit:
                return QuarterOrHalf(tokens, at);
            case CalendarClass.Compound:
                return tokens.Is(at, "half-year") ? Behind(tokens, at + 1, year => new HalfOf(0, year)) : Compound(tokens, at);
            case CalendarClass.None:
                if (tokens.Glued(at + 1) && tokens.Class(at + 1) == CalendarClass.Number && YearMatcher.Decade(tokens, at + 1) is { } decade) return decade;
                if (tokens.IsAny(at, Around.WeatherSeasons) && tokens.Is(at + 1, "season")) return new Match(new Unfixed(DateType.Date), at + 2);
                return Coded(tokens, at) ?? (YearMatcher.Fiscal(tokens, at) is { Expression: FiscalYear { Year: null } } fiscal ? fiscal : null);
            default:
                return null;
        }
    }

    // "the next year" is told of: the year after the one last named.
    private static Match? Told(CalendarTokens tokens, int at) => new Match(new PeriodOf(tokens[at + 1].Unit, Shift.Following), at + 2);

    // "the year", "the weekend", "the year before", "the year 2020"
    private static Match? Unit(CalendarTokens tokens, int at)
    {
        var unit = tokens[at].Unit;
        if (unit == CalendarUnit.Year && YearMatcher.Digits(tokens, at + 1) is { } number) return number;
        if (unit is CalendarUnit.Week or CalendarUnit.Month or CalendarUnit.Year && EndsOn(tokens, at + 1)) return new Match(new Length(1, unit), at + 1);
        if (tokens.IsAny(at + 1, ["before", "after"]) && ClauseEnd.At(tokens, at + 2))
            return new Match(new PeriodOf(unit, tokens.Is(at + 1, "before") ? Shift.Previous : Shift.Following), at + 2);
        if (tokens.Is(at + 1, "of") && unit != CalendarUnit.Weekend)
        {
            if (unit != CalendarUnit.Week || DayMatcher.Day(tokens, at + 2) is not { } day) return null;
            return new Match(new WeekdayOf(WeekdayOf.WholeWeek, Shift.None, day.Expression), day.End);
        }

        if (unit is CalendarUnit.Week or CalendarUnit.Month && tokens.Is(at - 2, "of") && !tokens.IsAny(at - 3, Around.PartOfPeriod)) return null;
        if (unit == CalendarUnit.Year && tokens.Is(at - 2, "of") && tokens.IsAny(at - 3, Around.OfTheYear)) return null;
        return new Match(new PeriodOf(unit, Shift.None), at + 1);
    }

    // "the week to Aug 3", "the year ended in March"
    private static bool EndsOn(CalendarTokens tokens, int at)
    {
        if (!tokens.IsAny(at, ["to", "through", "ended", "ending"])) return false;
        var day = tokens.IsAny(at + 1, ["in", "on"]) ? at + 2 : at + 1;
        return DayMatcher.MonthFirst(tokens, day) is not null
            || DayMatcher.DayFirst(tokens, day) is not null
            || tokens.Class(day) is CalendarClass.Weekday or CalendarClass.Month
            || (tokens.Class(day) == CalendarClass.Phase && tokens.Class(day + 1) == CalendarClass.Month)
            || (tokens.Class(day) == CalendarClass.Compound && Compound(tokens, day) is { Expression: MonthOf });
    }

    // "third quarter of 2024", "first half", "last quarter" after a determiner or on its own
    private static Match? QuarterOrHalf(CalendarTokens tokens, int at)
    {
        if (tokens.Ordinal(at) is not { } ordinal) return null;
        var noun = tokens.IsDash(ordinal.End) ? ordinal.End + 1 : ordinal.End;
        if (tokens[noun] is { Class: CalendarClass.Unit, Unit: CalendarUnit.Quarter })
            return ordinal.Value is >= 1 and <= 4 ? Behind(tokens, noun + 1, year => new QuarterOf(ordinal.Value, year))
                : ordinal.Value == -1 ? Behind(tokens, noun + 1, year => year is null ? new PeriodOf(CalendarUnit.Quarter, Shift.Last) : new QuarterOf(4, year))
                : null;
        if (tokens.Is(noun, "semester") && ordinal.Value is 1 or 2 && Behind(tokens, noun + 1, year => new HalfOf(ordinal.Value, year)) is { Expression: HalfOf { Year: not null } } semester)
            return semester;
        return tokens.Class(noun) == CalendarClass.Half && ordinal.Value is 1 or 2 or -1
            ? Behind(tokens, noun + 1, year => new HalfOf(ordinal.Value == -1 ? 2 : ordinal.Value, year))
            : null;
    }

    // A period of the year with the year behind it; one "of" anything else is no period of the calendar.
    private static Match? Behind(CalendarTokens tokens, int at, Func<CalendarExpression?, CalendarExpression> make)
    {
        if (tokens.IsPossessive(at - 1)) return new Match(make(null), at);
        var of = tokens.IsAny(at, ["of", "in"]) ? at + 1 : tokens.IsMark(at, ',') ? at + 1 : at;
        if (YearMatcher.Reference(tokens, of) is { } year && (of > at || tokens.IsDigits(at) || tokens.Class(at) is CalendarClass.Shift))
            return new Match(make(year.Expression), year.End);

        if (tokens.Is(at, "of") && tokens.Class(at + 1) == CalendarClass.The && tokens.Class(at + 2) == CalendarClass.None
            || (tokens.Is(at, "of") && tokens.Class(at + 1) == CalendarClass.Article))
        {
            return null;
        }

        if (tokens.Is(at, "of") && tokens.Class(at + 1) is not (CalendarClass.None or CalendarClass.The)) return null;
        return new Match(make(null), at);
    }

    private static Match? Season(CalendarTokens tokens, int at, Shift shift, bool definite = false)
    {
        var season = tokens[at].Season;
        if (shift != Shift.None) return new Match(new SeasonOf(season, null, shift), at + 1);
        var of = tokens.Is(at + 1, "of") ? at + 2 : at + 1;
        if (YearMatcher.Reference(tokens, of) is { } year && (of > at + 1 || tokens.IsDigits(at + 1) || tokens.Class(at + 1) == CalendarClass.Shift))
            return new Match(new SeasonOf(season, year.Expression, Shift.None), year.End);

        var noun = definite ? at - 2 : at - 1;
        return tokens.IsAny(noun, ["in", "by", "until", "since", "before", "during"])
            && (ClauseEnd.At(tokens, at + 1) || !tokens.Tagged[at + 1].IsNoun)
            ? new Match(new SeasonOf(season, null, Shift.None), at + 1)
            : null;
    }

    // "late August", "late on Monday night", "early next year", "earlier today"
    private static Match? Phase(CalendarTokens tokens, int at)
    {
        var next = tokens.IsDash(at + 1) && tokens.Is(at, "mid") ? at + 2 : at + 1;
        if (tokens.IsAny(next, ["on", "in"])) next++;
        var comparative = tokens.IsAny(at, ["earlier", "later"]);
        if (tokens.Class(next) == CalendarClass.The && tokens.Is(next + 1, "day"))
            return tokens.Is(next - 1, "in") ? new Match(new TheDay(), next + 2) : null;

        var found = DayOrPeriod(tokens, next);
        if (found is not { } match || match.Expression is Length or YearNumber && next == at + 1 && comparative) return null;
        if (comparative && match.Expression is not (PeriodOf or TheDay or DayFromNow or DayPartOf or WeekdayOf or MonthOf)
            || (comparative && next > at + 1 && match.Expression is MonthOf))
        {
            return null;
        }

        return match;
    }

    // "the end of next year", "the middle of May", "start of the week"
    private static Match? Edge(CalendarTokens tokens, int at)
    {
        if (tokens.IsDash(at + 1) && tokens.Class(at + 2) == CalendarClass.Month) return Month(tokens, at + 2);
        if (!tokens.Is(at + 1, "of")) return null;
        if (tokens.Class(at + 2) == CalendarClass.The
            && tokens.Is(at + 3, "day")
            && tokens.Class(at - 1) == CalendarClass.The
            && tokens.Is(at, "start"))
        {
            return new Match(new TheDay(), at + 4);
        }

        if (tokens.Class(at + 2) == CalendarClass.The
            && tokens[at + 3] is { Class: CalendarClass.Unit, Unit: CalendarUnit.Week or CalendarUnit.Month or CalendarUnit.Year or CalendarUnit.Decade or CalendarUnit.Century } unit
            && !tokens.Is(at + 4, "of"))
            return YearMatcher.Digits(tokens, at + 4) is { } number ? number : new Match(new PeriodOf(unit.Unit, Shift.None), at + 4);
        return DayOrPeriod(tokens, at + 2) is { Expression: not (DayPartOf or ClockTime) } found ? found : YearMatcher.Reference(tokens, at + 2);
    }

    private static Match? DayOrPeriod(CalendarTokens tokens, int at) =>
        Match.Longest(
            ClockMatcher.DayWithTime(tokens, at), DayMatcher.Day(tokens, at),
            Period(tokens, at), ClockMatcher.Part(tokens, at), YearMatcher.Digits(tokens, at));

    // "January-June 2024", and "the October-December quarter", which is the fourth
    private static Match Months(CalendarTokens tokens, int first, int last, int at)
    {
        var named = tokens.IsAny(at, ["quarter", "period"]);
        var (year, end) = DayMatcher.YearBehind(tokens, named ? at + 1 : at);
        return named && first % 3 == 1 && last == first + 2
            ? new Match(new QuarterOf(last / 3, year), end)
            : new Match(new MonthSpan(first, last, year), end);
    }

    // "mid-July", "mid-2025", "mid-1990s", "second-quarter", "year-end", "January-June"
    private static Match? Compound(CalendarTokens tokens, int at)
    {
        var word = tokens.Word(at);
        var hyphen = word.IndexOfAny('-', '‑');
        var left = word[..hyphen];
        var right = word[(hyphen + 1)..];
        if (left.Equals("mid", StringComparison.OrdinalIgnoreCase)
            || left.Equals("early", StringComparison.OrdinalIgnoreCase)
            || left.Equals("late", StringComparison.OrdinalIgnoreCase)
            || left.Equals("end", StringComparison.OrdinalIgnoreCase))
        {
            return Hyphenated(tokens, at, right);
        }

        if (right.Equals("end", StringComparison.OrdinalIgnoreCase)
            && CalendarWord.Of(left) is { Class: CalendarClass.Unit, Unit: CalendarUnit.Year or CalendarUnit.Month } unit)
        {
            return new Match(new PeriodOf(unit.Unit, Shift.None), at + 1);
        }

        var last = right.StartsWith("to-", StringComparison.OrdinalIgnoreCase) ? right[3..] : right;
        var (first, second) = (CalendarWord.Of(left), CalendarWord.Of(last));
        if (first.Class == CalendarClass.Month && second.Class == CalendarClass.Month)
        {
            return Months(tokens, first.Value, second.Value, at + 1);
        }

        var ordinal = first.Class == CalendarClass.Ordinal ? first.Value : left.Equals("second", StringComparison.OrdinalIgnoreCase) ? 2 : 0;
        if (ordinal is >= 1 and <= 4 && second is { Class: CalendarClass.Unit, Unit: CalendarUnit.Quarter })
            return Behind(tokens, at + 1, year => new QuarterOf(ordinal, year));

        return ordinal is 1 or 2 && second.Class == CalendarClass.Half ? Behind(tokens, at + 1, year => new HalfOf(ordinal, year)) : null;
    }

    private static Match? Hyphenated(CalendarTokens tokens, int at, ReadOnlySpan<char> right)
    {
        if (CalendarWord.Of(right) is { Class: CalendarClass.Month } month)
        {
            var (year, end) = DayMatcher.YearBehind(tokens, at + 1);
            return new Match(new MonthOf(month.Value, year), end);
        }

        if (Digits.Whole(right) is >= 1000 and < 2200 and var number) return new Match(new YearNumber(number), at + 1);
        return right.Length == 5 && right[4] == 's' && Digits.Whole(right[..4]) is >= 1000 and < 2200 and var decade
            ? new Match(new DecadeOf(decade), at + 1)
            : null;
    }

    // "Q3 2024", "H1", "1H 2024"
    private static Match? Coded(CalendarTokens tokens, int at)
    {
        var word = tokens.Word(at);
        if (word.Length != 2 || !char.IsAsciiDigit(word[1]) || word[0] is not ('Q' or 'H')) return null;
        var number = word[1] - '0';
        if (number < 1 || number > (word[0] == 'Q' ? 4 : 2)) return null;
        return word[0] == 'Q'
            ? Behind(tokens, at + 1, year => new QuarterOf(number, year))
            : Behind(tokens, at + 1, year => new HalfOf(number, year)) is { Expression: HalfOf { Year: not null } } half
            ? half
            : null;
    }
}
