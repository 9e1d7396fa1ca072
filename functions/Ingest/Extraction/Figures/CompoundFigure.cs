using Ingest.Extraction.Language;

namespace Ingest.Extraction.Figures;

/// <summary>Numbers inside one hyphenated word: "two-term", "three-member", "six-year-old", "seven-metre".</summary>
internal static class CompoundFigure
{
    private static readonly WordSet Figurative = WordSet.Of("Extraction/Figures/Data/figurative-parts.txt");

    /// <summary>The figure in the word at the token, or null. What it counts is known at once.</summary>
    public static Draft? Of(TokenisedText text, int at)
    {
        if (text.Tokens[at].Kind != TokenKind.Word) return null;
        var word = text[at];
        var hyphen = word.IndexOf('-');
        if (hyphen < 2) return null;
        var rest = word[(hyphen + 1)..];
        if (PartOf(word[..hyphen]) is { } part)
            return Units.Measure(rest) is { } whole ? Measured(text, at, part, whole) : null;
        if (NumberReader.Cardinal(word[..hyphen]) is not { } value) return null;

        // "twenty-one-year-old": the number itself may be hyphenated.
        if (rest.IndexOf('-') is var second and > 0 && NumberReader.Cardinal(word[..(hyphen + 1 + second)]) is { } longer)
        {
            (value, hyphen) = (longer, hyphen + 1 + second);
            rest = rest[(second + 1)..];
        }
        else if (NumberReader.Cardinal(word) is not null) return null;

        var start = text.Tokens[at].Start;
        var noun = rest.IndexOf('-') is var third and > 0 ? rest[..third] : rest;
        if (rest.EndsWith("-old", StringComparison.OrdinalIgnoreCase) || rest.EndsWith("-olds", StringComparison.OrdinalIgnoreCase))
            return Units.Time(noun) is { } age
                ? new Draft(new Quantity(at, at + 1, value, value, NumberForm.Words, 1, age, at + 1), text.Tokens[at].Span, 0, Bound.Exact, age.Name, IsAge: true)
                : null;
        if (Units.Measure(noun) is { } unit) return Measured(text, at, value, unit);

        if (value < 2 || Figurative.Contains(noun) || noun.EndsWith("ed", StringComparison.OrdinalIgnoreCase) || !char.IsLower(noun[0])) return null;
        return new Draft(new Quantity(at, at + 1, value, value, NumberForm.Words, 1, null, at + 1), new TextSpan(start, start + hyphen), 0, Bound.Exact, Singular.Of(noun), new NounPhrase(at, at, at + 1));
    }

    private static Draft Measured(TokenisedText text, int at, double value, Unit unit) =>
        new(new Quantity(at, at + 1, value, value, NumberForm.Words, 1, unit, at + 1), text.Tokens[at].Span, 0, Bound.Exact, unit.Name);

    // "half-point", "quarter-mile"
    private static double? PartOf(ReadOnlySpan<char> word) =>
        word.Equals("half", StringComparison.OrdinalIgnoreCase) ? .5 : word.Equals("quarter", StringComparison.OrdinalIgnoreCase) ? .25 : null;
}
