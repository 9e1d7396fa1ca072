using System.Collections.Immutable;

namespace Ingest.Storage.Record;

/// <summary>
/// What all articles of a cluster of syndicated copies yielded together: each mention once, under the original or else the article that
/// published it first, with every other place that carries it; and what editors corrected in it.
/// </summary>
internal sealed record RecordedCluster(
    ImmutableArray<StatementRecord> Statements,
    ImmutableArray<FigureRecord> Figures,
    ImmutableArray<DateRecord> Dates,
    ImmutableArray<Sighting> Officials,
    ImmutableArray<Headline> Headlines,
    ImmutableArray<Correction> Corrections)
{
    /// <summary>What no article yields.</summary>
    public static RecordedCluster Empty { get; } = new([], [], [], [], [], []);

    /// <summary>Merges the articles, as corrected; their order does not matter.</summary>
    public static RecordedCluster Of(IEnumerable<RecordedArticle> articles, ImmutableArray<Correction> corrections)
    {
        var ordered = articles.Select(a => a.Corrected(corrections)).OrderBy(a => a.Head.Id != a.Head.Cluster).ThenBy(a => a.Head.ListedAt).ThenBy(a => a.Head.Id, StringComparer.Ordinal).ToList();
        return new RecordedCluster(
            Merge(ordered.SelectMany(a => a.Statements)),
            Merge(ordered.SelectMany(a => a.Figures)),
            Merge(ordered.SelectMany(a => a.Dates)),
            [.. ordered.SelectMany(a => a.Officials)],
            [.. ordered.Select(Headline.Of)],
            // A merge is told once, by the cluster of merges, which has no articles.
            ordered.Count == 0 ? corrections : corrections.RemoveAll(c => c.Kind == CorrectionKind.Merge));
    }

    // Grouping keeps the order, so the first of a group is the original, or the first published.
    private static ImmutableArray<TMention> Merge<TMention>(IEnumerable<TMention> mentions)
        where TMention : class, IMention<TMention> =>
    [
        .. mentions.GroupBy(m => m.Id, StringComparer.Ordinal).Select(copies => copies.First().At(
            [.. copies.Skip(1).Select(copy => new Place(copy.Article, copy.Start, copy.End))])),
    ];
}
