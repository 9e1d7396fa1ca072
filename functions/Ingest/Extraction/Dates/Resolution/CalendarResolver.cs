using System.Globalization;
using Ingest.Extraction.Dates.Grammar;

namespace Ingest.Extraction.Dates.Resolution;

/// <summary>Resolves what was recognised: against the day of publication, what the text told of before, the tense, and the text's country.</summary>
internal sealed class CalendarResolver(ToldTimes told, TextCountry country)
{
    public Moment Resolve(CalendarExpression expression, Surroundings at) => expression switch
    {
        WeekdayOf or MonthOf or MonthDay or SeasonOf when at.IsHabit => Moment.Unresolved(DateType.Date),
        MonthDay monthDay => Day(monthDay, at),
        NumericDay day => Numeric(day, at),
        MonthOf month => Month(month, at),
        DaySpan days => Days(days, at),
        MonthSpan months => Months(months, at),
        YearNumber year => CalendarPeriod.Year(year.Year),
        YearSpan years =>
            Stretch(years.Last - years.First + 1, CalendarUnit.Year, CalendarPeriod.Year(years.First).From, CalendarPeriod.Year(years.Last).To),
        BikramSambatYear year => BikramSambat(year.Year),
        FiscalYear year => Fiscal(year, at),
        DecadeOf decade => CalendarPeriod.Decade(decade.FirstYear),
        CenturyOf century => CalendarPeriod.Century(century.Ordinal),
        WeekdayOf weekday => Weekday(weekday, at),
        DayFromNow day => Move(at.Speaking, CalendarUnit.Day, day.Days) is { } moved ? CalendarPeriod.Day(moved) : Moment.Unresolved(DateType.Date),
        PeriodOf period => Period(period, at),
        TheDay => (told.DayOfScene(at.Paragraph) ?? at.Published) is { } theDay ? CalendarPeriod.Day(theDay) : Moment.Unresolved(DateType.Date),
        SamePeriod same => Same(same, at),
        QuarterOf quarter => InYear(quarter.Year, at, year => CalendarPeriod.Quarter(year, quarter.Number)),
        HalfOf half => half.Number == 0 ? LastHalf(at) : InYear(half.Year, at, year => CalendarPeriod.Half(year, half.Number)),
        SeasonOf season => Season(season, at),
        NamedDayOf named => Named(named, at),
        DayPartOf part => OnDay(part.Day, $"T{part.Part}", at),
        ClockTime clock =>
            OnDay(clock.Day, string.Create(CultureInfo.InvariantCulture, $"T{clock.Hour:00}:{clock.Minute:00}{(clock.Utc ? "Z" : "")}"), at),
        Away away => Distance(away, at),
        Grammar.Stretch stretch => Stretched(stretch, at),
        PartOfWhole part => Part(part, at),
        Length length => new Moment(DateType.Duration, Duration(length), null, null, length.Unit),
        Recurrence recurrence => new Moment(DateType.Set, recurrence.Value, null, null, CalendarUnit.Day),
        VagueTime vague => new Moment(DateType.Date, vague.Value, null, null, CalendarUnit.Day),
        Unfixed unfixed => Moment.Unresolved(unfixed.Type),
        _ => Moment.Unresolved(DateType.Date),
    };

    // What the wrong side of the tense costs, in days: tenses are read from the nearest verb, which may belong to another, so that
    // "the harvest starts in November" of October stays the November to come. What no tense tells of is rather past.
    private const int AgainstTense = 200;
    private const int Never = 400;
    private const int Ahead = 120;

    private const int DaysOfNews = 7;

    private static DateOnly? Move(DateOnly? day, CalendarUnit unit, double count) => day is { } from ? CalendarPeriod.Move(from, unit, count) : null;

    private static Moment Stretch(double count, CalendarUnit unit, DateOnly? from, DateOnly? to) =>
        new(DateType.Duration, "P" + unit.Duration(count), from is null || to is null ? null : from, from is null || to is null ? null : to, unit);

    private static string? Duration(Length length)
    {
        if (length.Count is not { } count) return null;
        var value = "P" + length.Unit.Duration(count);
        if (length.Rest is not { Count: { } more } rest) return value;
        var second = rest.Unit.Duration(more);
        return value.Contains('T') && second[0] == 'T' ? value + second[1..] : value + second;
    }

    private Moment Day(MonthDay day, Surroundings at)
    {
        if (day.Month == 0)
        {
            var month = Resolve(day.Year!, at).From;
            return month is { } first && CalendarPeriod.DayOf(first.Year, first.Month, day.Day) is { } found
                ? CalendarPeriod.Day(found)
                : Moment.Unresolved(DateType.Date);
        }

        return InYear(day.Year, at, year => CalendarPeriod.DayOf(year, day.Month, day.Day) is { } found ? CalendarPeriod.Day(found) : null);
    }

    // The day stands first, unless the month first makes it a day of this very week.
    private static Moment Numeric(NumericDay day, Surroundings at)
    {
        if (CalendarPeriod.DayOf(day.Year, day.Second, day.First) is not { } dayFirst || CalendarPeriod.DayOf(day.Year, day.First, day.Second) is not { } monthFirst)
            return Moment.Unresolved(DateType.Date);

        return CalendarPeriod.Day(IsNear(monthFirst) && !IsNear(dayFirst) ? monthFirst : dayFirst);

        bool IsNear(DateOnly found) => at.Published is { } now && Math.Abs(found.DayNumber - now.DayNumber) <= DaysOfNews;
    }

    private Moment Month(MonthOf month, Surroundings at)
    {
        if (month.Shift == Shift.None) return InYear(month.Year, at, year => CalendarPeriod.Month(year, month.Month));
        if (at.Published is not { } now) return Moment.Unresolved(DateType.Date);
        return month.Shift switch
        {
            Shift.Last or Shift.Past => CalendarPeriod.Month(month.Month < now.Month ? now.Year : now.Year - 1, month.Month),
            Shift.Next or Shift.Coming => CalendarPeriod.Month(month.Month > now.Month ? now.Year : now.Year + 1, month.Month),
            _ => CalendarPeriod.Month(now.Year, month.Month),
        };
    }

    private Moment Days(DaySpan span, Surroundings at)
    {
        var from = Day(new MonthDay(span.Month, span.First, span.Year), at).From;
        return Stretch(span.Last - span.First + 1, CalendarUnit.Day, from, Move(from, CalendarUnit.Day, span.Last - span.First));
    }

    private Moment Months(MonthSpan span, Surroundings at)
    {
        var last = Month(new MonthOf(span.Last, span.Year), at);
        var months = ((span.Last - span.First + 12) % 12) + 1;
        return Stretch(months, CalendarUnit.Month, Move(last.From, CalendarUnit.Month, 1 - months), last.To);
    }

    // A day or period that comes every year: the named year's, else the one that the tense allows, else the nearest.
    private Moment InYear(CalendarExpression? named, Surroundings at, Func<int, Moment?> inYear)
    {
        if (named is not null)
            return Resolve(named, at).From is { } from
                ? Found(inYear(from.Year))
                : named is YearNumber year
                ? Found(inYear(year.Year))
                : Moment.Unresolved(DateType.Date);

        if (at.Published is not { } now) return Moment.Unresolved(DateType.Date);
        Moment? best = null;
        var bestDistance = int.MaxValue;
        for (var year = now.Year - 1; year <= now.Year + 1; year++)
        {
            if (inYear(year) is not { From: { } from, To: { } to } moment) continue;
            var ahead = from.DayNumber - now.DayNumber;
            var behind = now.DayNumber - to.DayNumber;
            var distance = Math.Max(0, Math.Max(ahead, behind));

            distance += at.Tense.Tense switch
            {
                Tense.Past when ahead > 0 => at.Tense.IsNear ? Never : AgainstTense,
                Tense.Future when behind > 0 => at.Tense.IsNear ? Never : AgainstTense,
                Tense.Unknown when ahead > 0 => Ahead,
                _ => 0,
            };
            if (distance < bestDistance || (distance == bestDistance && at.Tense.Tense is Tense.Future or Tense.Deadline))
                (best, bestDistance) = (moment, distance);
        }

        return Found(best);
    }

    private static Moment Found(Moment? moment) => moment ?? Moment.Unresolved(DateType.Date);

    private Moment LastHalf(Surroundings at) => at.Published is { } now
        ? now.Month > 6 ? CalendarPeriod.Half(now.Year, 1) : CalendarPeriod.Half(now.Year - 1, 2)
        : Moment.Unresolved(DateType.Date);

    private Moment Season(SeasonOf season, Surroundings at)
    {
        var code = season.Season.ToString();
        if (season.Shift == Shift.None) return InYear(season.Year, at, year => CalendarPeriod.Season(year, code));
        if (at.Published is not { } now) return Moment.Unresolved(DateType.Date);
        var current = CalendarPeriod.Season(code == "WI" && now.Month <= 2 ? now.Year - 1 : now.Year, code);
        if (season.Shift == Shift.This) return current;
        var year = current.From!.Value.Year;
        return season.Shift is Shift.Next or Shift.Coming
            ? CalendarPeriod.Season(current.From > now ? year : year + 1, code)
            : CalendarPeriod.Season(current.To < now ? year : year - 1, code);
    }

    private Moment Named(NamedDayOf named, Surroundings at)
    {
        var day = named.Names.FirstOrDefault(name => name.Country == country.Code)
            ?? named.Names.FirstOrDefault(name => name.Country == "*")
            ?? (named.Names.Count == 1 ? named.Names[0] : null);
        if (day is null) return Moment.Unresolved(DateType.Date);
        Moment? InYearOf(int year) => CalendarPeriodOf(day, named, year);
        return named.Year switch
        {
            PeriodOf { Unit: CalendarUnit.Year, Shift: Shift.Past } => InYear(null, at with { Tense = new TenseReading(Tense.Past, true) }, InYearOf),
            PeriodOf { Unit: CalendarUnit.Year, Shift: Shift.Coming } =>
                InYear(null, at with { Tense = new TenseReading(Tense.Future, true) }, InYearOf),
            _ => InYear(named.Year, at, InYearOf),
        };
    }

    private static Moment? CalendarPeriodOf(NamedDay day, NamedDayOf named, int year)
    {
        if (day.In(year) is not { } found) return null;
        if ((day.ByMonth || named.Holidays) && named.Days == 0) return CalendarPeriod.Month(found.Year, found.Month);
        return CalendarPeriod.Move(found, CalendarUnit.Day, named.Days) is { } moved ? CalendarPeriod.Day(moved) : null;
    }

    private Moment Weekday(WeekdayOf weekday, Surroundings at)
    {
        // "That was a Friday": only the day just told of can be meant.
        if (weekday.Shift == Shift.Same && weekday.Week is null && told.Day is { } last && ((int)last.DayOfWeek + 6) % 7 + 1 != weekday.Weekday)
            return Moment.Unresolved(DateType.Date);

        if (weekday.Week is { } week)
        {
            if (Resolve(week, at).From is not { } inWeek) return Moment.Unresolved(DateType.Date);
            return weekday.Weekday switch
            {
                WeekdayOf.WholeWeek => CalendarPeriod.Week(inWeek),
                WeekdayOf.Weekend => CalendarPeriod.Weekend(inWeek),
                _ =>
                    CalendarPeriod.Move(CalendarPeriod.MondayOf(inWeek), CalendarUnit.Day, weekday.Weekday - 1) is { } day ? CalendarPeriod.Day(day) : Moment.Unresolved(DateType.Date),
            };
        }

        var counted = weekday.Shift is Shift.Same or Shift.That or Shift.Previous or Shift.Following ? told.Day : at.Published;
        if (counted is not { } now) return Moment.Unresolved(DateType.Date);
        var back = ((((int)now.DayOfWeek + 6) % 7) + 1 - weekday.Weekday + 7) % 7;
        var ahead = (7 - back) % 7;
        var days = weekday.Shift switch
        {
            Shift.Last => back < 2 ? -back - 7 : -back,
            Shift.Past => back == 0 ? -7 : -back,
            Shift.Previous => back == 0 ? -7 : -back,
            Shift.This => weekday.Weekday - ((((int)now.DayOfWeek + 6) % 7) + 1),
            Shift.Next => weekday.Weekday - ((((int)now.DayOfWeek + 6) % 7) + 1) + 7,
            Shift.Coming or Shift.Following => ahead == 0 ? 7 : ahead,
            Shift.Same or Shift.That => -back,
            _ => at.Tense.Tense is Tense.Future or Tense.Deadline ? ahead : -back,
        };
        return CalendarPeriod.Move(now, CalendarUnit.Day, days) is { } found ? CalendarPeriod.Day(found) : Moment.Unresolved(DateType.Date);
    }

    private Moment Period(PeriodOf period, Surroundings at)
    {
        var ofTold = period.Shift is Shift.Same or Shift.That or Shift.Previous or Shift.Following
            || (period.Shift == Shift.None && told.LastSentence == at.Sentence && told.Last is { } last && last.From?.Year < at.Published?.Year && period.Unit is CalendarUnit.Year or CalendarUnit.Month && last.Grain <= period.Unit);
        if (period.Unit == CalendarUnit.Weekend && !ofTold) return Weekend(period.Shift, at);
        var anchor = !ofTold
            ? at.Published
            : period.Unit == CalendarUnit.Day
            ? told.Day
            : told.Last?.From ?? (period.Unit >= CalendarUnit.Week ? at.Published : null);
        var moved = period.Shift switch
        {
            Shift.Last or Shift.Past or Shift.Previous => Move(anchor, period.Unit, -1),
            Shift.Next or Shift.Coming or Shift.Following => Move(anchor, period.Unit, 1),
            _ => anchor,
        };
        return moved is { } day ? CalendarPeriod.Holding(period.Unit, day) : Moment.Unresolved(DateType.Date);
    }

    private Moment Same(SamePeriod same, Surroundings at)
    {
        var period = told.LastPeriod ?? (at.Published is { } now ? CalendarPeriod.Day(now) : Moment.Unresolved(DateType.Date));
        var years = same.Year is { } named ? (period.From?.Year ?? named.Year) - named.Year : same.Years;
        var (from, to) = (Move(period.From, CalendarUnit.Year, -years), Move(period.To, CalendarUnit.Year, -years));
        if (from is not { } start || (period.Type == DateType.Date && same.Unit < period.Grain)) return Moment.Unresolved(DateType.Date);
        if (same.Unit is { } unit) return CalendarPeriod.Holding(unit, start);
        if (period.Type == DateType.Duration) return period with { From = from, To = to };
        return CalendarPeriod.Holding(period.Grain == CalendarUnit.Weekend ? CalendarUnit.Week : period.Grain, start);
    }

    private static Moment Weekend(Shift shift, Surroundings at)
    {
        if (at.Published is not { } now) return Moment.Unresolved(DateType.Date);
        var isWeekend = now.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        var weeks = shift switch
        {
            Shift.Last or Shift.Past => -1,
            Shift.Next => 1,
            Shift.Coming => isWeekend ? 1 : 0,
            _ => isWeekend || at.Tense.Tense is Tense.Future or Tense.Deadline ? 0 : -1,
        };
        return CalendarPeriod.Move(now, CalendarUnit.Week, weeks) is { } day ? CalendarPeriod.Weekend(day) : Moment.Unresolved(DateType.Date);
    }

    private Moment OnDay(CalendarExpression? named, string time, Surroundings at)
    {
        var day = named is null
            ? at.IsHabit
            ? null
            : at.Day ?? told.DayOfScene(at.Paragraph)
            : Resolve(named, at) is { Grain: CalendarUnit.Day, From: { } from }
            ? from
            : null;
        return day is { } found
            ? new Moment(DateType.Time, CalendarPeriod.Iso(found) + time, found, found, CalendarUnit.Day)
            : Moment.Unresolved(DateType.Time);
    }

    private Moment Distance(Away away, Surroundings at)
    {
        if (away.Unit < CalendarUnit.Night) return Moment.Unresolved(DateType.Time);
        var anchor = away.From == DistanceFrom.Publication ? at.Speaking
            : away.Unit <= CalendarUnit.Day ? told.Day
            : told.Last?.From ?? (away.Count < 0 ? at.Published : null);
        if (away.Count is not { } count || Move(anchor, away.Unit, count) is not { } day) return Moment.Unresolved(DateType.Date);
        return CalendarPeriod.Holding(away.Unit >= CalendarUnit.Year ? CalendarUnit.Year : away.Unit == CalendarUnit.Quarter ? CalendarUnit.Month : away.Unit, day);
    }

    private Moment Stretched(Grammar.Stretch stretch, Surroundings at)
    {
        if (stretch.Count is not { } count) return Moment.Unresolved(DateType.Duration);
        var anchor = stretch.From == DistanceFrom.Publication ? at.Published : told.Day;
        var other = Move(anchor, stretch.Unit, count * stretch.Sign);
        return stretch.Sign < 0 ? Stretch(count, stretch.Unit, other, anchor) : Stretch(count, stretch.Unit, anchor, other);
    }

    private Moment Part(PartOfWhole part, Surroundings at)
    {
        var whole = part.Whole is null ? (at.Published is { } now ? CalendarPeriod.Year(now.Year) : default) : Resolve(part.Whole, at);
        DateOnly? from = part.Skipped > 0 ? Move(whole.From, part.Unit, part.Skipped) : whole.From, to = whole.To;
        if (part.FromEnd) from = to is { } end ? Move(Move(end, CalendarUnit.Day, 1), part.Unit, -part.Count) : null;
        else to = Move(Move(from, part.Unit, part.Count), CalendarUnit.Day, -1);
        if (part.Count == 1 && from is { } only && part.Unit is CalendarUnit.Day or CalendarUnit.Month or CalendarUnit.Year)
            return CalendarPeriod.Holding(part.Unit, only);

        return Stretch(part.Count, part.Unit, from, to);
    }

    private Moment Fiscal(FiscalYear fiscal, Surroundings at)
    {
        if (fiscal.Year is { } year) return year > 2050 ? Moment.Unresolved(DateType.Date) : FiscalYears.Named(year, fiscal.Second, country.Code);
        if (at.Published is not { } now) return Moment.Unresolved(DateType.Date);
        var moved = fiscal.Shift switch { Shift.Last or Shift.Past or Shift.Previous => -1, Shift.Next or Shift.Coming or Shift.Following => 1, _ => 0 };
        return fiscal.Shift == Shift.None
            ? Moment.Unresolved(DateType.Date)
            : FiscalYears.Holding(now, moved, country.Code) ?? Moment.Unresolved(DateType.Date);
    }

    // No TIMEX3 value names a year of another era, but its days are known where the Nepali New Years are.
    private static Moment BikramSambat(int year)
    {
        var newYears = NamedDays.Named("Nepali New Year");
        var (from, next) = (newYears?.In(year - 57), newYears?.In(year - 56));
        return from is null || next is null
            ? Moment.Unresolved(DateType.Date)
            : new Moment(DateType.Date, null, from, next.Value.AddDays(-1), CalendarUnit.Year);
    }
}
