using Ingest.Storage.Record;
using Ingest.Storage.Rows;

namespace Ingest.Storage.Check;

/// <summary>
/// Whether those who follow the record come to what it is, and whether the log's head counts right. Reads the whole log and all clusters in
/// one piece, since what is told can only be known at its end, and keeps some forty bytes for each mention.
/// </summary>
internal sealed class ToldCheck(ChangeLog log, RecordWriter record, RowReader reader, RowWriter writer) : ICheckStage
{
    public string Name => "told";

    public async Task<Piece> CheckAsync(string after, CancellationToken cancellation)
    {
        var told = new Told(log);
        await told.ReadOnAsync(cancellation);
        var marks = await MarksAsync(cancellation);
        var (doubtful, totals, found) = (new List<ClusterState>(), new Totals(), new List<Found>());
        var (clusters, skipped, isWhole) = (0, 0, true);
        await foreach (var (cluster, read) in ClustersAsync(cancellation))
        {
            clusters++;
            if (read is not { } state)
            {
                // Nobody can say what is in it, which is found elsewhere.
                isWhole = false;
                marks.Remove(ChangeRows.Mark(cluster));
                continue;
            }

            var mark = marks.Remove(ChangeRows.Mark(state.Cluster), out var row) ? row.Values.GetInt64(ChangeRows.Generation) ?? 0 : 0;
            var agrees = told.Agrees(state.Mentions);
            foreach (var former in state.Formers) told.Agrees(former.Mentions);
            totals.Add(state.Mentions);
            if (!state.IsCommitted) skipped++;
            else if (!agrees) doubtful.Add(state);
            else if (row is null ? !state.Articles.IsEmpty : state.Version is not null && mark > state.Generation) found.Add(Mark(state, row));
        }

        // What became of a cluster after its commits were read was told since, and whoever tells it changes its guard.
        await told.ReadOnAsync(cancellation);
        foreach (var before in doubtful)
        {
            if (await CheckedClusters.ReadAsync(reader, before.Cluster, cancellation) is not { } now || now.Version != before.Version || !now.IsCommitted) skipped++;
            else if (!told.Agrees(now.Mentions)) found.Add(Untold(now));
        }

        found.AddRange(marks.Values.Select(Stranger));
        if (isWhole && await told.GhostsAsync(cancellation) is { Count: > 0 } ghosts) found.AddRange(ghosts.Select(ghost => Ghost(ghost, ghosts)));
        var head = await log.HeadAsync(cancellation);
        if (isWhole && skipped == 0 && told.IsQuiet && head.Next == told.Next && totals.Differ(head)) found.Add(Miscounted(head, totals));
        return new Piece(found, clusters, skipped, null);
    }

    private async Task<Dictionary<string, ReadRow>> MarksAsync(CancellationToken cancellation)
    {
        var marks = new Dictionary<string, ReadRow>(StringComparer.Ordinal);
        await foreach (var row in reader.AllAsync(StorageNames.ChangesTable, ChangeRows.Marks, cancellation)) marks[row.Key] = row;
        return marks;
    }

    private async IAsyncEnumerable<(string Cluster, ClusterState? State)> ClustersAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var after = ""; await reader.SomeAsync(StorageNames.MentionsTable, KeyRange.Behind(after), TableLimits.RowsPerPage, keysOnly: true, cancellation) is { Count: > 0 } rows; after = rows[^1].Partition)
            foreach (var cluster in rows.Select(row => row.Partition).Distinct(StringComparer.Ordinal)) yield return (cluster, await CheckedClusters.ReadAsync(reader, cluster, cancellation));
    }

    private Found Untold(ClusterState state) => new(
        Row(DisagreementKind.Different, ChangeRows.Mark(state.Cluster), $"Whoever follows the record knows the cluster {state.Cluster} otherwise than it is."),
        new Mend($"told {state.Cluster}", token => record.TellAgainAsync(state.Cluster, token)));

    private Found Mark(ClusterState state, ReadRow? row) => new(
        Row(row is null ? DisagreementKind.Missing : DisagreementKind.Different, ChangeRows.Mark(state.Cluster), $"The log does not say right up to which change the cluster {state.Cluster} was told."),
        new Mend($"mark {state.Cluster}", token => writer.TryWriteAsync([ChangeLog.MarkRow(state.Cluster, state.Generation) with { Only = row?.Version ?? RowWrite.Absent }], token)));

    private Found Stranger(ReadRow mark) => new(
        Row(DisagreementKind.Stray, mark.Key, "There is no such cluster."),
        new Mend(mark.Key, token => writer.TryWriteAsync([RowWrite.Delete(StorageNames.ChangesTable, mark.Partition, mark.Key) with { Only = mark.Version }], token)));

    private Found Ghost(Change ghost, IReadOnlyList<Change> all) => new(
        Row(DisagreementKind.Stray, ChangeRows.Head, $"Whoever follows the record knows the {ghost.Kind} {ghost.Id}, which is not there."),
        new Mend("ghosts", token => log.AppendAsync([.. all], token)));

    private Found Miscounted(LogHead head, Totals totals) => new(
        Row(DisagreementKind.Different, ChangeRows.Head, $"The head counts {head.Statements} statements and {head.Figures} figures; there are {totals.Statements} and {totals.Figures}."),
        new Mend("counts", token => RecountAsync(head, totals, token)));

    // What is told meanwhile is counted with it.
    private async Task RecountAsync(LogHead counted, Totals totals, CancellationToken cancellation)
    {
        while (await log.HeadAsync(cancellation) is var head && !await writer.TryWriteAsync([totals.Correct(head, counted).ToRow(head.Version)], cancellation))
        {
            // Another commit came between.
        }
    }

    private static Disagreement Row(DisagreementKind kind, string key, string detail) => new(kind, StorageNames.ChangesTable, ChangeRows.Partition, key, detail);

    /// <summary>What the head counts, counted anew.</summary>
    private sealed class Totals
    {
        private LogHead counted = LogHead.Of(null);

        public long Statements => counted.Statements;

        public long Figures => counted.Figures;

        public void Add(RecordedCluster cluster) => counted = counted.After(RecordedCluster.Empty, cluster);

        // The head keeps how early and how late anything ever was.
        public bool Differ(LogHead head) =>
            (head.Statements, head.Figures) != (Statements, Figures) || (counted.Earliest is { } earliest && !(head.Earliest <= earliest)) || (counted.LastDay is { } last && !(head.LastDay >= last));

        /// <summary>A head that has gone on since another was compared, with that one's error taken out.</summary>
        public LogHead Correct(LogHead head, LogHead compared) => head with
        {
            Statements = head.Statements + Statements - compared.Statements,
            Figures = head.Figures + Figures - compared.Figures,
            Earliest = head.Earliest < counted.Earliest ? head.Earliest : counted.Earliest ?? head.Earliest,
            LastDay = head.LastDay > counted.LastDay ? head.LastDay : counted.LastDay ?? head.LastDay,
        };
    }
}
