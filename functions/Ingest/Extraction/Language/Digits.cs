using System.Globalization;

namespace Ingest.Extraction.Language;

/// <summary>Numbers written in digits of any script, with thousands grouped by threes or in the Indian way.</summary>
internal static class Digits
{
    private const int LongestNumber = 40;

    /// <summary>
    /// The value of "1,200", "12,34,567", "2.5", "1.200.000" or "៥០០"; null where the marks group nothing ("11:30", "9.42.1", "3,4")
    /// or the number is too long to mean anything.
    /// </summary>
    public static double? Parse(ReadOnlySpan<char> digits)
    {
        if (digits.Length > LongestNumber) return null;
        var commas = digits.Count(',');
        var stops = digits.Count('.');
        if (digits.Contains(':') || (commas > 0 && !Grouped(digits, ',')) || (stops > 1 && !Grouped(digits, '.'))) return null;

        Span<char> plain = stackalloc char[LongestNumber];
        var length = 0;
        foreach (var c in digits)
        {
            if (c == ',' || (c == '.' && stops > 1)) continue;
            plain[length++] = c == '.' ? '.' : (char)('0' + (int)char.GetNumericValue(c));
        }

        return double.TryParse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    /// <summary>The value of one to four digits and nothing else; null for anything else.</summary>
    public static int? Whole(ReadOnlySpan<char> digits)
    {
        if (digits.Length is 0 or > 4) return null;
        var value = 0;
        foreach (var c in digits)
        {
            if (!char.IsDigit(c)) return null;
            value = (value * 10) + (int)char.GetNumericValue(c);
        }

        return value;
    }

    /// <summary>Rounds away what binary arithmetic adds: 297.6 million is 297600000, not 297600000.00000006.</summary>
    public static double Tidy(double value)
    {
        var size = Math.Abs(value);
        return size is > 0 and < 1e15 && value != Math.Floor(value)
            ? Math.Round(value, Math.Clamp(14 - (int)Math.Log10(Math.Max(size, 1)), 0, 14))
            : value;
    }

    // The first group has one to three digits, those between two or three, the last three (after the last comma a stop may part decimals).
    private static bool Grouped(ReadOnlySpan<char> digits, char mark)
    {
        if (mark == ',' && digits.IndexOf('.') is var stop and >= 0)
        {
            if (digits[stop..].Contains(',')) return false;
            digits = digits[..stop];
        }

        if (digits.IndexOf(mark) is < 1 or > 3) return false;
        while (digits.IndexOf(mark) is var at and >= 0)
        {
            digits = digits[(at + 1)..];
            var next = digits.IndexOf(mark);
            if (next < 0 ? digits.Length != 3 : next != 3 && (mark != ',' || next != 2)) return false;
        }

        return true;
    }
}
