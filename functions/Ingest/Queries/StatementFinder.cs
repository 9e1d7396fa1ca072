using Ingest.Queries.Paging;
using Ingest.Storage;
using Ingest.Storage.Listings;
using Ingest.Storage.Record;
using Ingest.Storage.Rows;

namespace Ingest.Queries;

/// <summary>Finds statements: chooses what to read, reads it, and leaves out what was not asked for.</summary>
internal sealed class StatementFinder(RowReader reader, MentionFinder mentions, Vocabulary vocabulary)
{
    // More listings narrow nothing down that the first ones have not; the rest is compared in what was read.
    private const int MostListings = 6;

    // A beginning that more words have is so frequent that reading all statements finds it soon.
    private const int MostWordsOfBeginning = 100;
    private const int MostStemsOfBeginning = 8;

    private static readonly TableListing Everything = TableListing.Timeline(StorageNames.StatementsTable);

    /// <summary>A page of the statements asked for.</summary>
    public async Task<Page<StatementRecord>> FindAsync(StatementFilter filter, bool oldestFirst, Cursor? cursor, int top, ReadBudget budget, CancellationToken cancellation) =>
        await mentions.ByPublicationAsync(
            await OpenAsync(filter, budget, cancellation), filter.Matches, OrderOf, filter.From, filter.Until, oldestFirst, cursor, top, budget, cancellation);

    /// <summary>One statement, or null. One transaction.</summary>
    public async Task<StatementRecord?> FindAsync(string id, CancellationToken cancellation) =>
        MentionIds.ClusterOf(id) is { } cluster
            ? (await ClusterState.ReadAsync(reader, cluster, cancellation)).Mentions.Statements.FirstOrDefault(s => s.Id == id)
            : null;

    /// <summary>How the statements asked for can be read with the fewest others between them.</summary>
    public async Task<Func<string, string, IRowSource<StatementRecord>>> OpenAsync(StatementFilter filter, ReadBudget budget, CancellationToken cancellation)
    {
        if (filter.Cluster is { } cluster)
            return await mentions.OpenClusterAsync(cluster, c => c.Statements, s => Places.Of(s.Article), OrderOf, budget, cancellation);
        var listings = Listings(filter).Take(MostListings).ToList();
        if (listings.Count == 0 && filter.Words?.Beginnings is [var beginning, ..] && budget.TrySpend()
            && await vocabulary.StemsAsync(beginning, MostWordsOfBeginning, cancellation) is { Count: <= MostStemsOfBeginning } stems)
            return mentions.OpenAny<StatementRecord>([.. stems.Select(stem => TableListing.Posting(PostingField.Word, stem))]);
        return mentions.Open<StatementRecord>(listings, Everything);
    }

    private static int OrderOf(StatementRecord statement) => statement.Start;

    private static IEnumerable<TableListing> Listings(StatementFilter filter)
    {
        if (filter.Official is { } official) yield return TableListing.Posting(PostingField.Speaker, official.Key);
        if (filter.Organisation is { } organisation) yield return TableListing.Posting(PostingField.Organisation, organisation);
        // Longer words are the rarer ones.
        foreach (var stem in (filter.Words?.Stems ?? []).Concat(filter.Title?.Split('-') ?? []).Distinct(StringComparer.Ordinal).OrderByDescending(s => s.Length).ThenBy(s => s, StringComparer.Ordinal))
            yield return TableListing.Posting(PostingField.Word, stem);
        if (filter.Source is { } source) yield return TableListing.Posting(PostingField.Source, source);
    }
}
