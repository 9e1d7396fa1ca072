using System.Collections.Concurrent;
using Ingest.Storage.Rows;

namespace Ingest.Storage.Check;

/// <summary>Goes through what articles yielded: whether every row that is computed from it stands where it should, and says what it should.</summary>
internal sealed class ClusterCheck(ArticleStore articles, RecordWriter record, OfficialDirectory officials, RowReader reader, RowWriter writer, WorkQueues queues, TimeProvider time)
    : ICheckStage
{
    // About three hundred rows each.
    private const int ClustersAtOnce = 10;
    private const int ReadsAtOnce = 16;

    public string Name => "mentions";

    public async Task<Piece> CheckAsync(string after, CancellationToken cancellation)
    {
        // A partition holds few rows, but may hold more than fit: it is looked for by the next one's name.
        var rows = await reader.SomeAsync(StorageNames.MentionsTable, KeyRange.Behind(after), 5 * ClustersAtOnce, keysOnly: true, cancellation);
        var some = rows.Select(row => row.Partition).Distinct(StringComparer.Ordinal).Take(ClustersAtOnce).ToList();
        var (known, isWaiting) = (new HashSet<string>(StringComparer.Ordinal), await queues.AreWaitingAsync(StorageNames.ExtractMentionsQueue, cancellation));
        var (found, skipped) = (new List<Found>(), 0);
        foreach (var cluster in some)
        {
            if (await CheckAsync(cluster, known, isWaiting, cancellation) is { } disagreements) found.AddRange(disagreements);
            else skipped++;
        }

        return new Piece(found, some.Count, skipped, some.Count == 0 ? null : some[^1]);
    }

    /// <summary>What disagrees about one cluster; null where it is being recorded.</summary>
    /// <param name="cluster">Its partition.</param>
    /// <param name="known">Officials and words that are known to be there.</param>
    /// <param name="isWaiting">Whether articles wait to be recorded.</param>
    /// <param name="cancellation">Ends the checking.</param>
    private async Task<List<Found>?> CheckAsync(string cluster, HashSet<string> known, bool isWaiting, CancellationToken cancellation)
    {
        var clusters = new CheckedClusters(reader, time.GetUtcNow());
        if (await clusters.FindAsync(cluster, cancellation) is not { } state)
        {
            return [new Found(Row(cluster, MentionRows.State, DisagreementKind.Unreadable, "A row of this cluster cannot be read. Where it is not an article's, only a backup holds it."), null)];
        }

        if (clusters.IsBusy(state) || (!state.IsCommitted && isWaiting)) return null;
        var again = new Mend($"cluster {cluster}", token => record.RepeatAsync(cluster, token));
        if (!state.IsCommitted) return [new Found(Row(cluster, MentionRows.State, DisagreementKind.Unfinished, "The recording of this cluster ended half-way."), again)];
        var found = new List<Found>();
        if (state.Version is null) found.Add(new Found(Row(cluster, MentionRows.State, DisagreementKind.Missing, "The cluster has no guard."), again));
        found.AddRange((await WrongAsync(state, cancellation)).Select(what => new Found(what, again)));
        found.AddRange(await StrangersAsync(state, cancellation));
        found.AddRange(await UnknownOfficialsAsync(state, known, cancellation));
        found.AddRange(await UnknownWordsAsync(state, known, cancellation));
        if (found.Count == 0) return found;

        // Whoever has changed it meanwhile has written what was missing.
        var guard = await reader.FindAsync(StorageNames.MentionsTable, MentionRows.Partition(cluster), MentionRows.State, cancellation);
        return guard?.Version == state.Version ? found : null;
    }

    /// <summary>Rows that are missing, or say something else.</summary>
    private async Task<IEnumerable<Disagreement>> WrongAsync(ClusterState state, CancellationToken cancellation)
    {
        var wrong = new ConcurrentBag<Disagreement>();
        await Parallel.ForEachAsync(
            IndexRows.Of(state.Mentions),
            new ParallelOptions { MaxDegreeOfParallelism = ReadsAtOnce, CancellationToken = cancellation },
            async (row, token) =>
            {
                var read = await reader.FindAsync(row.Table, row.Partition, row.Key, token);
                if (read is null) wrong.Add(new Disagreement(DisagreementKind.Missing, row.Table, row.Partition, row.Key, $"The article {state.Cluster} calls for this row."));
                else if (!await HoldsAsync(read, row.Body!, token)) wrong.Add(new Disagreement(DisagreementKind.Different, row.Table, row.Partition, row.Key, $"The row says something else than the article {state.Cluster}."));
            });
        return wrong.OrderBy(what => what.Table, StringComparer.Ordinal).ThenBy(what => what.Partition, StringComparer.Ordinal).ThenBy(what => what.Row, StringComparer.Ordinal);
    }

    private async Task<bool> HoldsAsync(ReadRow row, RowBody body, CancellationToken cancellation)
    {
        try
        {
            return (await reader.BytesAsync(row, cancellation)).AsSpan().SequenceEqual(body.Bytes);
        }
        catch (Exception damaged) when (Damage.Is(damaged))
        {
            return false;
        }
    }

    /// <summary>Articles that are recorded here and belong elsewhere, or are none.</summary>
    private async Task<IEnumerable<Found>> StrangersAsync(ClusterState state, CancellationToken cancellation)
    {
        var strangers = new List<Found>();
        foreach (var id in state.Articles.Keys)
        {
            var head = await articles.FindHeadAsync(id, cancellation);
            // One that has moved, and waits to be recorded where it belongs, leaves by itself.
            if (head is not null && (head.ClusterId == state.Cluster || head.FormerClusters.Split(' ').Contains(state.Cluster))) continue;
            strangers.Add(new Found(
                Row(state.Cluster, MentionRows.Article(id), DisagreementKind.Stray, "There is no such article in this cluster."),
                new Mend($"stranger {state.Cluster} {id}", token => record.RemoveAsync(state.Cluster, id, token))));
        }

        return strangers;
    }

    private async Task<IEnumerable<Found>> UnknownOfficialsAsync(ClusterState state, HashSet<string> known, CancellationToken cancellation)
    {
        var unknown = new List<Found>();
        foreach (var id in state.Mentions.Officials.Select(seen => seen.OfficialId).Distinct(StringComparer.Ordinal).Where(id => known.Add("official " + id)))
        {
            var key = OfficialRows.Record(id);
            if (await reader.FindAsync(StorageNames.OfficialsTable, OfficialRows.Partition, key, cancellation) is not null) continue;
            var missing = new Disagreement(DisagreementKind.Missing, StorageNames.OfficialsTable, OfficialRows.Partition, key, $"The article {state.Cluster} names this official.");
            unknown.Add(new Found(missing, new Mend($"official {id}", token => officials.RefoldAsync(id, token))));
        }

        return unknown;
    }

    private async Task<IEnumerable<Found>> UnknownWordsAsync(ClusterState state, HashSet<string> known, CancellationToken cancellation)
    {
        var unknown = new List<Found>();
        foreach (var word in Vocabulary.Of(state.Mentions.Statements).Where(word => known.Add("word " + word.Surface)))
        {
            if (await reader.FindAsync(StorageNames.WordsTable, WordRows.Partition, word.Surface, cancellation) is not null) continue;
            var missing = new Disagreement(DisagreementKind.Missing, StorageNames.WordsTable, WordRows.Partition, word.Surface, $"A statement of {state.Cluster} holds this word.");
            unknown.Add(new Found(missing, new Mend($"word {word.Surface}", token => writer.WriteAsync([WordRows.Row(word)], token))));
        }

        return unknown;
    }

    private static Disagreement Row(string cluster, string key, DisagreementKind kind, string detail) => new(kind, StorageNames.MentionsTable, MentionRows.Partition(cluster), key, detail);
}
