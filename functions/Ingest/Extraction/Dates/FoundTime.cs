using Ingest.Extraction.Dates.Grammar;
using Ingest.Extraction.Dates.Resolution;

namespace Ingest.Extraction.Dates;

/// <summary>A calendar expression in its place, on its way to a mention.</summary>
/// <param name="Span">Its words, without the possessive's mark.</param>
/// <param name="First">Its first token.</param>
/// <param name="End">The token after its last.</param>
/// <param name="Paragraph">The index of its paragraph.</param>
/// <param name="Expression">What was recognised.</param>
/// <param name="Reading">The tense that it stands in, and how near its verb is.</param>
/// <param name="Moment">What it resolves to.</param>
internal readonly record struct FoundTime(
    TextSpan Span,
    int First,
    int End,
    int Paragraph,
    CalendarExpression Expression,
    TenseReading Reading = default,
    Moment Moment = default)
{
    /// <summary>The tense alone.</summary>
    public Tense Tense => Reading.Tense;
}
