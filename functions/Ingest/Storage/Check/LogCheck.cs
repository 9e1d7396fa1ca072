using Ingest.Storage.Record;
using Ingest.Storage.Rows;

namespace Ingest.Storage.Check;

/// <summary>
/// Goes through the log of changes: whether its numbers have no gap, at which followers would wait for ever, and whether its head stands
/// behind the last of them. A lost commit is replaced by an empty one; <see cref="ToldCheck"/> then tells what was in it.
/// </summary>
internal sealed class LogCheck(ChangeLog log, RowReader reader, RowWriter writer, TimeProvider time) : ICheckStage
{
    private const int CommitsAtOnce = 500;

    // No death of a writer, and no lost row, puts more between the head and a commit; a number beyond is none of the log's.
    private const int FurthestAhead = 1000;

    public string Name => "log";

    public async Task<Piece> CheckAsync(string after, CancellationToken cancellation)
    {
        var from = after.Length == 0 ? 1 : ChangeRows.NumberIn(after) + 1 ?? throw new FormatException("The check has no such cursor.");
        // The head comes first: what it says was there before it was read.
        var head = await log.HeadAsync(cancellation);
        var rows = await reader.SomeAsync(StorageNames.ChangesTable, ChangeRows.Filter(from), CommitsAtOnce, keysOnly: false, cancellation);
        var standing = rows.Where(row => ChangeRows.NumberIn(row.Key) is not null).ToDictionary(row => ChangeRows.NumberIn(row.Key)!.Value);
        var isLast = rows.Count < CommitsAtOnce;
        var next = isLast ? from + CommitsAtOnce : standing.Keys.Max() + 1;
        // Without a head nobody can tell anything, so that every number up to the last must be there.
        var until = Math.Min(next, head.Version is null ? standing.Keys.DefaultIfEmpty().Max() : head.Next);
        var found = new List<Found>();
        for (var number = from; number < until; number++)
            if (await WrongAsync(standing.GetValueOrDefault(number), number, cancellation) is { } wrong) found.Add(wrong);
        var isEnd = isLast && next >= head.Next;
        if (isEnd) found.AddRange(await AheadAsync(head, from, standing, cancellation));
        return new Piece(found, rows.Count, 0, isEnd ? null : ChangeRows.Commit(next - 1));
    }

    private async Task<Found?> WrongAsync(ReadRow? row, long number, CancellationToken cancellation)
    {
        if (row is not null && await IsReadableAsync(row, number, cancellation)) return null;
        var empty = ChangeLog.CommitRow(new Commit(number, time.GetUtcNow(), [])) with { Only = row?.Version ?? RowWrite.Absent };
        return new Found(
            Row(row is null ? DisagreementKind.Missing : DisagreementKind.Unreadable, ChangeRows.Commit(number), "Whoever follows the record cannot go on behind this commit."),
            new Mend($"commit {number}", token => writer.TryWriteAsync([empty], token)));
    }

    /// <summary>Commits that the head does not know of.</summary>
    private async Task<IEnumerable<Found>> AheadAsync(LogHead head, long from, Dictionary<long, ReadRow> standing, CancellationToken cancellation)
    {
        // What was told meanwhile is behind the head as it is now.
        if ((await log.HeadAsync(cancellation)).Next != head.Next) return [];
        var ahead = standing.Where(commit => commit.Key >= head.Next).ToLookup(commit => commit.Key < Math.Max(head.Next, from) + FurthestAhead);
        var found = ahead[false].Select(commit => new Found(
            Row(DisagreementKind.Stray, commit.Value.Key, "The log has no such commit."),
            new Mend(commit.Value.Key, token => RemoveAsync(commit.Value, token)))).ToList();
        var last = ahead[true].Select(commit => commit.Key).Append(from - 1).Max();
        if (last >= head.Next || (head.Version is null && last > 0))
        {
            found.Add(new Found(
                Row(head.Version is null ? DisagreementKind.Missing : DisagreementKind.Different, ChangeRows.Head, $"The head of the log is behind commit {last}: nothing more can be told."),
                new Mend(ChangeRows.Head, token => writer.TryWriteAsync([(head with { Next = last + 1 }).ToRow(head.Version)], token))));
        }

        return found;
    }

    private async Task RemoveAsync(ReadRow stray, CancellationToken cancellation)
    {
        if (await reader.FindAsync(StorageNames.ChangesTable, stray.Partition, stray.Key, cancellation) is { } row)
            await writer.TryWriteAsync([RowWrite.Delete(StorageNames.ChangesTable, row.Partition, row.Key) with { Only = row.Version }], cancellation);
    }

    private async Task<bool> IsReadableAsync(ReadRow row, long number, CancellationToken cancellation)
    {
        try
        {
            return (await reader.BodyAsync<Commit>(row, cancellation)).Number == number;
        }
        catch (Exception damaged) when (Damage.Is(damaged))
        {
            return false;
        }
    }

    private static Disagreement Row(DisagreementKind kind, string key, string detail) => new(kind, StorageNames.ChangesTable, ChangeRows.Partition, key, detail);
}
