using System.Collections.Immutable;
using Ingest.Extraction.Dates;
using Ingest.Extraction.Language;

namespace Ingest.Extraction.Figures;

/// <summary>Finds numbers that count or measure; calendar expressions are found before and masked, but for durations.</summary>
internal sealed class FigureExtractor
{
    public ImmutableArray<Figure> Extract(TaggedText tagged, ImmutableArray<DateMention> dates) => [];
}
