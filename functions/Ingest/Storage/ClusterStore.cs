using Azure;
using Azure.Data.Tables;
using Ingest.Articles;

namespace Ingest.Storage;

/// <summary>
/// Which articles are copies of which. Each article stands under a few of its shingles, where near-duplicates meet; those
/// that resemble each other form a cluster, named after the one that the others copy.
/// </summary>
internal sealed class ClusterStore(StorageClients clients, ArticleStore articles)
{
    /// <summary>
    /// Under how many of its smallest shingles an article stands. Two that share half of theirs miss each other at all six
    /// once in sixty-four times, and such that share three quarters once in four thousand.
    /// </summary>
    private const int MeetingPlaces = 6;

    /// <summary>How many others are compared: a phrase that hundreds of articles share tells nothing.</summary>
    private const int MostCandidates = 20;

    private const int MostAtOnePlace = 200;

    private readonly TableClient shingles = clients.Table(StorageNames.ShinglesTable);
    private readonly TableClient clusters = clients.Table(StorageNames.ClustersTable);

    /// <summary>The ids of all articles of a cluster; the id itself where it stands alone.</summary>
    public async Task<IReadOnlyList<string>> MembersAsync(string clusterId, CancellationToken cancellation)
    {
        var members = new List<string>();
        await foreach (var row in clusters.QueryAsync<TableEntity>(row => row.PartitionKey == clusterId, cancellationToken: cancellation).ConfigureAwait(false))
            members.Add(row.RowKey);
        return members.Count > 0 ? members : [clusterId];
    }

    /// <summary>
    /// Brings an article together with its copies. Its own head and places are written before the others' are read, so that
    /// of two that come at the same time at least one sees the other, and both come to the same result.
    /// </summary>
    /// <returns>The articles of the cluster that are to be handed on to extraction.</returns>
    public async Task<IReadOnlyList<ArticleHeadRow>> JoinAsync(ArticleHeadRow head, CancellationToken cancellation)
    {
        var sketch = Shingles.FromBytes(head.Sketch);
        var places = sketch.Take(MeetingPlaces).Select(hash => hash.ToString("x16")).ToList();
        await Task.WhenAll(places.Select(place => shingles.UpsertEntityAsync(new TableEntity(place, head.Id), TableUpdateMode.Replace, cancellation))).ConfigureAwait(false);

        var met = await Task.WhenAll(places.Select(place => AtAsync(place, cancellation))).ConfigureAwait(false);
        var copies = new List<ArticleHeadRow> { head };
        foreach (var candidate in met.SelectMany(ids => ids).Where(id => id != head.Id).CountBy(id => id).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(MostCandidates))
        {
            var other = await articles.FindHeadAsync(candidate.Key, cancellation).ConfigureAwait(false);
            if (other is not null && Shingles.Resemblance(sketch, Shingles.FromBytes(other.Sketch)) >= Shingles.CopyFrom) copies.Add(other);
        }

        return copies.Count == 1 ? [head] : await UniteAsync(head.Id, copies, cancellation).ConfigureAwait(false);
    }

    private async Task<List<ArticleHeadRow>> UniteAsync(string self, List<ArticleHeadRow> copies, CancellationToken cancellation)
    {
        var all = copies.ToDictionary(head => head.Id, StringComparer.Ordinal);
        foreach (var cluster in copies.Select(head => head.ClusterId).Distinct(StringComparer.Ordinal).ToList())
            foreach (var member in await MembersAsync(cluster, cancellation).ConfigureAwait(false))
                if (!all.ContainsKey(member) && await articles.FindHeadAsync(member, cancellation).ConfigureAwait(false) is { } head) all[member] = head;

        // The original names no other publisher; among several it is the first that was published.
        var original = all.Values.OrderBy(head => head.IsCredited).ThenBy(head => head.Published ?? head.FirstSeen).ThenBy(head => head.Id, StringComparer.Ordinal).First().Id;
        await Task.WhenAll(all.Keys.Select(id => clusters.UpsertEntityAsync(new TableEntity(original, id), TableUpdateMode.Replace, cancellation))).ConfigureAwait(false);

        // Who was handed on before it moves has to be again, which its head remembers in case that we die before we do it.
        // Who is still on its way will be by its own fetch, and reads then where it belongs.
        var waiting = new List<ArticleHeadRow>();
        foreach (var head in all.Values.OrderBy(head => head.Id, StringComparer.Ordinal))
        {
            var now = head.ClusterId == original ? head : await articles.ChangeAsync(head.Id, Move, cancellation).ConfigureAwait(false);
            if (now is not null && (now.Announced == ArticleHeadRow.Moved || (now.Id == self && now.Announced < now.Revision))) waiting.Add(now);
            if (head.ClusterId != original) await clusters.DeleteEntityAsync(head.ClusterId, head.Id, ETag.All, cancellation).ConfigureAwait(false);
        }

        return waiting;

        void Move(ArticleHeadRow row)
        {
            var formers = row.FormerClusters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(row.ClusterId).Distinct().Where(id => id != original);
            (row.ClusterId, row.FormerClusters) = (original, string.Join(' ', formers));
            if (row.Announced > 0) row.Announced = ArticleHeadRow.Moved;
        }
    }

    private async Task<List<string>> AtAsync(string place, CancellationToken cancellation)
    {
        var ids = new List<string>();
        await foreach (var row in shingles.QueryAsync<TableEntity>(row => row.PartitionKey == place, MostAtOnePlace, cancellationToken: cancellation).ConfigureAwait(false))
        {
            ids.Add(row.RowKey);
            if (ids.Count == MostAtOnePlace) break;
        }

        return ids;
    }
}
