using Ingest.Storage.Rows;

namespace Ingest.Storage.Check;

/// <summary>The clusters that one piece of a check has to do with, each read once.</summary>
internal sealed class CheckedClusters(RowReader reader, DateTimeOffset now)
{
    private readonly Dictionary<string, ClusterState?> states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<(string, string, string)>> addresses = new(StringComparer.Ordinal);

    /// <summary>A cluster as it stands; null where it cannot be read.</summary>
    public async Task<ClusterState?> FindAsync(string cluster, CancellationToken cancellation) =>
        states.TryGetValue(cluster, out var known) ? known : states[cluster] = await ReadAsync(reader, cluster, cancellation);

    /// <summary>Reads a cluster; null where it cannot be read.</summary>
    public static async Task<ClusterState?> ReadAsync(RowReader reader, string cluster, CancellationToken cancellation)
    {
        try
        {
            return await ClusterState.ReadAsync(reader, cluster, cancellation);
        }
        catch (Exception damaged) when (Damage.Is(damaged))
        {
            return null;
        }
    }

    /// <summary>Whether somebody is recording the cluster, so that its rows may still come and go.</summary>
    public bool IsBusy(ClusterState state) => !state.IsCommitted && state.IsBusy(now);

    /// <summary>Where the rows stand that are computed from the cluster.</summary>
    public HashSet<(string Table, string Partition, string Key)> AddressesOf(ClusterState state)
    {
        if (!addresses.TryGetValue(state.Cluster, out var known))
            addresses[state.Cluster] = known = [.. IndexRows.Of(state.Mentions).Concat(state.Formers.SelectMany(former => IndexRows.Of(former.Mentions))).Select(row => row.Address)];
        return known;
    }
}
