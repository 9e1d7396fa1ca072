using System.Collections.Immutable;
using Ingest.Storage.Record;
using Ingest.Storage.Rows;

namespace Ingest.Storage;

/// <summary>
/// The record's changes in the order of their commits, for readers that follow it.
/// <para>
/// All rows lie in one partition with a head that holds the next number. A commit is one entity group transaction: it moves the head from
/// the number it has read, adds its own row under that number, and marks the cluster's generation as told. Storage runs the transactions of
/// a partition one after another and lets only one of those that read the same head succeed. So numbers have no gaps, a row can be seen
/// from the moment at which its number is taken, and whoever has read up to a number has read every commit below it, however late a slow
/// writer finishes: it takes its number only then. The mark makes a replay tell nothing twice, and an overtaken writer nothing outdated.
/// </para>
/// <para>Writers of one process take turns, so that hosts and not threads compete for the head.</para>
/// </summary>
internal sealed class ChangeLog(RowReader reader, RowWriter writer, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Tells what became of a cluster, unless this or a later generation of it is told already.</summary>
    /// <param name="cluster">Its id.</param>
    /// <param name="generation">Which of its changes this is.</param>
    /// <param name="committed">What readers know of it.</param>
    /// <param name="uncommitted">What they may know besides, since a run ended half-way.</param>
    /// <param name="now">What it is.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task AppendAsync(
        string cluster, long generation, RecordedCluster committed, IReadOnlyList<RecordedCluster> uncommitted, RecordedCluster now, CancellationToken cancellation)
    {
        var changes = Differences.Between([committed, .. uncommitted], now);
        if (changes.IsEmpty) return;

        await turn.WaitAsync(cancellation);
        try
        {
            while (true)
            {
                var head = await HeadAsync(cancellation);
                if (await ToldAsync(cluster, cancellation) >= generation) return;
                var next = head.After(committed, now);
                RowWrite[] rows =
                [
                    next.ToRow(head.Version),
                    MarkRow(cluster, generation),
                    CommitRow(new Commit(head.Next, time.GetUtcNow(), changes)),
                ];
                // Where another host was quicker, or our own success was hidden from us, the head or the mark says so.
                if (await writer.TryWriteAsync(rows, cancellation)) return;
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Tells of something that became of no cluster.</summary>
    public async Task AppendAsync(ImmutableArray<Change> told, CancellationToken cancellation)
    {
        while (true)
        {
            var head = await HeadAsync(cancellation);
            RowWrite[] rows = [(head with { Next = head.Next + 1 }).ToRow(head.Version), CommitRow(new Commit(head.Next, time.GetUtcNow(), told))];
            if (await writer.TryWriteAsync(rows, cancellation)) return;
        }
    }

    /// <summary>The last generation of a cluster that followers were told of; 0 where they know none. One transaction.</summary>
    public async Task<long> ToldAsync(string cluster, CancellationToken cancellation) =>
        (await reader.FindAsync(StorageNames.ChangesTable, ChangeRows.Partition, ChangeRows.Mark(cluster), cancellation))?.Values.GetInt64(ChangeRows.Generation) ?? 0;

    /// <summary>The row of a commit, which must not be there yet.</summary>
    public static RowWrite CommitRow(Commit commit) =>
        new(StorageNames.ChangesTable, ChangeRows.Partition, ChangeRows.Commit(commit.Number), RowBody.Pack(commit)) { Only = RowWrite.Absent };

    /// <summary>The mark of a cluster.</summary>
    public static RowWrite MarkRow(string cluster, long generation) =>
        new(StorageNames.ChangesTable, ChangeRows.Partition, ChangeRows.Mark(cluster), null) { Values = new Dictionary<string, object> { [ChangeRows.Generation] = generation } };

    /// <summary>The log's head: one transaction.</summary>
    public async Task<LogHead> HeadAsync(CancellationToken cancellation) =>
        LogHead.Of(await reader.FindAsync(StorageNames.ChangesTable, ChangeRows.Partition, ChangeRows.Head, cancellation));

    /// <summary>Commits from a number on: one transaction for each answer of storage.</summary>
    /// <param name="from">The first number wanted.</param>
    /// <param name="most">At most so many commits.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<IReadOnlyList<Commit>> ReadAsync(long from, int most, CancellationToken cancellation)
    {
        var commits = new List<Commit>();
        string? continuation = null;
        do
        {
            var page = await reader.PageAsync(StorageNames.ChangesTable, ChangeRows.Filter(from), most - commits.Count, keysOnly: false, continuation, cancellation);
            foreach (var row in page.Rows)
            {
                var commit = await reader.BodyAsync<Commit>(row, cancellation);
                // A scan that passed a place before it was written to may still see what was written behind it. Numbers have no gaps, so
                // whatever comes behind one is left to the next time.
                if (commit.Number != from + commits.Count) return commits;
                commits.Add(commit);
            }

            continuation = page.Continuation;
        }
        while (continuation is not null && commits.Count < most);

        return commits;
    }

    public void Dispose() => turn.Dispose();
}
