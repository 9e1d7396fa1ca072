using System.Collections.Immutable;
using System.Text.Json;
using Azure;
using Ingest.Extraction.Officials;
using Ingest.Queries;
using Ingest.Storage.Record;
using Ingest.Storage.Rows;

namespace Ingest.Storage;

/// <summary>The officials of the record: who an article's officials are, and what the articles tell of each.</summary>
internal sealed class OfficialDirectory(RowReader reader, RowWriter writer) : IDisposable
{
    private const int OfficialsAtOnce = 4;

    // With these, one official's rows always fit into one transaction, even where all its words change.
    private const int MostStems = 48;

    // Threads of one process take turns, so that only hosts compete for an official whom everybody quotes.
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>The record's id of each official of one article. A transaction for each.</summary>
    public async Task<ImmutableArray<string>> IdentifyAsync(ImmutableArray<Official> officials, DateOnly published, CancellationToken cancellation)
    {
        var ids = await Task.WhenAll(officials.Select(async official =>
        {
            var known = new List<KnownOfficial>();
            await foreach (var row in reader.AllAsync(StorageNames.OfficialsTable, OfficialRows.Namesakes(OfficialKey.Of(official.Name)), cancellation))
                known.Add(Known(await reader.BodyAsync<OfficialRecord>(row, cancellation)));
            return OfficialIdentity.Match(official, published, known).Id;
        }));
        return [.. ids];
    }

    /// <summary>One official, or null. One transaction.</summary>
    public async Task<OfficialRecord?> FindAsync(string id, CancellationToken cancellation) =>
        await reader.FindAsync(StorageNames.OfficialsTable, OfficialRows.Partition, OfficialRows.Record(id), cancellation) is { } row
            ? await reader.BodyAsync<OfficialRecord>(row, cancellation)
            : null;

    /// <summary>
    /// Brings the records of all officials of a cluster up to date. What is new is folded in; where an article no longer tells what it
    /// told, the record is folded anew from the rows of all articles, which must be written by now.
    /// </summary>
    public async Task FoldAsync(IReadOnlyList<RecordedCluster> formers, RecordedCluster now, CancellationToken cancellation)
    {
        var before = formers.SelectMany(f => f.Officials).ToLookup(s => s.OfficialId, StringComparer.Ordinal);
        var after = now.Officials.ToLookup(s => s.OfficialId, StringComparer.Ordinal);
        var ids = before.Concat(after).Select(s => s.Key).Distinct(StringComparer.Ordinal)
            .Where(id => formers.Any(f => !Tells(f, id).SequenceEqual(Tells(now, id))))
            .Order(StringComparer.Ordinal);
        foreach (var some in ids.Chunk(OfficialsAtOnce))
        {
            await turn.WaitAsync(cancellation);
            try
            {
                while (!await TryFoldAsync(some, before, after, cancellation))
                {
                    // Another host has changed one of them; what it wrote is read anew.
                }
            }
            finally
            {
                turn.Release();
            }
        }
    }

    /// <summary>The record that all articles make of an official as they stand; null where none names it.</summary>
    public async Task<OfficialRecord?> ComputeAsync(string id, CancellationToken cancellation) => OfficialFolding.Of(await SightingsAsync(id, cancellation));

    /// <summary>Writes an official anew from the rows of all articles, whatever stands there.</summary>
    public async Task RefoldAsync(string id, CancellationToken cancellation)
    {
        while (true)
        {
            var row = await reader.FindAsync(StorageNames.OfficialsTable, OfficialRows.Partition, OfficialRows.Record(id), cancellation);
            var record = await ComputeAsync(id, cancellation);
            if (row is null && record is null) return;
            RowWrite[] rows =
            [
                new(StorageNames.OfficialsTable, OfficialRows.Partition, OfficialRows.Record(id), record is null ? null : RowBody.Pack(record)) { IsDelete = record is null, Only = row?.Version ?? RowWrite.Absent },
                .. WordRows(record),
            ];
            if (await writer.TryWriteAsync(rows, cancellation)) return;
        }
    }

    /// <summary>The rows under which an official is found by words.</summary>
    public static IEnumerable<RowWrite> WordRows(OfficialRecord? official) => official is null
        ? []
        : Stems(official).Select(stem => new RowWrite(StorageNames.OfficialsTable, OfficialRows.Partition, OfficialRows.Word(stem, official.Id), null));

    public void Dispose() => turn.Dispose();

    private async Task<bool> TryFoldAsync(string[] ids, ILookup<string, Sighting> before, ILookup<string, Sighting> after, CancellationToken cancellation)
    {
        var writes = await Task.WhenAll(ids.Select(async id =>
        {
            var row = await reader.FindAsync(StorageNames.OfficialsTable, OfficialRows.Partition, OfficialRows.Record(id), cancellation);
            var known = row is null ? null : await reader.BodyAsync<OfficialRecord>(row, cancellation);
            var record = before[id].Any()
                ? OfficialFolding.Of(await SightingsAsync(id, cancellation))
                : after[id].Aggregate(known, OfficialFolding.With);
            return Writes(id, known, record, row?.Version).ToList();
        }));
        var rows = writes.SelectMany(w => w).ToList();
        if (rows.Count <= TableLimits.RowsPerTransaction) return rows.Count == 0 || await writer.TryWriteAsync(rows, cancellation);
        var half = ids.Length / 2;
        return await TryFoldAsync(ids[..half], before, after, cancellation) && await TryFoldAsync(ids[half..], before, after, cancellation);
    }

    private static IEnumerable<RowWrite> Writes(string id, OfficialRecord? known, OfficialRecord? record, ETag? version)
    {
        var body = record is null ? null : RowBody.Pack(record);
        if (known is null && record is null) yield break;
        if (known is not null && body is not null && RowBody.Pack(known).Bytes.AsSpan().SequenceEqual(body.Bytes)) yield break;
        yield return new RowWrite(StorageNames.OfficialsTable, OfficialRows.Partition, OfficialRows.Record(id), body) { IsDelete = record is null, Only = version ?? RowWrite.Absent };
        var (stems, knownStems) = (Stems(record), Stems(known));
        foreach (var stem in stems.Except(knownStems))
            yield return new RowWrite(StorageNames.OfficialsTable, OfficialRows.Partition, OfficialRows.Word(stem, id), null);
        foreach (var stem in knownStems.Except(stems))
            yield return RowWrite.Delete(StorageNames.OfficialsTable, OfficialRows.Partition, OfficialRows.Word(stem, id));
    }

    private async Task<List<Sighting>> SightingsAsync(string id, CancellationToken cancellation)
    {
        var sightings = new List<Sighting>();
        await foreach (var row in reader.AllAsync(StorageNames.PostingsTable, PostingRows.Filter(PostingRows.Term(PostingField.Official, id)), cancellation))
            sightings.AddRange(await reader.BodyAsync<List<Sighting>>(row, cancellation));
        return sightings;
    }

    private static ImmutableHashSet<string> Stems(OfficialRecord? official) =>
        official is null ? [] : [.. SearchableWords.Of(official).Where(word => !word.IsStop).Select(word => word.Stem).Distinct(StringComparer.Ordinal).Take(MostStems)];

    private static IEnumerable<string> Tells(RecordedCluster cluster, string id) =>
        cluster.Officials.Where(s => s.OfficialId == id).Select(s => JsonSerializer.Serialize(s, RecordJson.Options));

    private static KnownOfficial Known(OfficialRecord official) =>
        new(official.Id, official.Names, [.. official.Roles.Select(r => new KnownRole(r.Title, r.Organisation, r.Status, r.FirstSeen, r.LastSeen))]);
}
