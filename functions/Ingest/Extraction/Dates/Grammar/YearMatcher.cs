using Ingest.Extraction.Language;

namespace Ingest.Extraction.Dates.Grammar;

/// <summary>Years, eras, fiscal years, decades and centuries.</summary>
internal static class YearMatcher
{
    /// <summary>Four digits that can be a year, whatever stands around them.</summary>
    public static Match? Digits(CalendarTokens tokens, int at)
    {
        if (!tokens.IsDigits(at) || tokens.Text.Tokens[at].Length != 4 || tokens.Number(at) is not (>= 1000 and < 2200 and var year)) return null;
        return new Match(new YearNumber(year), at + 1);
    }

    /// <summary>What another expression may name as its year: "2019", "last year", "the year", "that year", "the previous year", "fiscal 2024".</summary>
    public static Match? Reference(CalendarTokens tokens, int at)
    {
        if (Digits(tokens, at) is { } year) return Glue(tokens, year);
        var noun = tokens.Class(at) == CalendarClass.The ? at + 1 : at;
        if (tokens.Class(noun) == CalendarClass.Shift && IsYear(tokens, noun + 1))
            return new Match(new PeriodOf(Resolution.CalendarUnit.Year, tokens[noun].Shift), noun + 2);
        if (noun > at && IsYear(tokens, noun)) return new Match(new PeriodOf(Resolution.CalendarUnit.Year, Shift.None), noun + 1);
        return Fiscal(tokens, noun);
    }

    /// <summary>"2019" on its own, where what stands around it says that it is a year and no count, name or model.</summary>
    public static Match? Alone(CalendarTokens tokens, int at)
    {
        if (Digits(tokens, at) is not { } year) return null;
        if (Span(tokens, at) is { } span && (Introduced(tokens, at) || tokens.IsAny(at - 1, Around.BeforeYear))) return span;
        if (tokens.Glued(at + 1) && (tokens.IsMark(at + 1, '%') || tokens.Is(at + 1, "s") || tokens.IsDash(at + 1) || tokens.IsMark(at + 1, '/')))
            return null;

        return Introduced(tokens, at) && !Counts(tokens, at) ? year : null;
    }

    /// <summary>"BE 2561", "2561 BE", "2081 BS", "Bikram Sambat 2081".</summary>
    public static Match? Era(CalendarTokens tokens, int at)
    {
        if (tokens.IsDigits(at))
            return tokens.Number(at) is > 1000 and var year && EraOf(tokens, at + 1) is { } behind
                ? new Match(InEra(behind.Name, year), behind.End)
                : null;

        return EraOf(tokens, at) is { } era && tokens.IsDigits(era.End) && tokens.Number(era.End) is > 1000 and var number
            ? new Match(InEra(era.Name, number), era.End + 1)
            : null;
    }

    /// <summary>"fiscal 2024", "fiscal year 2077-78", "FY2024", "this fiscal year".</summary>
    public static Match? Fiscal(CalendarTokens tokens, int at)
    {
        var shift = Shift.None;
        var next = at;
        if (tokens.Class(next) == CalendarClass.Shift) shift = tokens[next++].Shift;
        if (tokens.IsAny(next, ["fiscal", "financial"]))
        {
            next++;
            var named = IsYear(tokens, next) || tokens.Is(next, "years");
            if (named) next++;
            if (shift == Shift.None) return tokens.IsDigits(next) || named ? FiscalNumber(tokens, next, named) : null;
            return named
                ? Digits(tokens, next) is { Expression: YearNumber number }
                ? Second(tokens, number.Year, next + 1)
                : new Match(new FiscalYear(null, null, shift), next)
                : null;
        }

        if (shift != Shift.None || tokens.Word(at).Length > 6 || !tokens.Word(at).StartsWith("FY", StringComparison.Ordinal)) return null;
        var digits = tokens.Word(at)[2..];
        if (digits.Length == 0) return FiscalNumber(tokens, at + 1, named: false);
        return Language.Digits.Whole(digits) is { } year ? Second(tokens, digits.Length == 2 ? 2000 + year : year, at + 1) : null;
    }

    /// <summary>"1990s" and, after an apostrophe or "the", "90s".</summary>
    public static Match? Decade(CalendarTokens tokens, int at)
    {
        if (!tokens.IsDigits(at) || !tokens.Glued(at + 1) || !tokens.Is(at + 1, "s") || tokens.Number(at) is not { } number || number % 10 != 0)
            return null;

        if (number is >= 1000 and < 2200) return new Match(new DecadeOf(number), at + 2);
        var apostrophe = at > 0 && tokens.Glued(at) && tokens.Text.Text[tokens.Text.Tokens[at].Start - 1] is '\'' or '’' or '‘';
        return number is >= 20 and < 100 && apostrophe ? new Match(new DecadeOf(1900 + number), at + 2) : null;
    }

    /// <summary>"19th century", "21st-century".</summary>
    public static Match? Century(CalendarTokens tokens, int at) =>
        tokens.Ordinal(at) is { Value: > 0 and < 100 } ordinal
            && (tokens.Is(ordinal.End, "century") || (tokens.IsDash(ordinal.End) && tokens.Is(++ordinal.End, "century")))
            ? new Match(new CenturyOf(ordinal.Value), ordinal.End + 1)
            : null;

    /// <summary>"2016-20", "2016–2020": neighbouring years or more, the later one behind.</summary>
    private static Match? Span(CalendarTokens tokens, int at)
    {
        if (tokens.Number(at) is not { } first
            || !tokens.Glued(at + 1)
            || !(tokens.IsDash(at + 1) || tokens.IsMark(at + 1, '/'))
            || !tokens.Glued(at + 2)
            || !tokens.IsDigits(at + 2))
        {
            return null;
        }

        if (tokens.Number(at + 2) is not { } last || tokens.Glued(at + 3) && tokens.IsDash(at + 3)) return null;
        if (last < 100) last += first / 100 * 100;
        return last > first && last - first <= 100 ? new Match(new YearSpan(first, last), at + 3) : null;
    }

    private static bool IsYear(CalendarTokens tokens, int at) =>
        tokens.Is(at, "year") || (tokens.IsPossessive(at) && tokens.Word(at).Equals("year", StringComparison.OrdinalIgnoreCase));

    private static Match? Glue(CalendarTokens tokens, Match year) =>
        tokens.Glued(year.End) && (tokens.Is(year.End, "s") || tokens.IsMark(year.End, '%')) ? null : year;

    private static Match? FiscalNumber(CalendarTokens tokens, int at, bool named)
    {
        if (Digits(tokens, at) is { Expression: YearNumber year }) return Second(tokens, year.Year, at + 1);
        return named ? new Match(new FiscalYear(null, null, Shift.None), at) : null;
    }

    private static Match Second(CalendarTokens tokens, int year, int end)
    {
        var parted = tokens.Glued(end) && (tokens.IsDash(end) || tokens.IsMark(end, '/')) && tokens.Glued(end + 1);
        return parted && tokens.Number(end + 1) is { } second
            ? new Match(new FiscalYear(year, second, Shift.None), end + 2)
            : new Match(new FiscalYear(year, null, Shift.None), end);
    }

    private static (string Name, int End)? EraOf(CalendarTokens tokens, int at)
    {
        if (tokens.IsAny(at, ["BE", "B.E.", "B.E"])) return tokens.IsCapitalised(at) ? ("BE", at + 1) : null;
        if (tokens.IsAny(at, ["BS", "B.S.", "B.S"])) return tokens.IsCapitalised(at) ? ("BS", at + 1) : null;
        if (tokens.IsAny(at, ["Bikram", "Vikram"]) && tokens.IsAny(at + 1, ["Sambat", "Samvat"])) return ("BS", at + 2);
        return null;
    }

    private static CalendarExpression InEra(string era, int year) => era == "BE" ? new YearNumber(year - 543) : new BikramSambatYear(year);

    // "in 2019", "the 2022 elections", "a 2023 survey", "(2016-20)", "2019's"; not "Vision 2030", "Act 2009", "the Act, 2009".
    private static bool Introduced(CalendarTokens tokens, int at)
    {
        var year = tokens.Number(at)!.Value;
        var before = at - 1;
        if (!tokens.Paragraph.Contains(before)) return year is >= 1900 and < 2100;
        if (tokens.Glued(at)
            && !tokens.IsMark(before, '(')
            && !tokens.IsMark(before, '—')
            && tokens.Text.Tokens[before].Kind != TokenKind.Quote
            && !tokens.IsMark(before, '['))
        {
            return false;
        }

        if (tokens.IsMark(before, ',')) return year is >= 1900 and < 2100 && !IsLaw(tokens, before - 1);
        if (tokens.Text.Tokens[before].Kind == TokenKind.Word
            && tokens.IsCapitalised(before)
            && before > tokens.Paragraph.First
            && tokens.Tagged[before].IsNoun)
            return tokens.Class(before) is not CalendarClass.None && year is >= 1900 and < 2100;
        return year is >= 1900 and < 2100 || tokens.IsAny(before, ["in", "since", "by"]) && (year > 2100 || !tokens.Is(before, "by"));
    }

    private static bool IsLaw(CalendarTokens tokens, int at) => at < tokens.Paragraph.First
        || !tokens.Paragraph.Contains(at)
        || tokens.IsMark(at, ')')
        || tokens.IsAny(at, Around.Laws);

    // "2000 workers", "2019 new cases": a plural follows and no preposition of time stands before.
    private static bool Counts(CalendarTokens tokens, int at)
    {
        if (tokens.IsAny(at - 1, Around.BeforeYear)) return false;
        for (var next = at + 1; next <= at + 2 && tokens.Paragraph.Contains(next); next++)
        {
            var tag = tokens.Tagged[next];
            if (tag.Tag == PennTag.NNS || NumberReader.MayStart(tokens.Text, next)) return true;
            if (tag.Class != WordClass.Adjective) return false;
        }

        return false;
    }
}
