using Ingest.Extraction.Officials;

namespace Ingest.Extraction.Statements.Speakers;

/// <summary>Who a content belongs to.</summary>
/// <param name="Speaker">As the statement says.</param>
/// <param name="Confidence">The probability, 0 to 1, that the full name is right.</param>
/// <param name="Person">Who of the cast it is, or null.</param>
internal sealed record Resolution(Speaker Speaker, double Confidence, Person? Person);
