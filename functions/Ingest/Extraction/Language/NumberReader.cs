using System.Collections.Frozen;
using System.Globalization;

namespace Ingest.Extraction.Language;

/// <summary>
/// Reads the number that starts at a token: digits, words, scales (lakh and crore among them), dozens, fractions, shares
/// ("one in four") and powers of ten in the plural. It reads what is written; whether that counts anything is for its callers.
/// </summary>
internal static class NumberReader
{
    private enum Kind : byte
    {
        None,
        Ones,
        Tens,
        Hundred,
        Scale,
        Short,
        Vague,
        Dozen,
        Half,
        Part,
        PartPlural,
    }

    private readonly record struct NumberWord(Kind Kind, double Value);

    private static readonly FrozenDictionary<string, NumberWord>.AlternateLookup<ReadOnlySpan<char>> Words = DataFile.Rows("Extraction/Data/number-words.txt")
        .ToFrozenDictionary(
            row => row[0],
            row => new NumberWord(Enum.Parse<Kind>(row[1], ignoreCase: true), double.Parse(row[2], CultureInfo.InvariantCulture)),
            StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a number may start at the token: a cheap test before <see cref="Read"/>.</summary>
    public static bool MayStart(TokenisedText text, int at)
    {
        var token = text.Tokens[at];
        if (token.Kind == TokenKind.Number) return true;
        if (token.Kind == TokenKind.Mark) return IsVulgar(text.Text[token.Start]) || (text.Text[token.Start] == '.' && IsPoint(text, at));
        if (token.Kind != TokenKind.Word) return false;
        return token.Length == 1 ? text.Text[token.Start] is 'a' or 'A' : Look(text, at).Kind is not (Kind.None or Kind.Short or Kind.Scale);
    }

    /// <summary>The value of a cardinal in one word, "two" or "twenty-one"; null for anything else.</summary>
    public static double? Cardinal(ReadOnlySpan<char> word) => Look(word) is { Kind: Kind.Ones or Kind.Tens } found ? found.Value : null;

    /// <summary>The number that starts at the token, or null. <paramref name="money"/>: whether "m" and "b" may stand for million and billion.</summary>
    public static NumberReading? Read(TokenisedText text, int at, bool money = false)
    {
        if ((uint)at >= (uint)text.Tokens.Length) return null;
        var read = text.Tokens[at].Kind switch
        {
            TokenKind.Number => ReadDigits(text, at, money),
            TokenKind.Word => ReadWords(text, at),
            TokenKind.Mark when text.Is(at, ".") => PointFirst(text, at, money),
            TokenKind.Mark when IsVulgar(text.Text[text.Tokens[at].Start]) =>
                new NumberReading(char.GetNumericValue(text.Text[text.Tokens[at].Start]), at + 1, NumberForm.Fraction),
            _ => null,
        };
        return read is { } number ? Share(text, at, number) ?? number : null;
    }

    private static NumberReading? ReadDigits(TokenisedText text, int at, bool money)
    {
        if (Digits.Parse(text[at]) is not { } value) return null;
        var next = at + 1;
        if (Slash(text, at, value) is { } fraction) return fraction;
        if (next < text.Tokens.Length
            && text.Tokens[next].Kind == TokenKind.Mark
            && !text.SpaceBefore(next)
            && IsVulgar(text.Text[text.Tokens[next].Start]))
            value += char.GetNumericValue(text.Text[text.Tokens[next++].Start]);
        else if (next < text.Tokens.Length
            && text.Tokens[next].Kind == TokenKind.Number
            && Digits.Whole(text[next]) is { } above
            && Slash(text, next, above) is { Low: < 1 } half)
            (value, next) = (value + half.Low, half.End);
        return Scaled(text, value, next, NumberForm.Digits, money);
    }

    // ".5": a full stop that touches its digits and nothing before it.
    private static bool IsPoint(TokenisedText text, int at) =>
        at + 1 < text.Tokens.Length
            && text.Tokens[at + 1].Kind == TokenKind.Number
            && !text.SpaceBefore(at + 1)
            && (text.SpaceBefore(at) || (at > 0 && char.GetUnicodeCategory(text[at - 1][0]) == UnicodeCategory.CurrencySymbol));

    private static NumberReading? PointFirst(TokenisedText text, int at, bool money) =>
        IsPoint(text, at) && text[at + 1].Length <= 9 && Digits.Parse(string.Concat("0.", text[at + 1])) is { } value
            ? Scaled(text, value, at + 2, NumberForm.Digits, money)
            : null;

    // "1/2": both sides small, the right one larger, neither part of a date ("7/8/07") or a range of two names.
    private static NumberReading? Slash(TokenisedText text, int at, double above)
    {
        if (at + 2 >= text.Tokens.Length || !text.Is(at + 1, "/") || text.SpaceBefore(at + 1) || text.SpaceBefore(at + 2)) return null;
        if (Digits.Whole(text[at + 2]) is not { } below || above < 1 || below <= above || below > 100) return null;
        return at + 3 < text.Tokens.Length && text.Is(at + 3, "/") ? null : new NumberReading(above / below, at + 3, NumberForm.Fraction);
    }

    private static NumberReading? ReadWords(TokenisedText text, int at)
    {
        var article = text[at].Length == 1 || text.Is(at, "an");
        if (article && text[at][0] is not ('a' or 'A')) return null;
        var first = article ? Look(text, at + 1) : Look(text, at);
        var next = article ? at + 2 : at + 1;
        switch (first.Kind)
        {
            case Kind.Ones or Kind.Tens when !article:
                return Cardinal(text, at);
            case Kind.Hundred or Kind.Scale when article:
                return AndAHalf(text, Cardinal(text, at + 1, 1));
            case Kind.Dozen when article:
                return Scaled(text, first.Value, next, NumberForm.Words, money: false);
            case Kind.Vague when !article:
                return Vague(text, first.Value, next);
            case Kind.Part when article && first.Value > 1:
                return OfAScale(text, new NumberReading(1 / first.Value, next, NumberForm.Fraction));
            case Kind.Half:
                return Half(text, next);
            case Kind.PartPlural or Kind.Part when !article && text[at].Contains('-'):
                return new NumberReading(first.Value, next, NumberForm.Fraction);
            default:
                return null;
        }
    }

    // "half", "half a million", "half-million", "half a dozen", "half an hour" (whose noun is not ours to read)
    private static NumberReading Half(TokenisedText text, int next)
    {
        var scale = Look(text, text.Is(next, "a") ? next + 1 : next);
        return scale.Kind is Kind.Scale or Kind.Dozen
            ? Scaled(text, scale.Value / 2, text.Is(next, "a") ? next + 2 : next + 1, NumberForm.Words, money: false)
            : new NumberReading(.5, next, NumberForm.Fraction);
    }

    // "a quarter of a million", "a quarter million"
    private static NumberReading OfAScale(TokenisedText text, NumberReading part)
    {
        var at = text.Is(part.End, "of") && text.Is(part.End + 1, "a") ? part.End + 2 : part.End;
        return Look(text, at) is { Kind: Kind.Scale, Value: >= 1000 } scale
            ? new NumberReading(Digits.Tidy(part.Low * scale.Value), at + 1, NumberForm.Words, scale.Value)
            : part;
    }

    // "tens of thousands", "hundreds of thousands of"
    private static NumberReading Vague(TokenisedText text, double value, int next)
    {
        while (text.Is(next, "of") && Look(text, next + 1) is { Kind: Kind.Vague } more && value < 1e15)
        {
            value *= more.Value;
            next += 2;
        }

        return new NumberReading(value, value * 10, next, NumberForm.Vague, value);
    }

    private static NumberReading? Cardinal(TokenisedText text, int at, double carried = 0)
    {
        double total = 0, current = carried, scaleOfAll = 1;
        var next = at;
        var room = 1000d;
        while (true)
        {
            var word = Look(text, next);
            if (text.Is(next, "and")
                && next > at
                && (current >= 100 || total > 0)
                && Look(text, next + 1).Kind is Kind.Ones or Kind.Tens
                && current % 100 == 0
                && room > 1)
            {
                next++;
                continue;
            }

            if (word.Kind == Kind.Tens && current % 100 == 0 && room >= 100) (current, room) = (current + word.Value, 10);
            else if (word.Kind == Kind.Ones && (word.Value < 10 ? current % 10 == 0 : current % 100 == 0) && room >= (word.Value < 10 ? 10 : 100))
                (current, room) = (current + word.Value, 1);
            else if (word.Kind == Kind.Hundred && current is > 0 and < 100) (current, room) = (current * 100, 1000);
            else if (word.Kind == Kind.Scale && current > 0 && total < 1e15)
                (total, current, room, scaleOfAll) = (total + (current * word.Value), 0, 1000, Math.Max(scaleOfAll, word.Value));
            else break;
            next++;
        }

        if (next == at) return null;
        var value = total + current;
        if (Fraction(text, value, next) is { } fraction) return fraction;
        if (Look(text, next) is { Kind: Kind.Dozen } dozen) return Scaled(text, value * dozen.Value, next + 1, NumberForm.Words, money: false);
        return AndAHalf(text, Scaled(text, value, next, NumberForm.Words, money: false, scaleOfAll));
    }

    // "two-thirds", "two thirds", "one fifth" after the numerator
    private static NumberReading? Fraction(TokenisedText text, double above, int next)
    {
        var below = Look(text, next);
        var whole = below.Kind == Kind.Half ? 2 : below.Value;
        var fits = below.Kind == Kind.PartPlural && above > 1 || below.Kind is Kind.Part or Kind.Half && above == 1;
        return fits && above < whole ? OfAScale(text, new NumberReading(above / whole, next + 1, NumberForm.Fraction)) : null;
    }

    // "two and a half", "two and a half million", "one and a quarter"
    private static NumberReading? AndAHalf(TokenisedText text, NumberReading? read)
    {
        if (read is not { } number || !text.Is(number.End, "and") || !text.Is(number.End + 1, "a")) return read;
        var part = Look(text, number.End + 2);
        if (part.Kind != Kind.Half && (part.Kind != Kind.Part || part.Value is not (3 or 4))) return read;
        return Scaled(text, number.Low + (number.Scale / part.Value), number.End + 3, number.Form, money: false);
    }

    private static NumberReading Scaled(TokenisedText text, double value, int next, NumberForm form, bool money, double scale = 1)
    {
        // "1.08 billion", "5 lakh crore", "20 crores", "85mil", "3bn", "2m" of money
        for (var steps = 0; steps < 3 && next < text.Tokens.Length && Math.Abs(value) < 1e18; steps++)
        {
            var hyphen = text.Is(next, "-") && !text.SpaceBefore(next) ? 1 : 0;
            var word = Look(text, next + hyphen);
            var multiplies = word.Kind switch
            {
                Kind.Scale or Kind.Hundred => true,
                Kind.Vague => word.Value >= 100_000,
                Kind.Short =>
                    form == NumberForm.Digits && steps == 0 && !text.SpaceBefore(next + hyphen) && (money || word.Value == 1000 || text[next + hyphen][0] == 'M'),
                Kind.Dozen => word.Value == 12 && value < 1000,
                _ => false,
            };
            if (!multiplies) break;
            value = Digits.Tidy(value * word.Value);
            scale *= word.Value;
            next += 1 + hyphen;
        }

        return new NumberReading(value, next, form, scale);
    }

    // "one in four", "seven in 10", "6.2 out of every 10", "nine out of 10"
    private static NumberReading? Share(TokenisedText text, int at, NumberReading above)
    {
        var next = above.End;
        if (above.Form is not (NumberForm.Digits or NumberForm.Words) || above is not { Scale: 1, Low: > 0 and < 100 and var part }) return null;
        var outOf = text.Is(next, "out") && text.Is(next + 1, "of");
        if (!outOf && !text.Is(next, "in")) return null;
        next += outOf ? 2 : 1;
        var every = text.Is(next, "every");
        if (every) next++;
        else if (above.Whole is null) return null;
        if (next >= text.Tokens.Length || text.SentenceOf(next) != text.SentenceOf(at)) return null;
        var below = text.Tokens[next].Kind == TokenKind.Number ? ReadDigits(text, next, money: false)
            : Look(text, next).Kind is Kind.Ones or Kind.Tens ? Cardinal(text, next)
            : null;
        if (below is not { Form: NumberForm.Digits or NumberForm.Words } of || of.Whole is not { } whole) return null;
        // "12 out of 25 districts" counts both; a share is of a round number.
        if (outOf && !every && whole is not (<= 10 or 20 or 100 or 1000)) return null;
        return part < whole && whole is <= 1000 or 10_000 or 100_000 ? new NumberReading(part / whole, of.End, NumberForm.Share) : null;
    }

    private static bool IsVulgar(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.OtherNumber && char.GetNumericValue(c) is > 0 and < 1;

    // Hyphenated compounds: "twenty-one" counts as ones (value 21), "two-thirds" as a fraction's own value, "half-million" as its scale.
    private static NumberWord Look(TokenisedText text, int at)
    {
        return (uint)at < (uint)text.Tokens.Length && text.Tokens[at].Kind == TokenKind.Word ? Look(text[at]) : default;
    }

    private static NumberWord Look(ReadOnlySpan<char> word)
    {
        if (word.Length is < 1 or > 24) return default;
        if (Words.TryGetValue(word, out var found)) return found;
        if (word.EndsWith("-odd", StringComparison.OrdinalIgnoreCase)) return Look(word[..^"-odd".Length]) is { Kind: Kind.Ones or Kind.Tens } about ? about : default;
        var hyphen = word.IndexOf('-');
        if (hyphen < 1 || !Words.TryGetValue(word[..hyphen], out var left) || !Words.TryGetValue(word[(hyphen + 1)..], out var right)) return default;
        return (left.Kind, right.Kind) switch
        {
            (Kind.Tens, Kind.Ones) when right.Value < 10 => new NumberWord(Kind.Ones, left.Value + right.Value),
            (Kind.Ones, Kind.PartPlural) when left.Value < right.Value => new NumberWord(Kind.PartPlural, left.Value / right.Value),
            (Kind.Ones, Kind.Part or Kind.Half) when left.Value == 1 => new NumberWord(Kind.Part, 1 / right.Value),
            (Kind.Half, Kind.Scale) => new NumberWord(Kind.Ones, right.Value / 2),
            _ => default,
        };
    }
}
