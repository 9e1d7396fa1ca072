using Ingest.Extraction.Language;

namespace Ingest.Extraction.Figures;

/// <summary>Reads a number with its currency, percent or measure, and joins two of them to a range.</summary>
internal static class QuantityReader
{
    private static readonly WordSet BeforeOne = WordSet.Named("Extraction/Figures/Data/word-sets.txt", "before-one-measure");
    private static readonly WordSet Spread = WordSet.Named("Extraction/Figures/Data/word-sets.txt", "spread");
    private static readonly WordSet SpreadThings = WordSet.Named("Extraction/Figures/Data/word-sets.txt", "spread-things");
    private static readonly WordSet Millions = WordSet.Named("Extraction/Figures/Data/word-sets.txt", "counted-in-millions");

    /// <summary>
    /// The quantity or range that starts at the token, within <paramref name="limit"/>; null where none does.
    /// "between 10 and 15" starts at its "between".
    /// </summary>
    public static Quantity? Read(TokenisedText text, int at, int limit)
    {
        if (text.Is(at, "between"))
        {
            return Single(text, at + 1, limit) is { } low
                && text.Is(low.End, "and")
                && Single(text, low.End + 1, limit) is { } high
                && Joins(low, high)
                ? Join(at, low, high)
                : null;
        }

        if (OneMeasure(text, at, limit) is { } one) return one;
        if (Single(text, at, limit) is not { } first) return null;
        return Behind(text, first, limit) is { } second ? Join(at, first, second) : first;
    }

    // "about a kilometre", "up to a foot": one of a measure, where its bound says that it measures and is no rate.
    private static Quantity? OneMeasure(TokenisedText text, int at, int limit)
    {
        if (at == 0 || !text.IsAny(at, "a", "an") || !(BeforeOne.Holds(text, at - 1) || (text.Is(at - 1, "to") && text.Is(at - 2, "up")))) return null;
        return Units.Find(text, at + 1, limit) is { Unit: { Kind: UnitKind.Measure, Name: not "point" } } found ? new Quantity(at, found.End, 1, 1, NumberForm.Words, 1, found.Unit, at + 1) : null;
    }

    private static Quantity? Single(TokenisedText text, int at, int limit)
    {
        if (at >= limit) return null;
        Unit? before = null;
        var start = at;
        if (text.Tokens[at].Kind != TokenKind.Number
            && !char.IsLower(text[at][0])
            && Units.Find(text, at, limit) is { Unit.StandsBefore: true } sign
            && sign.End < limit
            && !(text.Is(at, "A") && text.SpaceBefore(at + 1)))
        {
            (before, start) = (sign.Unit, sign.End);

            // "P61" is money, the "S&P 500" is not.
            if (sign.Unit.Kind == UnitKind.Prefix && text.SpaceBefore(start)) return null;
            if (text.Tokens[start].Kind != TokenKind.Number && !text.Is(start, ".")) return null;
        }

        var negative = before is null && IsMinus(text, at, limit);
        if (negative) start = at + 1;
        if (!negative && before is null && !NumberReader.MayStart(text, start)) return null;
        if (NumberReader.Read(text, start, before is not null || IsCountedInMillions(text, start, limit)) is not { } number || number.End > limit || !double.IsFinite(number.High)) return null;
        if (negative) number = number with { Low = -number.Low, High = -number.High };

        var (unit, end) = Unit(text, number, limit, before);
        return new Quantity(at, end, number.Low, number.High, number.Form, number.Scale, unit, number.End);
    }

    // "1.5m people", "0.6m tonnes": no metres.
    private static bool IsCountedInMillions(TokenisedText text, int at, int limit) =>
        at + 2 < limit && text.Is(at + 1, "m") && !text.SpaceBefore(at + 1) && (Millions.Contains(text[at + 2]) || Units.Find(text, at + 2, limit) is { Unit.Kind: UnitKind.Measure });

    // The unit behind the number, which may repeat the sign before it ("$23 billion dollars", "$99 USD").
    private static (Unit? Unit, int End) Unit(TokenisedText text, NumberReading number, int limit, Unit? before)
    {
        if (number.Form == NumberForm.Fraction && text.Tokens[number.End - 1].Kind == TokenKind.Word && before is null)
            return HalfMeasure(text, number, limit);

        var at = number.End;
        if (number.Form == NumberForm.Vague && text.Is(at, "of")) at++;
        var hyphen = at < limit && text.Is(at, "-") && !text.SpaceBefore(at);
        if (hyphen) at++;
        if (at >= limit
            || (Units.Find(text, at, limit) ?? Units.Hyphenated(text, at)) is not { } found
            || found.Unit.Kind == UnitKind.Prefix
            || IsSignOfNext(text, found.Unit, found.End, limit))
        {
            return (before, number.End);
        }

        if (before is not null)
            return found.Unit.Name == before.Name || found.Unit.Currency == before.Currency ? (before, found.End) : (before, number.End);

        return IsWord(text, at, found.End, number) ? (found.Unit, found.End) : (null, number.End);
    }

    // "the one-day pass is $37, the three-day one $62", "$1-$2 million": the sign is the next number's.
    private static bool IsSignOfNext(TokenisedText text, Unit unit, int end, int limit) =>
        unit.StandsBefore && end < limit && text.Tokens[end].Kind == TokenKind.Number && !text.SpaceBefore(end);

    // "half a kilometre", "a quarter of an hour" are measures; "half of the yuan" is not.
    private static (Unit? Unit, int End) HalfMeasure(TokenisedText text, NumberReading number, int limit)
    {
        var at = number.End;
        if (text.Is(at, "of")) at++;
        if (!text.Is(at, "a") && !text.Is(at, "an")) return (null, number.End);
        return Units.Find(text, at + 1, limit) is { Unit.Kind: UnitKind.Measure or UnitKind.Time or UnitKind.Percent } found
            ? (found.Unit, found.End)
            : (null, number.End);
    }

    // Letters that are units only behind digits ("5 t", "40 l"), and words that are units only where they are no other word.
    private static bool IsWord(TokenisedText text, int at, int end, NumberReading number)
    {
        if (end == at + 1 && text.Tokens[at].Length == 1 && char.IsLetter(text[at][0]))
            return number.Form == NumberForm.Digits
                && (text[at][0] is 's' ? text[number.End - 1].Contains('.') && !text.SpaceBefore(at) : !text.SpaceBefore(at) || text[at][0] is 'm' or 't' or 'g' or 'C');

        if (text.Is(at, "point") && end == at + 1) return text.Is(at - 1, "-") || (number.Low == 1 && !text.Is(number.End - 1, "one"));
        return true;
    }

    private static bool IsMinus(TokenisedText text, int at, int limit)
    {
        if (at + 1 >= limit) return false;
        // "plus or minus 3 points" is a width.
        if (text.Is(at, "minus")) return !text.Is(at - 1, "or") && NumberReader.MayStart(text, at + 1);
        if (text.Tokens[at + 1].Kind != TokenKind.Number) return false;
        return (text.Is(at, "-") || text.Is(at, "−")) && !text.SpaceBefore(at + 1) && (text.SpaceBefore(at) || (at > 0 && text.Is(at - 1, "(")));
    }

    // "to 15", "-15", "–1,500", "or 70" behind a first quantity.
    private static Quantity? Behind(TokenisedText text, Quantity first, int limit)
    {
        var at = first.End;

        // "12- to 17-year-olds"
        if (at + 1 < limit && text.Is(at, "-") && !text.SpaceBefore(at) && text.SpaceBefore(at + 1) && text.IsAny(at + 1, "to", "or")) at++;
        if (at + 1 >= limit) return null;
        var dash = text.Is(at, "-") || text.Is(at, "–") || text.Is(at, "—");
        if (!dash && !text.Is(at, "to") && !text.Is(at, "or")) return null;
        if (dash && (text.SpaceBefore(at) || text.SpaceBefore(at + 1))) return null;
        var fromTo = text.Is(first.First - 1, "from") && !dash && !IsSpread(text, first.First - 2);

        // "rose by 3,000 riel to 92,000 riel": by how much, and to what.
        if (text.Is(at, "to")
            && first.Unit is not null
            && first.First > 0
            && (text.Is(first.First - 1, "by") || MovementReader.IsMovement(text[first.First - 1])))
        {
            return null;
        }

        if (Single(text, at + 1, limit) is not { } second) return null;
        if (dash) second = Completed(text, first, second);
        if (!Joins(first, second)) return null;

        // "from 5 to 7 per cent to 3 to 5 per cent": from a range to another.
        if (fromTo && !(text.Is(second.End, "to") && Single(text, second.End + 1, limit) is { } third && text.Is(third.End, "to"))) return null;
        if (text.Is(at, "or") && second.Low > 3 * Math.Max(first.Low, 1)) return null;
        return second;
    }

    // "ranging from", "fines from": a range, where "rose from … to …" and "raised fines from … to …" are two figures.
    private static bool IsSpread(TokenisedText text, int at)
    {
        if (Spread.Holds(text, at)) return true;
        if (!SpreadThings.Holds(text, at)) return false;
        for (var t = at - 1; t >= Math.Max(0, at - 6); t--)
            if (MovementReader.IsMovement(text[t])) return false;
        return true;
    }

    private static bool Joins(Quantity first, Quantity second)
    {
        if (first.Form is NumberForm.Vague or NumberForm.Share || second.Form is NumberForm.Vague or NumberForm.Share) return false;
        if (first.Form == NumberForm.Fraction != (second.Form == NumberForm.Fraction)) return false;
        if (first.Unit is { } unit && second.Unit is { } other && unit.Name != other.Name) return false;

        // "rose $5 to 20 schools": a sum does not range to a count; "$10 to 15 million" does.
        if (first.Unit is { IsMoney: false } && second.Unit is null) return false;
        return Scaled(first, second).High < second.High;
    }

    // "151.63-64 yen": the second number leaves out what it shares with the first.
    private static Quantity Completed(TokenisedText text, Quantity first, Quantity second)
    {
        if (first is not { Form: NumberForm.Digits, Scale: 1, Unit: null } || second is not { Form: NumberForm.Digits, Scale: 1 }) return second;
        var decimals = text[first.NumberEnd - 1].Length - text[first.NumberEnd - 1].IndexOf('.') - 1;
        if (decimals is not 2 || decimals == text[first.NumberEnd - 1].Length || text[second.NumberEnd - 1].Length != decimals) return second;
        var completed = Digits.Tidy(Math.Floor(first.Low) + (second.Low / 100));
        return completed > first.Low ? second with { Low = completed, High = completed } : second;
    }

    private static Quantity Join(int at, Quantity first, Quantity second)
    {
        var low = Scaled(first, second).Low;
        return second with { First = at, Low = low, Unit = second.Unit ?? first.Unit };
    }

    // "10 to $15 billion": the scale and unit are the first one's too.
    private static Quantity Scaled(Quantity first, Quantity second)
    {
        if (first.Scale != 1 || second.Scale <= 1 || first.High >= 1000) return first;
        var scaled = first with { Low = Digits.Tidy(first.Low * second.Scale), High = Digits.Tidy(first.High * second.Scale) };
        return scaled.High < second.Low ? scaled : first;
    }
}
