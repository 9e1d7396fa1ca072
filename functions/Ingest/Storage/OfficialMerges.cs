using Ingest.Storage.Record;
using Ingest.Storage.Rows;

namespace Ingest.Storage;

/// <summary>
/// Which officials editors found to be one person. The merges are a cluster without articles; each cluster that names a merged official
/// holds a copy of the merges that concern it, since all that is computed from a cluster must depend on the cluster alone.
/// </summary>
internal sealed class OfficialMerges(RowReader reader)
{
    /// <summary>The cluster of merges; an article's cluster is named by hexadecimal digits.</summary>
    public const string Cluster = "merges";

    /// <summary>Every merge, undone ones included. One transaction.</summary>
    public async Task<IReadOnlyCollection<Correction>> AllAsync(CancellationToken cancellation) =>
        [.. (await ClusterState.ReadAsync(reader, Cluster, cancellation)).Corrections.Values];

    /// <summary>The merges that concern anybody whom these articles name, chains followed. One transaction.</summary>
    public async Task<IReadOnlyCollection<Correction>> OfAsync(IEnumerable<RecordedArticle> articles, CancellationToken cancellation)
    {
        var all = await AllAsync(cancellation);
        if (all.Count == 0) return [];
        var people = articles.SelectMany(Correcting.PeopleOf).ToHashSet(StringComparer.Ordinal);
        var concerned = new List<Correction>();
        while (all.Where(merge => people.Contains(merge.Target) && !concerned.Contains(merge)).ToList() is { Count: > 0 } found)
        {
            concerned.AddRange(found);
            people.UnionWith(found.Select(merge => merge.Into!));
        }

        return concerned;
    }
}
