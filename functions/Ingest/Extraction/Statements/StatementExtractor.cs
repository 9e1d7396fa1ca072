using System.Collections.Immutable;
using Ingest.Extraction.Language;

namespace Ingest.Extraction.Statements;

/// <summary>Finds what was said and who said it.</summary>
internal sealed class StatementExtractor
{
    public ImmutableArray<Statement> Extract(TokenisedText text) => [];
}
