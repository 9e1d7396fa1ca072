using Ingest.Extraction.Dates.Resolution;

namespace Ingest.Extraction.Dates.Grammar;

/// <summary>Days that have names: "Christmas", "last year's Songkran festival", "the eve of Chinese New Year".</summary>
internal static class NamedDayMatcher
{
    /// <summary>The name itself, with a "festival" and a year behind it.</summary>
    public static Match? Named(CalendarTokens tokens, int at, int days = 0)
    {
        if (!tokens.IsCapitalised(at) || NamedDays.Find(tokens.Text, at, tokens.Paragraph.End) is not { } name) return null;
        var end = name.End;
        var holidays = false;
        if (!tokens.IsPossessive(end - 1))
        {
            holidays = tokens.IsAny(end, Around.Festivals);
            if (holidays) end++;
            if (tokens.Is(end, "weekend"))
                return new Match(new WeekdayOf(WeekdayOf.Weekend, Shift.None, new NamedDayOf(name.Days, null, 0, false)), end + 1);
        }

        if (!holidays && IsModifier(tokens, at, end)) return null;
        var (year, behind) = tokens.IsPossessive(end - 1) ? (null, end) : DayMatcher.YearBehind(tokens, end, named: true);
        return new Match(new NamedDayOf(name.Days, year, days, holidays), behind);
    }

    // "Christmas lights": the name only describes what follows, and no word of time stands before it.
    private static bool IsModifier(CalendarTokens tokens, int at, int end) =>
        !tokens.IsPossessive(end - 1)
            && tokens.Paragraph.Contains(end)
            && tokens.Tagged[end] is { Tag: Language.PennTag.NN or Language.PennTag.NNS }
            && tokens.Class(end) == CalendarClass.None
        && tokens.Class(at - 1) is not (CalendarClass.The or CalendarClass.Shift) && !tokens.IsAny(at - 1, Around.BeforeNamedDay);

    /// <summary>"last year's Songkran festival", "this Christmas", "next Tết".</summary>
    public static Match? Shifted(CalendarTokens tokens, int at)
    {
        var shift = tokens[at].Shift;
        if (shift is not (Shift.Last or Shift.This or Shift.Next or Shift.Coming or Shift.Same or Shift.Previous)) return null;
        var year = tokens.IsPossessive(at + 1) && tokens.Word(at + 1).Equals("year", StringComparison.OrdinalIgnoreCase);
        if (Named(tokens, year ? at + 2 : at + 1) is not { Expression: NamedDayOf { Year: null } named } found) return null;
        return found with { Expression = named with { Year = new PeriodOf(CalendarUnit.Year, year || shift == Shift.This ? shift : shift is Shift.Last or Shift.Previous ? Shift.Past : Shift.Coming) } };
    }

    /// <summary>"eve of Chinese New Year".</summary>
    public static Match? Eve(CalendarTokens tokens, int at)
    {
        if (!tokens.Is(at, "eve") || !tokens.Is(at + 1, "of")) return null;
        return Named(tokens, tokens.Class(at + 2) == CalendarClass.The ? at + 3 : at + 2, days: -1);
    }
}
