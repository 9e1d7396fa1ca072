using System.Buffers;
using System.Globalization;
using Ingest.Extraction.Dates;
using Ingest.Extraction.Language;

namespace Ingest.Extraction.Figures;

/// <summary>A duration is a figure too: "six months" is 6 months, "a week" 1 week, "two to three years" a range of years.</summary>
internal static class DurationFigure
{
    private static readonly SearchValues<char> Decimal = SearchValues.Create("0123456789.");

    /// <summary>The figure that a calendar expression is, or null where it names a point or stretch of the calendar or has no number.</summary>
    public static Quantity? Of(TokenisedText text, DateMention mention)
    {
        if (mention.Type != DateType.Duration) return null;
        var first = text.TokenAt(mention.Span.Start);
        var end = text.TokenAt(mention.Span.End - 1) + 1;
        if (UnitIn(text, first, end) is not { } unit) return null;
        if (!StartsWithNumber(text, first)) return null;
        if (mention.Value is { } value)
            return Counted(value, unit) is { } count ? new Quantity(first, end, count, count, NumberForm.Words, 1, unit, end) : null;

        return QuantityReader.Read(text, first, end) is { IsRange: true } range && range.Unit == unit ? range : null;
    }

    private static bool StartsWithNumber(TokenisedText text, int first)
    {
        if (NumberReader.MayStart(text, first) || text.Is(first, "an")) return true;
        var hyphen = text[first].IndexOf('-');
        return hyphen > 0 && NumberReader.Cardinal(text[first][..hyphen]) is not null;
    }

    private static Unit? UnitIn(TokenisedText text, int first, int end)
    {
        for (var t = first; t < end; t++)
        {
            if (Units.Find(text, t, end) is { Unit.Kind: UnitKind.Time } found) return found.Unit;
            var word = text[t];
            while (word.IndexOf('-') is var hyphen and > 0)
            {
                word = word[(hyphen + 1)..];
                var part = word.IndexOf('-') is var next and > 0 ? word[..next] : word;
                if (Units.Time(part) is { } unit) return unit;
            }
        }

        return null;
    }

    // The number of the TIMEX3 value, in the unit that the text names: a decade is P10Y.
    private static double? Counted(string value, Unit unit)
    {
        var digits = value.AsSpan().TrimStart("PT");
        var length = digits.IndexOfAnyExcept(Decimal);
        if (length < 1 || !double.TryParse(digits[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count))
            return null;

        return unit.Name switch { "decade" => count / 10, "century" => count / 100, "fortnight" => count / 2, _ => count };
    }
}
