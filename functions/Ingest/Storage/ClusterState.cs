using System.Collections.Immutable;
using System.Security.Cryptography;
using Azure;
using Ingest.Storage.Record;
using Ingest.Storage.Rows;

namespace Ingest.Storage;

/// <summary>A cluster as its partition of the Mentions table tells it.</summary>
/// <param name="Cluster">Its id.</param>
internal sealed record ClusterState(string Cluster)
{
    /// <summary>A writer ends after <see cref="WritingTime"/>; others leave its cluster alone for so long, which allows for clocks and slow requests.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(90);

    /// <summary>How long a writer may write what is computed from the articles.</summary>
    public static readonly TimeSpan WritingTime = TimeSpan.FromSeconds(60);

    /// <summary>Rises with every change; 0 where nothing is recorded yet.</summary>
    public long Generation { get; private init; }

    /// <summary>Whether everything that is computed from the articles is written.</summary>
    public bool IsCommitted { get; private init; } = true;

    /// <summary>When the last writer began, UTC.</summary>
    public DateTimeOffset Since { get; private init; }

    /// <summary>Until when another writer of the same change may still write, or null where there is none.</summary>
    public DateTimeOffset? OthersUntil { get; private init; }

    /// <summary>The version of the guarding row, or null where there is none.</summary>
    public ETag? Version { get; private init; }

    /// <summary>What each article yielded, by id.</summary>
    public ImmutableSortedDictionary<string, RecordedArticle> Articles { get; private init; } = ImmutableSortedDictionary.Create<string, RecordedArticle>(StringComparer.Ordinal);

    /// <summary>What editors corrected, by id; undone ones included.</summary>
    public ImmutableSortedDictionary<string, Correction> Corrections { get; private init; } = ImmutableSortedDictionary.Create<string, Correction>(StringComparer.Ordinal);

    /// <summary>What the cluster was before changes that are not committed yet.</summary>
    public ImmutableArray<FormerCluster> Formers { get; private init; } = [];

    /// <summary>The cluster's mentions, corrected.</summary>
    public RecordedCluster Mentions => RecordedCluster.Of(Articles.Values, [.. Corrections.Values]);

    /// <summary>Reads the state: one transaction.</summary>
    public static async Task<ClusterState> ReadAsync(RowReader rows, string cluster, CancellationToken cancellation)
    {
        var state = new ClusterState(cluster);
        await foreach (var row in rows.AllAsync(StorageNames.MentionsTable, MentionRows.Filter(cluster), cancellation))
        {
            if (row.Key == MentionRows.State)
                state = state.GuardedBy(row);
            else if (MentionRows.IsArticle(row.Key))
                state = state.With(await rows.BodyAsync<RecordedArticle>(row, cancellation));
            else if (MentionRows.IsCorrection(row.Key))
                state = state.With(await rows.BodyAsync<Correction>(row, cancellation));
            else if (MentionRows.IsFormer(row.Key))
                state = state with { Formers = state.Formers.Add(await FormerCluster.ReadAsync(rows, row, cancellation)) };
        }

        return state;
    }

    /// <summary>The state with its guard as it stands now.</summary>
    public ClusterState GuardedBy(ReadRow row) => this with
    {
        Generation = row.Values.GetInt64(MentionRows.Generation) ?? 0,
        IsCommitted = row.Values.GetBoolean(MentionRows.IsCommitted) ?? false,
        Since = row.Values.GetDateTimeOffset(MentionRows.Since) ?? default,
        OthersUntil = row.Values.GetDateTimeOffset(MentionRows.OthersUntil),
        Version = row.Version,
    };

    /// <summary>Whether the cluster must be left to those who write it. A lease that is longer than any was begun by a clock that has been put back since.</summary>
    public bool IsBusy(DateTimeOffset now) => (IsCommitted ? OthersUntil ?? DateTimeOffset.MinValue : Since + Lease) is var until && until > now && until <= now + (2 * Lease);

    /// <summary>The same with an article in the place of any earlier revision of it.</summary>
    public ClusterState With(RecordedArticle article) => this with { Articles = Articles.SetItem(article.Head.Id, article) };

    /// <summary>The same without an article that has moved to another cluster; what editors corrected in it rests.</summary>
    public ClusterState Without(string article) => this with { Articles = Articles.Remove(article) };

    /// <summary>The same with a correction in the place of any earlier state of it.</summary>
    public ClusterState With(Correction correction) => this with { Corrections = Corrections.SetItem(correction.Id, correction) };

    /// <summary>The rows of articles and corrections that stand otherwise in another state of the cluster, or not at all.</summary>
    public ImmutableArray<RowWrite> RowsUnlike(ClusterState other) =>
    [
        .. Articles.Where(a => !AreSame(a.Value, other.Articles.GetValueOrDefault(a.Key))).Select(a => Row(MentionRows.Article(a.Key), a.Value)),
        .. other.Articles.Keys.Where(id => !Articles.ContainsKey(id)).Select(id => RowWrite.Delete(StorageNames.MentionsTable, MentionRows.Partition(Cluster), MentionRows.Article(id))),
        .. Corrections.Where(c => !AreSame(c.Value, other.Corrections.GetValueOrDefault(c.Key))).Select(c => Row(MentionRows.Correction(c.Key), c.Value)),
    ];

    /// <summary>The change to another state of the same articles or corrections begins; what the cluster was is kept until it is committed.</summary>
    public ClusterState Begin(ClusterState wanted, DateTimeOffset now)
    {
        var former = Articles.IsEmpty && Corrections.IsEmpty ? null : FormerCluster.Of(Mentions, IsCommitted);
        return wanted with
        {
            Generation = Generation + 1,
            IsCommitted = false,
            Since = now,
            OthersUntil = null,
            Formers = former is null || Formers.Any(f => f.Key == former.Key) ? Formers : Formers.Add(former),
        };
    }

    /// <summary>The same change, written on by somebody else, since whoever began it may have died.</summary>
    public ClusterState TakeOver(DateTimeOffset now) => this with { Since = now, OthersUntil = Since + Lease };

    /// <summary>
    /// The last change once more, as if nothing that is computed from it were written yet. It keeps its number, so that followers are not told
    /// of it again; where the guard is lost, it is the number that they were told last.
    /// </summary>
    public ClusterState Repeat(DateTimeOffset now, long told) =>
        IsCommitted ? this with { Generation = Math.Max(Math.Max(Generation, told), 1), IsCommitted = false, Since = now, OthersUntil = null } : TakeOver(now);

    /// <summary>The change with all that is computed from it written.</summary>
    public ClusterState Commit() => this with { IsCommitted = true, OthersUntil = OthersUntil is null ? null : Since + Lease, Formers = [] };

    /// <summary>The guarding row, to be written only where it still stands as it was read.</summary>
    public RowWrite ToRow()
    {
        var values = new Dictionary<string, object>
        {
            [MentionRows.Generation] = Generation,
            [MentionRows.IsCommitted] = IsCommitted,
            [MentionRows.Since] = Since,
        };
        if (OthersUntil is { } others) values[MentionRows.OthersUntil] = others;
        return new RowWrite(StorageNames.MentionsTable, MentionRows.Partition(Cluster), MentionRows.State, null) { Values = values, Only = Version ?? RowWrite.Absent };
    }

    private static bool AreSame<T>(T one, T? other)
        where T : class =>
        ReferenceEquals(one, other) || (other is not null && RowBody.Pack(one).Bytes.AsSpan().SequenceEqual(RowBody.Pack(other).Bytes));

    private RowWrite Row<T>(string key, T content) => new(StorageNames.MentionsTable, MentionRows.Partition(Cluster), key, RowBody.Pack(content));
}

/// <summary>What a cluster was.</summary>
/// <param name="Key">Its row key.</param>
/// <param name="Mentions">Its mentions.</param>
/// <param name="IsCommitted">Whether all that is computed from them had been written.</param>
internal sealed record FormerCluster(string Key, RecordedCluster Mentions, bool IsCommitted)
{
    public static FormerCluster Of(RecordedCluster mentions, bool isCommitted) =>
        new(MentionRows.Former(Convert.ToHexStringLower(SHA256.HashData(RowBody.Pack(mentions).Bytes))[..32]), mentions, isCommitted);

    public static async Task<FormerCluster> ReadAsync(RowReader rows, ReadRow row, CancellationToken cancellation) =>
        new(row.Key, await rows.BodyAsync<RecordedCluster>(row, cancellation), row.Values.GetBoolean(MentionRows.IsCommitted) ?? false);

    public RowWrite ToRow(string cluster) => new(StorageNames.MentionsTable, MentionRows.Partition(cluster), Key, RowBody.Pack(Mentions))
    {
        Values = new Dictionary<string, object> { [MentionRows.IsCommitted] = IsCommitted },
    };
}
