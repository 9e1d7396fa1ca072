namespace Ingest.Extraction.Figures;

/// <summary>How the value bounds the truth.</summary>
public enum Bound
{
    /// <summary>"=": as it stands.</summary>
    Exact,

    /// <summary>"~": about, nearly, some.</summary>
    About,

    /// <summary>">": more than, over, at least.</summary>
    AtLeast,

    /// <summary>"&lt;": less than, up to, at most.</summary>
    AtMost,
}

/// <summary>What happened to the quantity.</summary>
public enum Movement
{
    /// <summary>Nothing is told.</summary>
    None,

    /// <summary>"rose by 5": the value is the difference.</summary>
    RoseBy,

    /// <summary>"fell by 5": the value is the difference.</summary>
    FellBy,

    /// <summary>"rose to 5": the value is where it came to.</summary>
    RoseTo,

    /// <summary>"fell to 5": the value is where it came to.</summary>
    FellTo,

    /// <summary>"from 5": the value is where it started.</summary>
    From,
}

/// <summary>A number that counts or measures, with what it counts.</summary>
/// <param name="Span">The number with currency, scale, percent or measuring unit; of things counted the number alone.</param>
/// <param name="Text">The span's words, verbatim.</param>
/// <param name="Low">The value with its scale applied, or the lower end of a range.</param>
/// <param name="High">The upper end of a range, else equal to <paramref name="Low"/>.</param>
/// <param name="Bound">Exact, about, at least or at most, by the figure's own words.</param>
/// <param name="Unit">A unit by its singular name ("percentage", "riel"), else the counted head noun in the singular, "-" where there is none.</param>
/// <param name="Currency">ISO 4217 code where the unit is money of a known currency, else null.</param>
/// <param name="Concept">What is counted or measured, as it stands in the text, or null.</param>
/// <param name="Movement">What happened to the quantity.</param>
/// <param name="Period">The date expression of its sentence that gives its period, or null.</param>
/// <param name="SeriesKey">Equal for figures of the same counted thing in the same unit and place; null where nothing is counted.</param>
public sealed record Figure(
    TextSpan Span,
    string Text,
    double Low,
    double High,
    Bound Bound,
    string Unit,
    string? Currency,
    string? Concept,
    Movement Movement,
    TextSpan? Period,
    string? SeriesKey)
{
    /// <summary>Whether it is a range.</summary>
    public bool IsRange => Low != High;
}
