using Ingest.Extraction.Dates.Resolution;
using Ingest.Extraction.Language;

namespace Ingest.Extraction.Dates.Grammar;

/// <summary>Lengths of time, and the stretches and distances made of them.</summary>
internal static class LengthMatcher
{
    /// <summary>"six months", "two-hour", "half an hour", "two to three years", "many years", and "two years ago" and the like.</summary>
    public static Match? Length(CalendarTokens tokens, int at)
    {
        if (Plain(tokens, at) is not { Expression: Length length } found) return null;
        if (IsAge(tokens, found.End)) return null;
        return Away(tokens, length, found.End) ?? found;
    }

    /// <summary>"the past two years", "next three months", "the coming weeks", "recent years", "the first nine months of this year".</summary>
    public static Match? Stretch(CalendarTokens tokens, int at)
    {
        var definite = tokens.Class(at) == CalendarClass.The
            || tokens.Is(at, "these")
            || (tokens.Is(at, "this") && tokens[at + 1] is { Class: CalendarClass.Shift, Shift: Shift.Past or Shift.Coming });
        var word = definite ? at + 1 : at;
        if (definite
            && tokens.Is(at - 1, "over")
            && tokens[word] is { Class: CalendarClass.Units, Unit: >= CalendarUnit.Day }
            && ClauseEnd.At(tokens, word + 1))
        {
            return new Match(new Length(null, tokens[word].Unit), word + 1);
        }

        if (tokens.Is(word, "recent") && tokens[word + 1] is { Class: CalendarClass.Units, Unit: >= CalendarUnit.Day })
            return new Match(new VagueTime("PAST_REF"), word + 2);

        if (tokens.Class(word) == CalendarClass.Shift) return Shifted(tokens, word, definite);
        return tokens.Ordinal(word) is { } ordinal ? OfWhole(tokens, ordinal.Value, ordinal.End) : null;
    }

    /// <summary>The count and unit alone.</summary>
    public static Match? Plain(CalendarTokens tokens, int at)
    {
        if (tokens.Class(at) == CalendarClass.Compound) return Compound(tokens, at);
        if (tokens.Class(at) == CalendarClass.Half) return Half(tokens, at);
        if (tokens.Class(at) == CalendarClass.Units) return Uncounted(tokens, at);
        if (tokens.Class(at - 1) == CalendarClass.Shift
            && tokens.Number(at) is { } quarters
            && tokens[at + 1] is { Class: CalendarClass.Units, Unit: CalendarUnit.Quarter })
        {
            return new Match(new Length(quarters, CalendarUnit.Quarter), at + 2);
        }

        if (Count(tokens, at) is not { } counted) return null;
        var (count, end) = counted;
        if (count is not null && Range(tokens, end) is { } range) (count, end) = (null, range);
        var hyphen = tokens.IsDash(end) && tokens.Glued(end);
        if (hyphen) end++;
        while (tokens.Class(end) == CalendarClass.Sort || tokens.Is(end, "further")) end++;
        if (hyphen && tokens.Class(end) == CalendarClass.Compound && Lasting(tokens.Word(end)) is { } lasting)
            return new Match(new Length(count, lasting.Unit), end + 1);

        if (tokens[end] is not { Class: CalendarClass.Unit or CalendarClass.Units } unit
            || (unit.Unit == CalendarUnit.Second && tokens.Is(end, "second") && !hyphen && count == Math.Floor(count ?? 0)))
        {
            return null;
        }

        if (hyphen && tokens.Glued(end + 1) && tokens.IsDash(end + 1) && tokens.Is(end + 2, "old")) return null;
        if (unit is { Class: CalendarClass.Unit, Unit: CalendarUnit.Night } && !hyphen && count != 1) return null;
        if (unit.Unit == CalendarUnit.Quarter && tokens.Is(end + 1, "of")) return null;
        var length = new Length(count, unit.Unit);
        end++;
        if (!tokens.IsPossessive(end - 1) && AndMore(tokens, length, end) is { } more) return more;
        return new Match(length, end);
    }

    /// <summary>Whether what follows makes an age of the length: "old", "of age".</summary>
    private static bool IsAge(CalendarTokens tokens, int end) =>
        tokens.Is(end, "old") || (tokens.Is(end, "of") && tokens.Is(end + 1, "age")) || (tokens.IsDash(end) && tokens.Is(end + 1, "old"));

    private static Match? Away(CalendarTokens tokens, Length length, int end)
    {
        if (InTime(tokens, end) is { } time) return new Match(new Away(length.Count, length.Unit, DistanceFrom.Publication), time);
        if (tokens.IsPossessive(end - 1)) return null;
        if (tokens.Is(end, "ago")) return new Match(new Away(-length.Count, length.Unit, DistanceFrom.Publication), end + 1);
        if (tokens.Is(end, "from") && tokens.IsAny(end + 1, ["now", "today"]))
            return new Match(new Away(length.Count, length.Unit, DistanceFrom.Publication), end + 2);

        if (tokens.Is(end, "hence")) return new Match(new Away(length.Count, length.Unit, DistanceFrom.Publication), end + 1);
        if (tokens.Is(end, "ahead") && ClauseEnd.At(tokens, end + 1))
            return new Match(new Stretch(length.Count, length.Unit, 1, DistanceFrom.Publication), end + 1);

        var earlier = tokens.IsAny(end, ["earlier", "previously", "prior"]) || (tokens.Is(end, "before") && ClauseEnd.At(tokens, end + 1));
        var later = tokens.Is(end, "later") || (tokens.IsAny(end, ["after", "afterwards", "afterward"]) && ClauseEnd.At(tokens, end + 1));
        if (!earlier && !later || tokens.Is(end + 1, "than") || (tokens.Is(end + 1, "to") && tokens.Is(end, "prior"))) return null;
        return new Match(new Away(earlier ? -length.Count : length.Count, length.Unit, DistanceFrom.Told), end + 1);
    }

    // "its next two-day meeting", "the last 30-minute talk": the length is the noun's.
    private static bool IsHyphened(CalendarTokens tokens, int unit) =>
        tokens.Class(unit) == CalendarClass.Compound || (tokens.IsDash(unit - 1) && tokens.Class(unit) == CalendarClass.Unit);

    // "a week's time", "four years’ time": the token after "time"
    private static int? InTime(CalendarTokens tokens, int end)
    {
        var possessive = tokens.IsPossessive(end - 1) || (tokens.Glued(end) && tokens.Paragraph.Contains(end) && tokens.Text.Tokens[end].Kind == TokenKind.Quote);
        if (!possessive) return null;
        var time = tokens.IsPossessive(end - 1) ? end : end + 1;
        return tokens.Is(time, "time") ? time + 1 : null;
    }

    private static Match? Shifted(CalendarTokens tokens, int at, bool definite)
    {
        var shift = tokens[at].Shift;
        var sign = shift switch { Shift.Past or Shift.Last or Shift.Previous => -1, Shift.Next or Shift.Coming or Shift.Following => 1, _ => 0 };
        if (sign == 0) return null;
        var from = shift is Shift.Previous or Shift.Following ? DistanceFrom.Told : DistanceFrom.Publication;
        if (tokens.IsAny(at + 1, ["entire", "whole", "full"]) && definite) at++;
        var unit = tokens[at + 1];
        if (unit.Class == CalendarClass.Units)
            return shift is Shift.Coming or Shift.Next
                ? new Match(new VagueTime("FUTURE_REF"), at + 2)
                : shift == Shift.Past
                ? new Match(new Stretch(null, unit.Unit, -1, from), at + 2)
                : null;

        if (unit.Class == CalendarClass.Unit
            && shift == Shift.Last
            && tokens.Is(at + 2, "of")
            && unit.Unit >= CalendarUnit.Day
            && PartWhole(tokens, at + 2) is { } of)
        {
            return new Match(new PartOfWhole(1, unit.Unit, true, of.Expression), of.End);
        }

        if (unit.Class == CalendarClass.Unit)
            return definite && shift is Shift.Past or Shift.Coming
                && unit.Unit != CalendarUnit.Weekend
                || (definite && shift is Shift.Last or Shift.Next && unit.Unit is not (CalendarUnit.Day or CalendarUnit.Night or CalendarUnit.Quarter or CalendarUnit.Weekend))
                ? new Match(new Stretch(1, unit.Unit, sign, from), at + 2)
                : null;

        var some = tokens.Class(at + 1) == CalendarClass.Article ? at + 2 : at + 1;
        if (Plain(tokens, some) is not { Expression: Length length } found || IsHyphened(tokens, found.End - 1)) return null;
        if (shift == Shift.Last && length.Count is not null && tokens.Is(found.End, "of") && PartWhole(tokens, found.End) is { } whole)
            return new Match(new PartOfWhole((int)length.Count, length.Unit, true, whole.Expression), whole.End);

        return new Match(new Stretch(length.Count, length.Unit, sign, from), found.End);
    }

    // "first nine months of this year", "final week of March", "third week of October"
    private static Match? OfWhole(CalendarTokens tokens, int ordinal, int at)
    {
        if (ordinal is not (1 or -1))
        {
            return ordinal is >= 2 and <= 5 && tokens[at] is { Class: CalendarClass.Unit, Unit: CalendarUnit.Week } && PartWhole(tokens, at + 1) is { } month && tokens.Is(at + 1, "of")
                ? new Match(new PartOfWhole(1, CalendarUnit.Week, false, month.Expression, ordinal - 1), month.End)
                : null;
        }

        var single = tokens[at] is { Class: CalendarClass.Unit, Unit: >= CalendarUnit.Day and not CalendarUnit.Quarter };
        double? count = 1;
        var (unit, end) = (tokens[at].Unit, at + 1);
        if (!single)
        {
            if (Plain(tokens, at) is not { Expression: Length { Count: not null, Rest: null } length } found
                || length.Count != Math.Floor(length.Count.Value)
                || length.Count > 1000)
            {
                return null;
            }

            (count, unit, end) = (length.Count, length.Unit, found.End);
        }

        if (unit < CalendarUnit.Day) return null;
        if (PartWhole(tokens, end) is { } whole) return new Match(new PartOfWhole((int)count!, unit, ordinal < 0, whole.Expression), whole.End);
        return !single && unit == CalendarUnit.Month && ordinal > 0 && !tokens.Is(end, "of")
            ? new Match(new PartOfWhole((int)count!, unit, false, null), end)
            : null;
    }

    private static Match? PartWhole(CalendarTokens tokens, int at)
    {
        if (!tokens.IsAny(at, ["of", "in"])) return YearMatcher.Digits(tokens, at);
        if (YearMatcher.Reference(tokens, at + 1) is { } year) return year;
        if (tokens.Class(at + 1) == CalendarClass.The
            && tokens[at + 2] is { Class: CalendarClass.Unit, Unit: CalendarUnit.Month or CalendarUnit.Year or CalendarUnit.Decade or CalendarUnit.Century } unit)
        {
            return new Match(new PeriodOf(unit.Unit, Shift.None), at + 3);
        }

        return PeriodMatcher.Period(tokens, at + 1) is { Expression: MonthOf or PeriodOf or QuarterOf or HalfOf or DecadeOf or CenturyOf } period
            ? period
            : null;
    }

    // The count: digits, words, "a", "several", "a few"; null for the vague ones.
    private static (double? Count, int End)? Count(CalendarTokens tokens, int at)
    {
        var word = tokens[at];
        if (word.Class == CalendarClass.Some)
            return tokens.Is(at, "couple") || tokens.IsAny(at - 1, ["as", "so", "too", "how"]) ? null : (null, at + 1);

        if (word.Class == CalendarClass.Article)
        {
            if (tokens.Class(at + 1) == CalendarClass.Some) return (null, tokens.Is(at + 2, "of") ? at + 3 : at + 2);
            if (tokens[at + 1] is { Class: CalendarClass.Unit, Unit: not CalendarUnit.Quarter }) return (1, at + 1);
            if (tokens.IsAny(at + 1, ["full", "whole", "further"]) && tokens.Class(at + 2) == CalendarClass.Unit) return (1, at + 1);
        }

        if (word.Class is not (CalendarClass.Number or CalendarClass.Article)) return null;
        if (NumberReader.Read(tokens.Text, at) is not { } number || number.End > tokens.Paragraph.End) return null;
        if (number.Form is NumberForm.Share || (number.Form == NumberForm.Fraction && number.Low is not (.5 or .25 or .75))) return null;
        return number.Form == NumberForm.Vague ? (null, tokens.Is(number.End, "of") ? number.End + 1 : number.End) : (number.Low, number.End);
    }

    // "to three", "-15", "or four": the end of the range.
    private static int? Range(CalendarTokens tokens, int at)
    {
        if (!tokens.IsAny(at, ["to", "or"]) && !tokens.IsDash(at)) return null;
        return tokens.Class(at + 1) == CalendarClass.Number
            && NumberReader.Read(tokens.Text, at + 1) is { } number
            && number is { Form: NumberForm.Digits or NumberForm.Words }
            && number.End <= tokens.Paragraph.End
            ? number.End
            : null;
    }

    // "for years", "in decades", "within hours": as long as that, but nobody says how long.
    private static Match? Uncounted(CalendarTokens tokens, int at) =>
        tokens[at].Unit >= CalendarUnit.Minute
            && tokens.IsAny(at - 1, Around.BeforeUncounted)
            && (ClauseEnd.At(tokens, at + 1) || tokens.IsAny(at + 1, ["later", "ago", "earlier"]))
            ? new Match(new Length(null, tokens[at].Unit), at + 1)
            : null;

    // "half an hour", "half a year"
    private static Match? Half(CalendarTokens tokens, int at) =>
        tokens.Class(at + 1) == CalendarClass.Article && tokens[at + 2] is { Class: CalendarClass.Unit } unit
            ? new Match(new Length(.5, unit.Unit), at + 3)
            : null;

    // "a year and a half", "two years and three months"
    private static Match? AndMore(CalendarTokens tokens, Length length, int end)
    {
        if (!tokens.Is(end, "and")) return null;
        if (tokens.Is(end + 1, "a") && tokens.Is(end + 2, "half") && length.Count is { } count)
            return new Match(length with { Count = count + .5 }, end + 3);

        if (tokens.Class(end + 1) is not (CalendarClass.Number or CalendarClass.Article) || Count(tokens, end + 1) is not { Count: not null } rest)
            return null;

        return tokens[rest.End] is { Class: CalendarClass.Unit or CalendarClass.Units } unit
            && unit.Unit < length.Unit
            && tokens.Class(rest.End - 1) != CalendarClass.Article
            ? new Match(length with { Rest = new Length(rest.Count, unit.Unit) }, rest.End + 1)
            : null;
    }

    // "two-month", "year-long", "decades-long", "two-month-long"
    private static Match? Compound(CalendarTokens tokens, int at)
    {
        var word = tokens.Word(at);

        // "the 13th Five-Year Plan" is a name.
        if (tokens.IsCapitalised(at) && word.LastIndexOf('-') is var last and > 0 && last + 1 < word.Length && char.IsUpper(word[last + 1]))
            return null;

        if (Lasting(word) is { } lasting) return new Match(new Length(lasting.Class == CalendarClass.Unit ? 1 : null, lasting.Unit), at + 1);
        if (word.EndsWith("-long", StringComparison.OrdinalIgnoreCase)) word = word[..^"-long".Length];
        var hyphen = word.LastIndexOf('-');
        if (hyphen < 1 || CalendarWord.Of(word[(hyphen + 1)..]) is not { Class: CalendarClass.Unit } unit) return null;
        return Words(word[..hyphen]) is { } count ? new Match(new Length(count, unit.Unit), at + 1) : null;
    }

    // The unit of "year-long"; of "58-day-long" the part behind the number.
    private static CalendarWord? Lasting(ReadOnlySpan<char> word)
    {
        var hyphen = word.IndexOf('-');
        if (hyphen < 1 || !word[(hyphen + 1)..].Equals("long", StringComparison.OrdinalIgnoreCase)) return null;
        return CalendarWord.Of(word[..hyphen]) is { Class: CalendarClass.Unit or CalendarClass.Units } unit ? unit : null;
    }

    private static double? Words(ReadOnlySpan<char> words)
    {
        if (words.Equals("single", StringComparison.OrdinalIgnoreCase) || words.Equals("full", StringComparison.OrdinalIgnoreCase)) return 1;
        if (words.Equals("half", StringComparison.OrdinalIgnoreCase)) return .5;
        if (words.EndsWith("-and-a-half", StringComparison.OrdinalIgnoreCase)) return Words(words[..^"-and-a-half".Length]) + .5;
        if (CalendarWord.Of(words) is { Class: CalendarClass.Number, Value: > 0 } number) return number.Value;
        var hyphen = words.IndexOf('-');
        return hyphen > 0
            && CalendarWord.Of(words[..hyphen]) is { Class: CalendarClass.Number, Value: >= 20 } tens
            && CalendarWord.Of(words[(hyphen + 1)..]) is { Class: CalendarClass.Number, Value: > 0 and < 10 } ones
            ? tens.Value + ones.Value
            : null;
    }
}
