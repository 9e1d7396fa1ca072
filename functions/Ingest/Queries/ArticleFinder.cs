using Ingest.Queries.Paging;
using Ingest.Storage;
using Ingest.Storage.Listings;
using Ingest.Storage.Record;
using Ingest.Storage.Rows;

namespace Ingest.Queries;

/// <summary>Finds articles.</summary>
internal sealed class ArticleFinder(MentionFinder mentions)
{
    private static readonly TableListing Everything = TableListing.Timeline(StorageNames.HeadlinesTable);

    /// <summary>A page of the articles asked for.</summary>
    public async Task<Page<Headline>> FindAsync(ArticleFilter filter, bool oldestFirst, Cursor? cursor, int top, ReadBudget budget, CancellationToken cancellation)
    {
        var open = filter.Cluster is { } cluster
            ? await mentions.OpenClusterAsync(cluster, c => c.Headlines, h => Places.Of(h.Article), _ => 0, budget, cancellation)
            : mentions.Open<Headline>([.. Listings(filter)], Everything);
        return await mentions.ByPublicationAsync(open, filter.Matches, _ => 0, filter.From, filter.Until, oldestFirst, cursor, top, budget, cancellation);
    }

    private static IEnumerable<TableListing> Listings(ArticleFilter filter)
    {
        foreach (var stem in filter.Words?.Stems ?? []) yield return TableListing.Posting(PostingField.HeadlineWord, stem);
        if (filter.Source is { } source) yield return TableListing.Posting(PostingField.HeadlineSource, source);
    }
}
