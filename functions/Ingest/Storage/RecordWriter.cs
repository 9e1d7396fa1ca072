using Ingest.Extraction;
using Ingest.Storage.Record;
using Ingest.Storage.Rows;

namespace Ingest.Storage;

/// <summary>
/// Writes what an article yielded, and what editors corrected, into the record. The order of the writes makes every replay harmless, wherever an earlier run ended:
/// <list type="number">
/// <item>The truth: the article's mentions or the correction, the guard of its cluster, and what the cluster was before, in one transaction.</item>
/// <item>What is computed from it: index rows are put, those of what the cluster was are taken away, officials are folded.</item>
/// <item>The change, by which readers that follow the record learn of it.</item>
/// <item>The guard is released, and what the cluster was is forgotten.</item>
/// </list>
/// Until the last step whoever reads the truth knows all rows that any run may have put anywhere, so that none is left behind. The guard
/// keeps two hosts from recording articles of one cluster at once; the same change may be taken over at any time, since all its writers
/// write the same.
/// </summary>
internal sealed class RecordWriter(RowReader reader, RowWriter writer, OfficialDirectory officials, Vocabulary vocabulary, ChangeLog changes, OfficialMerges merges, TimeProvider time)
{
    // Each further attempt means that another host has recorded, or is recording, an article of the same cluster.
    private const int Attempts = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Whether any revision of an article is recorded: one transaction.</summary>
    public async Task<bool> HoldsAsync(StoredArticle article, CancellationToken cancellation) =>
        (await ClusterState.ReadAsync(reader, article.ClusterId, cancellation)).Articles.ContainsKey(article.Id);

    /// <summary>Records one revision of an article in the place of any earlier one.</summary>
    /// <returns>Whether the record changed; not for a replay, nor where a newer revision is recorded.</returns>
    /// <exception cref="ClusterBusyException">Others are recording the same cluster; try again later.</exception>
    public async Task<bool> WriteAsync(StoredArticle article, Mentions mentions, CancellationToken cancellation)
    {
        // Where an article has left a cluster, rows of both would stand under the same keys: it goes before it comes.
        var (moved, hasLeft) = (new List<Correction>(), false);
        foreach (var former in article.FormerClusters)
        {
            var (corrections, leaves) = await LeaveAsync(former, article, cancellation);
            moved.AddRange(corrections);
            hasLeft |= leaves;
        }

        var isChanged = await ChangeAsync(
            article.ClusterId,
            async found =>
            {
                if (found.Articles.TryGetValue(article.Id, out var other) && other.Head.Revision > article.Revision) return null;
                var ids = await officials.IdentifyAsync(mentions.Officials, article.PublishedDay, cancellation);
                var wanted = found.With(ArticleReader.Read(article, mentions, ids));
                var corrections = moved.Where(c => !found.Corrections.ContainsKey(c.Id)).Concat(await merges.OfAsync(wanted.Articles.Values, cancellation));
                return corrections.Aggregate(wanted, (state, correction) => state.With(correction));
            },
            cancellation);
        // One that was recorded here already, and by somebody late in its former cluster once more, has taken its rows along.
        if (hasLeft && !isChanged) await RepeatAsync(article.ClusterId, cancellation);
        return isChanged;
    }

    /// <summary>Records an editor's correction, or its undoing, in the place of any earlier state of it.</summary>
    /// <returns>Whether the record changed; not for a replay.</returns>
    /// <exception cref="ClusterBusyException">Others are recording the same cluster; try again later.</exception>
    public Task<bool> WriteAsync(string cluster, Correction correction, CancellationToken cancellation) =>
        ChangeAsync(cluster, found => Task.FromResult<ClusterState?>(found.With(correction)), cancellation);

    /// <summary>Takes an article out of a cluster to which it does not belong, with all that it put anywhere.</summary>
    /// <exception cref="ClusterBusyException">Others are recording the same cluster; try again later.</exception>
    public Task RemoveAsync(string cluster, string article, CancellationToken cancellation) =>
        ChangeAsync(cluster, found => Task.FromResult<ClusterState?>(found.Without(article)), cancellation);

    /// <summary>Writes everything that is computed from a cluster once more, as after a run that died when the truth was written.</summary>
    /// <exception cref="ClusterBusyException">Others are recording the same cluster; try again later.</exception>
    public async Task RepeatAsync(string cluster, CancellationToken cancellation)
    {
        var found = await IdleAsync(cluster, cancellation);
        var state = await GuardAsync(found.Repeat(time.GetUtcNow(), await changes.ToldAsync(cluster, cancellation)), cancellation);
        await WriteComputedAsync(state, cancellation);
        await CommitAsync(state, cancellation);
    }

    /// <summary>Tells followers all that a cluster is, whatever they were told before.</summary>
    /// <exception cref="ClusterBusyException">Others are recording the same cluster; try again later.</exception>
    public async Task TellAgainAsync(string cluster, CancellationToken cancellation)
    {
        var found = await IdleAsync(cluster, cancellation);
        var state = await GuardAsync(found.Begin(found, time.GetUtcNow()), cancellation);
        await changes.AppendAsync(cluster, state.Generation, state.Mentions, [RecordedCluster.Empty], state.Mentions, cancellation);
        await CommitAsync(state, cancellation);
    }

    private async Task<ClusterState> IdleAsync(string cluster, CancellationToken cancellation)
    {
        var found = await ClusterState.ReadAsync(reader, cluster, cancellation);
        return !found.IsBusy(time.GetUtcNow()) ? found : throw new ClusterBusyException($"The cluster {cluster} is being recorded by others.");
    }

    private async Task<ClusterState> GuardAsync(ClusterState state, CancellationToken cancellation) =>
        await writer.TryWriteAsync([state.ToRow(), .. state.Formers.Select(former => former.ToRow(state.Cluster))], cancellation)
            ? state
            : throw new ClusterBusyException($"The cluster {state.Cluster} is being recorded by others.");

    /// <summary>
    /// Takes an article out of a cluster, and tells what editors have corrected in it there, and whether it was there at all. Nobody else may
    /// still be taking its rows away when this returns: they would take those that it has in its new cluster.
    /// </summary>
    /// <exception cref="ClusterBusyException">Others do so; try again later.</exception>
    private async Task<(IEnumerable<Correction> Corrections, bool Leaves)> LeaveAsync(string former, StoredArticle article, CancellationToken cancellation)
    {
        var found = await ClusterState.ReadAsync(reader, former, cancellation);
        var leaves = found.Articles.ContainsKey(article.Id);
        if (leaves) await RemoveAsync(former, article.Id, cancellation);
        else if (!found.IsCommitted && !found.IsBusy(time.GetUtcNow())) await RemoveAsync(former, article.Id, cancellation); // Whoever began it has died.
        await IdleAsync(former, cancellation);
        return (found.Corrections.Values.Where(c => c.Was?.Article.Id == article.Id).Select(c => c with { Target = MentionIds.Moved(c.Target, article.ClusterId) }), leaves);
    }

    private async Task<bool> ChangeAsync(string cluster, Func<ClusterState, Task<ClusterState?>> change, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var found = await ClusterState.ReadAsync(reader, cluster, cancellation);
            if (await change(found) is not { } wanted) return false;

            var rows = wanted.RowsUnlike(found);
            if (rows.IsEmpty && found.IsCommitted) return false;
            var now = time.GetUtcNow();
            if (!rows.IsEmpty && found.IsBusy(now))
            {
                await Task.Delay(Pause, time, cancellation);
                continue;
            }

            var state = rows.IsEmpty ? found.TakeOver(now) : found.Begin(wanted, now);
            if (!await writer.TryWriteAsync([state.ToRow(), .. rows, .. state.Formers.Except(found.Formers).Select(former => former.ToRow(cluster))], cancellation)) continue;
            await WriteComputedAsync(state, cancellation);
            if (await CommitAsync(state, cancellation)) return true;
        }

        throw new ClusterBusyException($"The cluster {cluster} was not changed, since it is being recorded by others.");
    }

    private async Task WriteComputedAsync(ClusterState state, CancellationToken cancellation)
    {
        // Whoever stalls for longer must not go on: others may be at work by then.
        using var limit = new CancellationTokenSource(ClusterState.WritingTime, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        var now = state.Mentions;
        var uncommitted = state.Formers.Where(f => !f.IsCommitted).Select(f => f.Mentions).ToList();
        var committed = state.Formers.FirstOrDefault(f => f.IsCommitted)?.Mentions ?? RecordedCluster.Empty;

        await vocabulary.AddAsync(now.Statements, both.Token);
        await writer.WriteAsync([.. Missing(now, committed, uncommitted), .. Leftovers([committed, .. uncommitted], now)], both.Token);
        await officials.FoldAsync([committed, .. uncommitted], now, both.Token);
        await changes.AppendAsync(state.Cluster, state.Generation, committed, uncommitted, now, both.Token);
    }

    private async Task<bool> CommitAsync(ClusterState state, CancellationToken cancellation)
    {
        var partition = MentionRows.Partition(state.Cluster);
        var guard = await reader.FindAsync(StorageNames.MentionsTable, partition, MentionRows.State, cancellation);
        if (guard is null) return false;
        var current = state.GuardedBy(guard);
        if (current.Generation != state.Generation) return false;
        return current.IsCommitted || await writer.TryWriteAsync(
            [current.Commit().ToRow(), .. state.Formers.Select(former => RowWrite.Delete(StorageNames.MentionsTable, partition, former.Key))], cancellation);
    }

    /// <summary>The rows of the cluster as it is, less those that are known to stand so.</summary>
    private static IEnumerable<RowWrite> Missing(RecordedCluster now, RecordedCluster committed, List<RecordedCluster> uncommitted)
    {
        var standing = IndexRows.Of(committed).ToDictionary(row => row.Address);
        var doubtful = uncommitted.SelectMany(IndexRows.Of).Select(row => row.Address).ToHashSet();
        return IndexRows.Of(now).Where(row =>
            doubtful.Contains(row.Address) || !standing.TryGetValue(row.Address, out var old) || !old.Body!.Bytes.AsSpan().SequenceEqual(row.Body!.Bytes));
    }

    /// <summary>Takes away the rows of what the cluster was that are not rows of what it is.</summary>
    private static IEnumerable<RowWrite> Leftovers(IEnumerable<RecordedCluster> formers, RecordedCluster now)
    {
        var kept = IndexRows.Of(now).Select(row => row.Address).ToHashSet();
        return formers.SelectMany(IndexRows.Of).Select(row => row.Address).Distinct().Where(address => !kept.Contains(address))
            .Select(address => RowWrite.Delete(address.Table, address.Partition, address.Key));
    }
}
