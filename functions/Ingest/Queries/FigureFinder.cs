using Ingest.Queries.Paging;
using Ingest.Storage;
using Ingest.Storage.Listings;
using Ingest.Storage.Record;
using Ingest.Storage.Rows;

namespace Ingest.Queries;

/// <summary>Finds figures.</summary>
internal sealed class FigureFinder(MentionFinder mentions)
{
    private static readonly TableListing Everything = TableListing.Timeline(StorageNames.FiguresTable);

    /// <summary>A page of the figures asked for.</summary>
    public async Task<Page<FigureRecord>> FindAsync(FigureFilter filter, bool oldestFirst, Cursor? cursor, int top, ReadBudget budget, CancellationToken cancellation)
    {
        var open = filter.Cluster is { } cluster
            ? await mentions.OpenClusterAsync(cluster, c => c.Figures, f => Places.Of(f.Article), OrderOf, budget, cancellation)
            : mentions.Open<FigureRecord>([.. Listings(filter)], Everything);
        return await mentions.ByPublicationAsync(open, filter.Matches, OrderOf, filter.From, filter.Until, oldestFirst, cursor, top, budget, cancellation);
    }

    private static int OrderOf(FigureRecord figure) => figure.Start;

    private static IEnumerable<TableListing> Listings(FigureFilter filter)
    {
        if (filter.Series is { } series) yield return TableListing.Posting(PostingField.Series, series);
        if (filter.Official is { } official) yield return TableListing.Posting(PostingField.Cites, official.Key);
        foreach (var stem in filter.Counted?.Stems ?? []) yield return TableListing.Posting(PostingField.Counted, stem);
        if (filter.Source is { } source) yield return TableListing.Posting(PostingField.FigureSource, source);
        foreach (var word in WordAnalyser.Words(filter.Unit ?? "").Where(w => !w.IsStop)) yield return TableListing.Posting(PostingField.Counted, word.Stem);
    }
}
