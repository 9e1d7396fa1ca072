using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Ingest.Storage.Record;

namespace Ingest.Storage.Backup;

/// <summary>Writes an export into a store. Every line may arrive twice; lines that arrived stay when a later one is refused.</summary>
public sealed class RecordImport
{
    private readonly StorageClients clients;

    internal RecordImport(StorageClients clients) => this.clients = clients;

    /// <summary>Writes lines as <see cref="RecordExport"/> makes them, in their order, and returns how many.</summary>
    /// <param name="lines">NDJSON in UTF-8.</param>
    /// <param name="cancellation">Ends the writing.</param>
    /// <exception cref="FormatException">A line is none of an export; the message names it.</exception>
    public async Task<long> WriteAsync(Stream lines, CancellationToken cancellation)
    {
        using var reader = new StreamReader(lines);
        var batch = new List<BackupLine>();
        var size = 0;
        long written = 0;
        while (await reader.ReadLineAsync(cancellation).ConfigureAwait(false) is { } text)
        {
            if (text.Length == 0) continue;
            var line = Parse(text, written + 1);
            if (line.Container is not null)
            {
                await WriteBlobAsync(line, cancellation).ConfigureAwait(false);
            }
            else
            {
                var startsAnother = batch.Count > 0 && (batch[0].Table != line.Table || batch[0].Partition != line.Partition);
                if (startsAnother || batch.Count == TableLimits.RowsPerTransaction || size + text.Length > TableLimits.BytesPerTransaction)
                {
                    await WriteRowsAsync(batch, cancellation).ConfigureAwait(false);
                    batch.Clear();
                    size = 0;
                }

                batch.Add(line);
                size += text.Length;
            }

            written++;
        }

        await WriteRowsAsync(batch, cancellation).ConfigureAwait(false);
        return written;
    }

    private static BackupLine Parse(string text, long number)
    {
        try
        {
            var line = JsonSerializer.Deserialize<BackupLine>(text, RecordJson.Options);
            if (line is { Container: { } container, Blob: not null, Content: not null } && StorageNames.Containers.Contains(container)) return line;
            if (line is { Table: { } table, Partition: not null, Row: not null, Values: not null } && RecordExport.Tables.Contains(table)) return line;
        }
        catch (JsonException)
        {
            // Told below like any other line that is none.
        }

        throw new FormatException($"Line {number} is no line of an export. Send the lines that /api/export gave, unchanged; those before it are written.");
    }

    private async Task WriteBlobAsync(BackupLine line, CancellationToken cancellation)
    {
        var headers = new BlobHttpHeaders { ContentType = line.ContentType, ContentEncoding = line.ContentEncoding };
        await clients.Container(line.Container!).GetBlobClient(line.Blob)
            .UploadAsync(BinaryData.FromBytes(line.Content!), new BlobUploadOptions { HttpHeaders = headers }, cancellation).ConfigureAwait(false);
    }

    private async Task WriteRowsAsync(List<BackupLine> batch, CancellationToken cancellation)
    {
        if (batch.Count == 0) return;
        // The same row twice in one transaction is refused; the later line is the newer.
        var rows = batch.GroupBy(line => line.Row).Select(same => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Row(same.Last())));
        await clients.Table(batch[0].Table!).SubmitTransactionAsync(rows, cancellation).ConfigureAwait(false);
    }

    private static TableEntity Row(BackupLine line)
    {
        var row = new TableEntity(line.Partition, line.Row);
        foreach (var (name, value) in line.Values!) row[name] = BackupValues.Read(value);
        return row;
    }
}
