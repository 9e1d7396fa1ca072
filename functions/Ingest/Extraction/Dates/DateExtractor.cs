using System.Collections.Immutable;
using Ingest.Extraction.Language;

namespace Ingest.Extraction.Dates;

/// <summary>Finds and resolves calendar expressions.</summary>
internal sealed class DateExtractor
{
    public ImmutableArray<DateMention> Extract(TokenisedText text, DateOnly? published) => [];
}
