using System.Collections.Immutable;
using Ingest.Articles;
using Ingest.Extraction;
using Ingest.Sources;
using Ingest.Storage.Record;
using Ingest.Storage.Rows;

namespace Ingest.Storage.Check;

/// <summary>
/// Goes through the articles: whether the words of each are there as they were stored, whether what they yield is recorded, and whether
/// every statement, figure and date stands in them word for word.
/// </summary>
internal sealed class ArticleCheck(
    ArticleStore articles, SourceCatalogue sources, MentionRecorder recorder, RowReader reader, RowWriter writer, WorkQueues queues, TimeProvider time)
    : ICheckStage
{
    private const int ArticlesAtOnce = 20;

    public string Name => "articles";

    public async Task<Piece> CheckAsync(string after, CancellationToken cancellation)
    {
        var some = await articles.AllAsync(after, cancellation).Take(ArticlesAtOnce).ToListAsync(cancellation);
        var clusters = new CheckedClusters(reader, time.GetUtcNow());
        var isWaiting = await queues.AreWaitingAsync(StorageNames.ExtractMentionsQueue, cancellation);
        var (found, skipped) = (new List<Found>(), 0);
        foreach (var (id, revision) in some)
        {
            if (await CheckAsync(id, revision, clusters, cancellation) is not { } article) skipped++;
            // What waits in the queue is on its way, and not yet wrong.
            else if (article.Count > 0 && isWaiting) skipped++;
            else found.AddRange(article);
        }

        return new Piece(found, some.Count, skipped, some.Count < ArticlesAtOnce ? null : some[^1].Id);
    }

    /// <summary>What disagrees about one article; null where it is being recorded.</summary>
    private async Task<IReadOnlyList<Found>?> CheckAsync(string id, int revision, CheckedClusters clusters, CancellationToken cancellation)
    {
        if (!await articles.HasWordsAsync(id, revision, cancellation))
        {
            var lost = new Disagreement(
                DisagreementKind.Unreadable, StorageNames.ArticlesTable, id, ArticleRevisionRow.KeyOf(revision), "The words that this revision names are lost. They can be read again from the page as it was fetched, where that is kept.");
            return [new Found(lost, new Mend($"words {id}", token => RestoreAsync(id, revision, token)))];
        }

        var article = (await articles.FindAsync(id, revision, cancellation))!;
        if (!MentionExtractor.Reads(article.Article.Language)) return [];
        var mend = new Mend($"article {id}", token => RecordAsync(article, token));
        if (await clusters.FindAsync(article.ClusterId, cancellation) is not { } state)
            return await IsReadableAsync(article, cancellation) ? [] : [new Found(Row(article, DisagreementKind.Unreadable, "What the article yielded cannot be read."), mend)];
        if (clusters.IsBusy(state)) return null;
        if (!state.Articles.TryGetValue(id, out var recorded)) return [new Found(Row(article, DisagreementKind.Missing, "The article is stored, and what it yields is not recorded."), mend)];
        if (recorded.Head.Revision != revision)
            return [new Found(Row(article, DisagreementKind.Different, $"Revision {recorded.Head.Revision} is recorded, and {revision} is the newest."), mend)];

        var found = Unfaithful(article, recorded.Corrected(state.Corrections.Values)).ToList();
        if (recorded.Rules == MentionExtractor.Version && !IsWhatItYields(article, recorded))
            found.Add(Row(article, DisagreementKind.Different, "What is recorded is not what the article yields."));
        return [.. found.Select(what => new Found(what, mend))];
    }

    private bool IsWhatItYields(StoredArticle article, RecordedArticle recorded)
    {
        var mentions = recorder.Read(article);
        // Which of two namesakes is meant was decided by what the record knew that day.
        var ids = recorded.Officials.Select(seen => seen.OfficialId).ToImmutableArray();
        return mentions.Officials.Select(official => official.Name).SequenceEqual(recorded.Officials.Select(seen => seen.Name))
            && RowBody.Pack(ArticleReader.Read(article, mentions, ids)).Bytes.AsSpan().SequenceEqual(RowBody.Pack(recorded).Bytes);
    }

    private static IEnumerable<Disagreement> Unfaithful(StoredArticle article, RecordedArticle recorded)
    {
        var text = article.Article.Text;
        var claims = recorded.Statements.SelectMany(s => s.Pieces.Select(piece => (s.Id, piece.Start, piece.End, piece.Text)).Append((s.Id, s.ContextStart, s.ContextStart + s.Context.Length, s.Context)))
            .Concat(recorded.Figures.Select(f => (f.Id, f.Start, f.End, f.Text)))
            .Concat(recorded.Dates.Select(d => (d.Id, d.Start, d.End, d.Text)));
        return claims.Where(claim => !Stands(claim.Item2, claim.Item3, claim.Item4)).Select(claim => claim.Item1).Distinct(StringComparer.Ordinal)
            .Select(id => Row(article, DisagreementKind.NotVerbatim, $"The words of {id} are not in the article where it says."));

        bool Stands(int start, int end, string words) => start >= 0 && end <= text.Length && start <= end && text.AsSpan(start, end - start).SequenceEqual(words);
    }

    private async Task<bool> IsReadableAsync(StoredArticle article, CancellationToken cancellation)
    {
        var row = await reader.FindAsync(StorageNames.MentionsTable, MentionRows.Partition(article.ClusterId), MentionRows.Article(article.Id), cancellation);
        try
        {
            if (row is not null) await reader.BodyAsync<RecordedArticle>(row, cancellation);
            return true;
        }
        catch (Exception damaged) when (Damage.Is(damaged))
        {
            return false;
        }
    }

    private async Task RecordAsync(StoredArticle article, CancellationToken cancellation)
    {
        var (partition, key) = (MentionRows.Partition(article.ClusterId), MentionRows.Article(article.Id));
        if (!await IsReadableAsync(article, cancellation) && await reader.FindAsync(StorageNames.MentionsTable, partition, key, cancellation) is { } row)
            await writer.TryWriteAsync([RowWrite.Delete(StorageNames.MentionsTable, partition, key) with { Only = row.Version }], cancellation);
        await recorder.RecordAsync(new ExtractMentionsMessage(article.Id, article.Revision), cancellation);
    }

    /// <summary>Reads a revision from its pages once more.</summary>
    private async Task RestoreAsync(string id, int revision, CancellationToken cancellation)
    {
        if (await articles.FindHeadAsync(id, cancellation) is not { } head) return;
        var source = await sources.FindAsync(head.SourceId, cancellation);
        if (ArticleRereader.Read(await articles.PagesAsync(id, revision, cancellation), new Uri(head.Url), source) is not { } read) return;
        await articles.RestoreAsync(id, revision, read, cancellation);
        await recorder.RecordAsync(new ExtractMentionsMessage(id, revision), cancellation);
    }

    private static Disagreement Row(StoredArticle article, DisagreementKind kind, string detail) =>
        new(kind, StorageNames.MentionsTable, MentionRows.Partition(article.ClusterId), MentionRows.Article(article.Id), detail);
}
