using System.Collections.Immutable;
using Ingest.Extraction.Language;

namespace Ingest.Extraction.Officials;

/// <summary>Finds the people whom an article gives an office.</summary>
internal sealed class OfficialExtractor
{
    public ImmutableArray<Official> Extract(TokenisedText text) => [];
}
