using Ingest.Storage.Rows;

namespace Ingest.Storage.Check;

/// <summary>Goes through a table by which mentions are found: whether every row, whose key ends in an article's place, is called for by that article.</summary>
internal sealed class IndexCheck(string table, ArticleStore articles, RowReader reader, RowWriter writer, TimeProvider time) : ICheckStage
{
    private const int RowsAtOnce = 200;

    public string Name => table;

    public async Task<Piece> CheckAsync(string after, CancellationToken cancellation)
    {
        var rows = await NextAsync(after, cancellation);
        var clusters = new CheckedClusters(reader, time.GetUtcNow());
        var heads = new Dictionary<string, ArticleHeadRow?>(StringComparer.Ordinal);
        var (found, skipped) = (new List<Found>(), 0);
        foreach (var row in rows)
        {
            switch (await BelongsAsync(row, clusters, heads, cancellation))
            {
                case null:
                    skipped++;
                    break;
                case false:
                    var stray = new Disagreement(DisagreementKind.Stray, table, row.Partition, row.Key, "No article calls for this row.");
                    found.Add(new Found(stray, new Mend($"{row.Partition} {row.Key}", token => RemoveAsync(row, token))));
                    break;
            }
        }

        return new Piece(found, rows.Count, skipped, rows.Count < RowsAtOnce ? null : $"{rows[^1].Partition}\n{rows[^1].Key}");
    }

    /// <summary>Whether an article calls for a row; null where that cannot be said for now.</summary>
    private async Task<bool?> BelongsAsync(ReadRow row, CheckedClusters clusters, Dictionary<string, ArticleHeadRow?> heads, CancellationToken cancellation)
    {
        if (Places.ArticleIn(row.Key) is not { } id) return false;
        if (!heads.TryGetValue(id, out var head)) heads[id] = head = await articles.FindHeadAsync(id, cancellation);
        if (head is null) return false;
        var isJudged = true;
        foreach (var cluster in head.FormerClusters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Prepend(head.ClusterId))
        {
            if (await clusters.FindAsync(cluster, cancellation) is not { } state || clusters.IsBusy(state)) isJudged = false;
            else if (clusters.AddressesOf(state).Contains((table, row.Partition, row.Key))) return true;
        }

        return isJudged ? false : null;
    }

    // Whoever puts the row back meanwhile gives it another version.
    private async Task RemoveAsync(ReadRow stray, CancellationToken cancellation)
    {
        if (await reader.FindAsync(table, stray.Partition, stray.Key, cancellation) is not { } row) return;
        if (await BelongsAsync(row, new CheckedClusters(reader, time.GetUtcNow()), [], cancellation) is false)
            await writer.TryWriteAsync([RowWrite.Delete(table, row.Partition, row.Key) with { Only = row.Version }], cancellation);
    }

    private async Task<IReadOnlyList<ReadRow>> NextAsync(string after, CancellationToken cancellation)
    {
        if (after.Split('\n') is not [var partition, var key]) return await reader.SomeAsync(table, KeyRange.Behind(""), RowsAtOnce, keysOnly: true, cancellation);
        var rest = await reader.SomeAsync(table, KeyRange.Behind(partition, key), RowsAtOnce, keysOnly: true, cancellation);
        return rest.Count == RowsAtOnce ? rest : [.. rest, .. await reader.SomeAsync(table, KeyRange.Behind(partition), RowsAtOnce - rest.Count, keysOnly: true, cancellation)];
    }
}
