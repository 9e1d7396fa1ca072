using Ingest.Extraction.Language;

namespace Ingest.Extraction.Figures;

/// <summary>A figure on its way: what was read, before it is known what it counts.</summary>
/// <param name="Quantity">The number with its unit.</param>
/// <param name="Span">Its place in the text.</param>
/// <param name="Sentence">The index of its sentence.</param>
/// <param name="Bound">How it bounds the truth.</param>
/// <param name="Unit">The unit's or counted thing's singular name; null while unknown, "-" where there is none.</param>
/// <param name="Phrase">The noun phrase that is counted or measured, or null.</param>
/// <param name="IsAge">Whether it is somebody's age.</param>
internal readonly record struct Draft(
    Quantity Quantity,
    TextSpan Span,
    int Sentence,
    Bound Bound,
    string? Unit = null,
    NounPhrase? Phrase = null,
    bool IsAge = false)
{
    /// <summary>Whether it counts things.</summary>
    public bool Counts => Quantity.Unit is null && !IsAge && Unit is not (null or "-");

    public bool IsPart => Quantity.Form is NumberForm.Fraction or NumberForm.Share;
}
