using Ingest.Storage.Record;
using Ingest.Storage.Rows;

namespace Ingest.Storage.Check;

/// <summary>Goes through the officials: whether each is what the articles tell of it, and is found by its words and by no others.</summary>
internal sealed class OfficialCheck(OfficialDirectory officials, RowReader reader, RowWriter writer, WorkQueues queues) : ICheckStage
{
    private const int RowsAtOnce = 100;

    public string Name => "officials";

    public async Task<Piece> CheckAsync(string after, CancellationToken cancellation)
    {
        // An article that is being recorded has told of its officials before they are folded.
        var isWaiting = await queues.AreWaitingAsync(StorageNames.ExtractMentionsQueue, cancellation);
        var rows = await reader.SomeAsync(StorageNames.OfficialsTable, KeyRange.From(OfficialRows.Partition, Places.Next(after)), RowsAtOnce, keysOnly: false, cancellation);
        var (found, skipped) = (new List<Found>(), 0);
        foreach (var row in rows)
        {
            var wrong = OfficialRows.PlaceIn(row.Key) is null ? await WordAsync(row, cancellation) : await RecordAsync(row, cancellation);
            if (isWaiting && wrong.Count > 0) skipped++;
            else found.AddRange(wrong);
        }

        return new Piece(found, rows.Count, skipped, rows.Count < RowsAtOnce ? null : rows[^1].Key);
    }

    private async Task<IReadOnlyList<Found>> RecordAsync(ReadRow row, CancellationToken cancellation)
    {
        var known = await ReadAsync(row, cancellation);
        // Ids stand in keys as they are, unless they hold what keys forbid.
        var id = known is not null && OfficialRows.Record(known.Id) == row.Key ? known.Id : OfficialRows.IdOf(OfficialRows.PlaceIn(row.Key)!);
        var told = await officials.ComputeAsync(id, cancellation);
        var mend = new Mend($"official {row.Key}", told is null ? token => RemoveAsync(row, token) : token => officials.RefoldAsync(id, token));
        if (told is null) return [Found(DisagreementKind.Stray, row.Key, "No article names this official.")];
        if (known is null) return [Found(DisagreementKind.Unreadable, row.Key, "The official cannot be read.")];
        if (!RowBody.Pack(known).Bytes.AsSpan().SequenceEqual(RowBody.Pack(told).Bytes)) return [Found(DisagreementKind.Different, row.Key, "The official is not what the articles tell.")];

        var found = new List<Found>();
        foreach (var word in OfficialDirectory.WordRows(known))
        {
            if (await reader.FindAsync(word.Table, word.Partition, word.Key, cancellation) is null)
                found.Add(Found(DisagreementKind.Missing, word.Key, "The official is not found by one of its words."));
        }

        return found;

        Found Found(DisagreementKind kind, string key, string detail) => new(new Disagreement(kind, StorageNames.OfficialsTable, OfficialRows.Partition, key, detail), mend);
    }

    private async Task<IReadOnlyList<Found>> WordAsync(ReadRow row, CancellationToken cancellation)
    {
        if (OfficialRows.RecordOf(row.Key) is { } record
            && await reader.FindAsync(StorageNames.OfficialsTable, OfficialRows.Partition, record, cancellation) is { } official
            && (await ReadAsync(official, cancellation) is not { } known || OfficialDirectory.WordRows(known).Any(word => word.Key == row.Key))) return [];
        var stray = new Disagreement(DisagreementKind.Stray, StorageNames.OfficialsTable, OfficialRows.Partition, row.Key, "No official is found by this word.");
        return [new Found(stray, new Mend($"word {row.Key}", token => RemoveAsync(row, token)))];
    }

    private Task<bool> RemoveAsync(ReadRow row, CancellationToken cancellation) =>
        writer.TryWriteAsync([RowWrite.Delete(StorageNames.OfficialsTable, row.Partition, row.Key) with { Only = row.Version }], cancellation);

    private async Task<OfficialRecord?> ReadAsync(ReadRow row, CancellationToken cancellation)
    {
        try
        {
            return await reader.BodyAsync<OfficialRecord>(row, cancellation);
        }
        catch (Exception damaged) when (Damage.Is(damaged))
        {
            return null;
        }
    }
}
