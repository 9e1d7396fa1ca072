using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;

namespace Ingest.Storage.Rows;

/// <summary>
/// Writes rows, those of one partition together in entity group transactions. Every write may be repeated: rows are replaced whole, and
/// a row to be taken away that is gone already is as good as taken away.
/// </summary>
internal sealed class RowWriter(StorageClients clients)
{
    // One article's partitions; more at once gain nothing and crowd out other articles.
    private const int PartitionsAtOnce = 8;

    /// <summary>Writes rows of any tables and partitions, in no order. None of them may be guarded.</summary>
    public async Task WriteAsync(IEnumerable<RowWrite> rows, CancellationToken cancellation)
    {
        var partitions = rows
            .GroupBy(row => (row.Table, row.Partition))
            .SelectMany(partition => Batches(partition.DistinctBy(row => row.Key, StringComparer.Ordinal)));
        await Parallel.ForEachAsync(
            partitions,
            new ParallelOptions { MaxDegreeOfParallelism = PartitionsAtOnce, CancellationToken = cancellation },
            async (batch, token) => await SubmitAsync(batch, token));
    }

    /// <summary>
    /// Writes rows of one partition together or not at all. False where a guarded row was not as expected, which after a broken connection
    /// may be our own hidden success: whoever guards a row puts into it by what it is recognised, and looks.
    /// </summary>
    /// <param name="rows">At most <see cref="TableLimits.RowsPerTransaction"/>.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<bool> TryWriteAsync(IReadOnlyList<RowWrite> rows, CancellationToken cancellation)
    {
        try
        {
            await SubmitAsync(rows, cancellation);
            return true;
        }
        catch (TableTransactionFailedException e) when (e.Status is 409 or 412 || (e.Status == 404 && FailedRow(e, rows) is { Only: not null, IsDelete: false }))
        {
            return false;
        }
    }

    private async Task SubmitAsync(IReadOnlyList<RowWrite> rows, CancellationToken cancellation)
    {
        foreach (var row in rows)
            if (row.Body is { Blob: { } blob } body) await UploadAsync(blob, body, cancellation);

        var table = clients.Table(rows[0].Table);
        var left = rows.ToList();
        while (left.Count > 0)
        {
            try
            {
                await table.SubmitTransactionAsync(left.Select(row => row.ToAction()), cancellation);
                return;
            }
            catch (TableTransactionFailedException e) when (e.Status == 404 && FailedRow(e, left) is { IsDelete: true } gone)
            {
                left.Remove(gone);
            }
        }
    }

    private static RowWrite? FailedRow(TableTransactionFailedException e, IReadOnlyList<RowWrite> rows) =>
        e.FailedTransactionActionIndex is { } index && index >= 0 && index < rows.Count ? rows[index] : null;

    // The name is the content's hash, so whatever lies there is right.
    private async Task UploadAsync(string blob, RowBody body, CancellationToken cancellation)
    {
        var client = clients.Container(StorageNames.BodiesContainer).GetBlobClient(blob);
        try
        {
            await client.UploadAsync(BinaryData.FromBytes(body.Bytes), new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } }, cancellation);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            // There already.
        }
    }

    private static IEnumerable<List<RowWrite>> Batches(IEnumerable<RowWrite> rows)
    {
        var batch = new List<RowWrite>();
        var size = 0;
        foreach (var row in rows)
        {
            if (batch.Count == TableLimits.RowsPerTransaction || (batch.Count > 0 && size + row.Size > TableLimits.BytesPerTransaction))
            {
                yield return batch;
                batch = [];
                size = 0;
            }

            batch.Add(row);
            size += row.Size;
        }

        if (batch.Count > 0) yield return batch;
    }
}
