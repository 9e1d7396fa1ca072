using System.Collections.Immutable;
using Ingest.Extraction.Dates;
using Ingest.Extraction.Figures;
using Ingest.Extraction.Officials;
using Ingest.Extraction.Statements;

namespace Ingest.Extraction;

/// <summary>Everything that was found in one article, each list in the order of the text.</summary>
public sealed record Mentions(
    ImmutableArray<Statement> Statements,
    ImmutableArray<Official> Officials,
    ImmutableArray<Figure> Figures,
    ImmutableArray<DateMention> Dates)
{
    /// <summary>What a text without mentions yields.</summary>
    public static Mentions None { get; } = new([], [], [], []);
}
