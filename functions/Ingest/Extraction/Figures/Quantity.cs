using Ingest.Extraction.Language;

namespace Ingest.Extraction.Figures;

/// <summary>A number with the unit that is written with it, or a range of two.</summary>
/// <param name="First">Its first token.</param>
/// <param name="End">The token after its last.</param>
/// <param name="Low">The value, or the lower end.</param>
/// <param name="High">The upper end, else <paramref name="Low"/>.</param>
/// <param name="Form">How the number is written.</param>
/// <param name="Scale">The product of its scale words.</param>
/// <param name="Unit">The unit written with it, or null.</param>
/// <param name="NumberEnd">The token after the number itself.</param>
internal readonly record struct Quantity(int First, int End, double Low, double High, NumberForm Form, double Scale, Unit? Unit, int NumberEnd)
{
    public bool IsRange => Low != High && Form != NumberForm.Vague;

    /// <summary>Whether it is written in plain digits without a unit: what years, models and scores look like too.</summary>
    public bool IsBare => Form == NumberForm.Digits && Unit is null && Scale == 1;
}
