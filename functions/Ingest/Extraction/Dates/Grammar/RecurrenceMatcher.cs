using System.Globalization;
using Ingest.Extraction.Dates.Resolution;
using Ingest.Extraction.Language;

namespace Ingest.Extraction.Dates.Grammar;

/// <summary>Times that recur: "every Monday", "daily", "a month" as a rate, "three times a week", "on Sundays".</summary>
internal static class RecurrenceMatcher
{
    // What happens more often a minute or a day is a rate, and no time that recurs.
    private const int MostTimes = 100;

    /// <summary>Any recurring time.</summary>
    public static Match? Recurrence(CalendarTokens tokens, int at) => tokens.Class(at) switch
    {
        CalendarClass.Every => Every(tokens, at),
        CalendarClass.Frequency => Frequency(tokens, at),
        CalendarClass.Weekdays => Weekdays(tokens, at),
        CalendarClass.Weekday when tokens[at + 1] is { Class: CalendarClass.DayParts } or { Class: CalendarClass.Units, Unit: CalendarUnit.Night } =>
            new Match(new Recurrence($"XXXX-WXX-{tokens[at].Value}T{tokens[at + 1].DayPart}"), at + 2),
        CalendarClass.Article => Match.Longest(Rate(tokens, at), Times(tokens, at)),
        CalendarClass.Per => Period(tokens, at + 1) is { } unit && !IsSpeed(tokens, at, unit) ? Value(unit, 1, at + 2) : null,
        CalendarClass.Number => Match.Longest(Times(tokens, at), DayOfEvery(tokens, at)),
        CalendarClass.The => DayOfEvery(tokens, at + 1),
        CalendarClass.Units =>
            tokens.Is(at, "weekends") && tokens.IsAny(at - 1, ["on", "at", "most"]) ? new Match(new Recurrence("XXXX-WXX-WE"), at + 1) : null,
        _ => tokens.Is(at, "most") ? Most(tokens, at) : tokens.IsAny(at, ["once", "twice", "thrice", "several", "many"]) ? Times(tokens, at) : null,
    };

    private static Match? Every(CalendarTokens tokens, int at)
    {
        var next = at + 1;
        if (tokens.IsAny(next, ["single", "passing"])) next++;
        double? count = 1;
        if (tokens.Is(next, "other") || (tokens.Is(next, "second") && tokens.Class(next + 1) is CalendarClass.Unit or CalendarClass.Weekday))
            (count, next) = (2, next + 1);
        else if (tokens.Ordinal(next) is { Value: > 0 } ordinal) (count, next) = (ordinal.Value, ordinal.End);
        else if (tokens.Class(next) == CalendarClass.Some) (count, next) = (null, next + 1);
        else if (tokens.Class(next) == CalendarClass.Number
            && NumberReader.Read(tokens.Text, next) is { } number
            && number.End < tokens.Paragraph.End)
        {
            (count, next) = (number.Low, number.End);
        }

        var word = tokens[next];
        switch (word.Class)
        {
            case CalendarClass.Unit or CalendarClass.Units:
                return count is { } times ? Value(word.Unit, times, next + 1) : new Match(new Recurrence(null), next + 1);
            case CalendarClass.Weekday:
                var part = ClockMatcher.PartOfDay(tokens, next + 1);
                return new Match(new Recurrence($"XXXX-WXX-{word.Value}{(part is null ? "" : "T" + part)}"), part is null ? next + 1 : next + 2);
            case CalendarClass.Month:
                return new Match(new Recurrence($"XXXX-{word.Value:00}"), next + 1);
            case CalendarClass.DayPart:
                return new Match(new Recurrence($"XXXX-XX-XXT{word.DayPart}"), next + 1);
            case CalendarClass.Season:
                return new Match(new Recurrence($"XXXX-{word.Season}"), next + 1);
            default:
                return null;
        }
    }

    // "a Thai daily" and "China Daily" are papers.
    private static Match? Frequency(CalendarTokens tokens, int at)
    {
        if (tokens.IsCapitalised(at)
            && at > tokens.Paragraph.First
            && tokens.Class(at - 1) == CalendarClass.None
            && tokens.Text.Tokens[at - 1].Kind == TokenKind.Word)
        {
            return null;
        }

        if (tokens.IsCapitalised(at) && tokens.IsCapitalised(at + 1)) return null;
        if (tokens.Tagged[at].IsNoun
            && !tokens.Tagged[Math.Min(at + 1, tokens.Paragraph.End - 1)].IsNoun
            && at > tokens.Paragraph.First
            && tokens.Tagged[at - 1].Class is WordClass.Adjective or WordClass.Determiner or WordClass.ProperNoun)
        {
            return null;
        }

        return new Match(new Recurrence(tokens[at].Text), at + 1);
    }

    // "most Saturdays", "most days"
    private static Match? Most(CalendarTokens tokens, int at) => tokens[at + 1] switch
    {
        { Class: CalendarClass.Weekdays } => Weekdays(tokens, at + 1),
        { Class: CalendarClass.Units, Unit: CalendarUnit.Day or CalendarUnit.Night or CalendarUnit.Week or CalendarUnit.Month or CalendarUnit.Year } unit =>
            Value(unit.Unit, 1, at + 2),
        _ => null,
    };

    private static Match? Weekdays(CalendarTokens tokens, int at)
    {
        var part = ClockMatcher.PartOfDay(tokens, at + 1);
        return new Match(new Recurrence($"XXXX-WXX-{tokens[at].Value}{(part is null ? "" : "T" + part)}"), part is null ? at + 1 : at + 2);
    }

    // "a month" after what it is the rate of: a number, a sum, a share, a counted thing.
    private static Match? Rate(CalendarTokens tokens, int at)
    {
        if (tokens.Is(at, "the")
            || Period(tokens, at + 1) is not { } unit
            || unit is CalendarUnit.Weekend or CalendarUnit.Night
            || !tokens.Paragraph.Contains(at - 1)
            || IsSpeed(tokens, at, unit))
        {
            return null;
        }

        if (tokens.IsAny(at + 2, Around.AfterRate)
            && !(tokens.IsAny(at + 2, ["before", "after", "and", "from", "into"]) && (IsAmount(tokens, at - 1) || IsCounted(tokens, at - 1))))
        {
            return null;
        }

        return IsAmount(tokens, at - 1)
            || tokens.Tagged[at - 1] is { Tag: PennTag.NNS or PennTag.NN }
            || (unit != CalendarUnit.Quarter && IsEarned(tokens, at - 1))
            ? Value(unit, 1, at + 2)
            : null;
    }

    // "150 kilometres per hour" measures; it does not recur.
    private static bool IsSpeed(CalendarTokens tokens, int at, CalendarUnit unit) =>
        unit <= CalendarUnit.Hour && tokens.IsAny(at - 1, Around.MovingMeasures);

    private static bool IsAmount(CalendarTokens tokens, int at) =>
        tokens.Class(at) is CalendarClass.Number or CalendarClass.Units || tokens.IsMark(at, '%') || tokens.IsMark(at, ')') || tokens.IsMark(at, ']')
        || tokens.Tagged[at] is { Class: WordClass.Numeral or WordClass.Symbol } || tokens.IsAny(at, Around.Amounts);

    // "90 complaints", "30 more flights": a plural with its number before it
    private static bool IsCounted(CalendarTokens tokens, int at)
    {
        if (tokens.Tagged[at].Tag != PennTag.NNS) return false;
        for (var t = at - 1; t >= Math.Max(tokens.Paragraph.First, at - 4); t--)
        {
            if (tokens.Class(t) == CalendarClass.Number) return true;
            if (tokens.Tagged[t].Class is not (WordClass.Adjective or WordClass.Noun)) return false;
        }

        return false;
    }

    // "the ¥36,500 most members receive a year", "12 calls a day" whose noun was taken for a verb
    private static bool IsEarned(CalendarTokens tokens, int at)
    {
        if (tokens.Tagged[at].Class != WordClass.Verb || tokens.IsAny(at, Around.Lasting)) return false;
        for (var t = at - 1; t >= Math.Max(tokens.Paragraph.First, at - 6) && tokens.Text.SentenceOf(t) == tokens.Text.SentenceOf(at); t--)
            if (tokens.Class(t) == CalendarClass.Number && tokens.Class(t + 1) is not (CalendarClass.Unit or CalendarClass.Units)) return true;
        return false;
    }

    // "twice a month", "three times a week", "once every two years", "several times a day"
    private static Match? Times(CalendarTokens tokens, int at)
    {
        var next = at + 1;
        if (!tokens.IsAny(at, ["once", "twice", "thrice"]))
        {
            var number = tokens.IsAny(at, ["several", "many"])
                ? at + 1
                : NumberReader.Read(tokens.Text, at) is { High: < MostTimes } times
                ? times.End
                : at;
            if (number == at || !tokens.Is(number, "times")) return null;
            next = number + 1;
        }

        if (tokens.Class(next) == CalendarClass.Every) return Every(tokens, next) is { } every ? every : null;
        if (tokens.Class(next) == CalendarClass.Frequency) return new Match(new Recurrence(tokens[next].Text), next + 1);
        return tokens.Class(next) is CalendarClass.Article or CalendarClass.Per && Period(tokens, next + 1) is { } unit
            ? Value(unit, 1, next + 2)
            : null;
    }

    // "1st of every month"
    private static Match? DayOfEvery(CalendarTokens tokens, int at)
    {
        if (tokens.Ordinal(at) is not { Value: >= 1 and <= 31 } ordinal) return null;
        var of = tokens.Class(ordinal.End) == CalendarClass.Unit ? ordinal.End + 1 : ordinal.End;
        if (!tokens.Is(of, "of")
            || tokens.Class(of + 1) != CalendarClass.Every
            || tokens[of + 2] is not { Class: CalendarClass.Unit, Unit: CalendarUnit.Month or CalendarUnit.Year })
        {
            return null;
        }

        return tokens[of + 2].Unit == CalendarUnit.Month ? new Match(new Recurrence($"XXXX-XX-{ordinal.Value:00}"), of + 3) : null;
    }

    private static CalendarUnit? Period(CalendarTokens tokens, int at) =>
        tokens[at] is { Class: CalendarClass.Unit } unit && !(unit.Unit == CalendarUnit.Second && !tokens.Is(at, "second")) ? unit.Unit : null;

    private static Match Value(CalendarUnit unit, double count, int end) =>
        new(new Recurrence(string.Create(CultureInfo.InvariantCulture, $"P{unit.Duration(count)}")), end);
}
