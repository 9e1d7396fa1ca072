namespace Ingest.Extraction.Language;

/// <summary>How a number is written.</summary>
internal enum NumberForm : byte
{
    /// <summary>In digits, perhaps with a scale word: "1,200", "2.5 million".</summary>
    Digits,

    /// <summary>In words: "twenty-one", "a dozen", "half a million".</summary>
    Words,

    /// <summary>A part of a whole: "half", "two-thirds", "1/2".</summary>
    Fraction,

    /// <summary>A share of so many: "one in four".</summary>
    Share,

    /// <summary>A power of ten in the plural, which stands for a range: "hundreds", "tens of thousands".</summary>
    Vague,
}

/// <summary>A number as it was read.</summary>
/// <param name="Low">The value, or the lower end of what a vague number may be.</param>
/// <param name="High">The upper end; equal to <paramref name="Low"/> unless the number is vague.</param>
/// <param name="End">The token after its last.</param>
/// <param name="Form">How it is written.</param>
/// <param name="Scale">The product of its scale words, 1 without one.</param>
internal readonly record struct NumberReading(double Low, double High, int End, NumberForm Form, double Scale = 1)
{
    public NumberReading(double value, int end, NumberForm form, double scale = 1)
        : this(value, value, end, form, scale)
    {
    }

    /// <summary>The same number times <paramref name="scale"/>: how "10" in "10 to 15 billion" gets its scale.</summary>
    public NumberReading Times(double scale) => this with { Low = Digits.Tidy(Low * scale), High = Digits.Tidy(High * scale), Scale = Scale * scale };

    /// <summary>The value as a small whole number, or null.</summary>
    public int? Whole => Low == High && Low is >= 0 and <= 100_000 && Low == Math.Floor(Low) ? (int)Low : null;
}
