using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace Ingest.Storage.Rows;

/// <summary>A row as it was read.</summary>
/// <param name="Partition">Its partition.</param>
/// <param name="Key">Its row key.</param>
/// <param name="Version">Its ETag.</param>
/// <param name="Values">All its values; the body is among them.</param>
internal sealed record ReadRow(string Partition, string Key, ETag Version, TableEntity Values);

/// <summary>Rows of one answer of storage.</summary>
/// <param name="Rows">In the order of their keys; may be none although more follow.</param>
/// <param name="Continuation">Where storage goes on, or null at the end.</param>
internal sealed record RowPage(IReadOnlyList<ReadRow> Rows, string? Continuation);

/// <summary>Reads rows; each method says how many transactions it costs.</summary>
internal sealed class RowReader(StorageClients clients)
{
    private static readonly string[] Keys = [nameof(ITableEntity.PartitionKey), nameof(ITableEntity.RowKey)];

    /// <summary>One row, or null. One transaction.</summary>
    public async Task<ReadRow?> FindAsync(string table, string partition, string key, CancellationToken cancellation)
    {
        var found = await clients.Table(table).GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellation);
        if (!found.HasValue) return null;
        StorageTransactions.Read(1);
        return Row(found.Value!);
    }

    /// <summary>One answer of storage: one transaction.</summary>
    /// <param name="table">The table.</param>
    /// <param name="filter">OData; ranges of keys only, so that nothing is read in vain.</param>
    /// <param name="rows">At most so many, up to <see cref="TableLimits.RowsPerPage"/>.</param>
    /// <param name="keysOnly">Whether bodies are left out.</param>
    /// <param name="continuation">Where an earlier answer to the same filter left off, or null.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<RowPage> PageAsync(string table, string filter, int rows, bool keysOnly, string? continuation, CancellationToken cancellation)
    {
        var query = clients.Table(table).QueryAsync<TableEntity>(filter, Math.Clamp(rows, 1, TableLimits.RowsPerPage), keysOnly ? Keys : null, cancellation);
        await foreach (var page in query.AsPages(continuation, Math.Clamp(rows, 1, TableLimits.RowsPerPage)))
        {
            StorageTransactions.Read(page.Values.Count);
            return new RowPage([.. page.Values.Select(Row)], page.ContinuationToken);
        }

        return new RowPage([], null);
    }

    /// <summary>Every row of a range. A transaction for each thousand rows, or each answer that storage cuts short.</summary>
    public async IAsyncEnumerable<ReadRow> AllAsync(string table, string filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? continuation = null;
        do
        {
            var page = await PageAsync(table, filter, TableLimits.RowsPerPage, keysOnly: false, continuation, cancellation);
            foreach (var row in page.Rows) yield return row;
            continuation = page.Continuation;
        }
        while (continuation is not null);
    }

    /// <summary>Rows of a range up to a number of them; the rest is left to whoever asks for what stands behind the last.</summary>
    public async Task<IReadOnlyList<ReadRow>> SomeAsync(string table, string filter, int most, bool keysOnly, CancellationToken cancellation)
    {
        var rows = new List<ReadRow>();
        string? continuation = null;
        do
        {
            var page = await PageAsync(table, filter, most - rows.Count, keysOnly, continuation, cancellation);
            rows.AddRange(page.Rows);
            continuation = page.Continuation;
        }
        while (continuation is not null && rows.Count < most);

        return rows;
    }

    /// <summary>The content of a row. No transaction, or one where it lies in a blob.</summary>
    public async Task<T> BodyAsync<T>(ReadRow row, CancellationToken cancellation) => RowBody.Unpack<T>(await BytesAsync(row, cancellation));

    /// <summary>The content of a row as it was packed. No transaction, or one where it lies in a blob.</summary>
    public async Task<byte[]> BytesAsync(ReadRow row, CancellationToken cancellation)
    {
        if (RowBody.In(row.Values) is { } bytes) return bytes;
        if (row.Values.GetString(RowBody.BlobProperty) is not { } blob)
            throw new InvalidDataException($"The row {row.Partition} {row.Key} has no body. Was it written by something else?");
        var content = await clients.Container(StorageNames.BodiesContainer).GetBlobClient(blob).DownloadContentAsync(cancellation);
        return content.Value.Content.ToArray();
    }

    private static ReadRow Row(TableEntity row) => new(row.PartitionKey, row.RowKey, row.ETag, row);
}
