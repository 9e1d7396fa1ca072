using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;

namespace Ingest.Storage.Backup;

/// <summary>
/// Reads the whole record out, a line a blob or row: the blobs first, so that a row never arrives before what it points to.
/// Left out is what belongs to one store alone: the turns of hosts and the settings, with the key that signs cursors.
/// </summary>
public sealed class RecordExport
{
    private const char Separator = '\n';

    private readonly StorageClients clients;

    internal RecordExport(StorageClients clients) => this.clients = clients;

    /// <summary>The tables that are read out, in that order.</summary>
    internal static ImmutableArray<string> Tables { get; } =
        [.. StorageNames.Tables.Except([StorageNames.HostsTable, StorageNames.SettingsTable]).Order(StringComparer.Ordinal)];

    private static ImmutableArray<string> Containers { get; } = [.. StorageNames.Containers.Order(StringComparer.Ordinal)];

    /// <summary>Every line behind a place, or all of them.</summary>
    /// <param name="after">The <see cref="BackupLine.Place"/> of the last line that arrived, or null.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="FormatException">There is no such place.</exception>
    public async IAsyncEnumerable<BackupLine> ReadAsync(string? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (container, blob, table, partition, row) = Parse(after);
        if (table is null)
        {
            foreach (var name in Containers.Where(name => container is null || string.CompareOrdinal(name, container) >= 0))
                await foreach (var line in BlobsAsync(name, name == container ? blob : null, cancellation).ConfigureAwait(false)) yield return line;
        }

        foreach (var name in Tables.Where(name => table is null || string.CompareOrdinal(name, table) >= 0))
            await foreach (var line in RowsAsync(name, name == table ? (partition!, row!) : null, cancellation).ConfigureAwait(false)) yield return line;
    }

    private async IAsyncEnumerable<BackupLine> BlobsAsync(string name, string? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var container = clients.Container(name);
        await foreach (var item in container.GetBlobsAsync(cancellationToken: cancellation).ConfigureAwait(false))
        {
            if (after is not null && string.CompareOrdinal(item.Name, after) <= 0) continue;
            var blob = await container.GetBlobClient(item.Name).DownloadContentAsync(cancellation).ConfigureAwait(false);
            yield return new BackupLine(Place("c", name, item.Name))
            {
                Container = name,
                Blob = item.Name,
                ContentType = blob.Value.Details.ContentType,
                ContentEncoding = blob.Value.Details.ContentEncoding,
                Content = blob.Value.Content.ToArray(),
            };
        }
    }

    private async IAsyncEnumerable<BackupLine> RowsAsync(string name, (string Partition, string Row)? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var filter = after is not { } place
            ? null
            : TableClient.CreateQueryFilter($"PartitionKey gt {place.Partition} or (PartitionKey eq {place.Partition} and RowKey gt {place.Row})");
        await foreach (var row in clients.Table(name).QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            var values = row.Where(v => v.Value is not null && v.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag"));
            yield return new BackupLine(Place("t", name, row.PartitionKey, row.RowKey))
            {
                Table = name,
                Partition = row.PartitionKey,
                Row = row.RowKey,
                Values = new SortedDictionary<string, BackupValue>(values.ToDictionary(v => v.Key, v => BackupValues.Of(v.Value)), StringComparer.Ordinal),
            };
        }
    }

    private static string Place(params string[] parts) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(string.Join(Separator, parts)));

    private static (string? Container, string? Blob, string? Table, string? Partition, string? Row) Parse(string? place)
    {
        if (place is null) return default;
        var parts = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(place)).Split(Separator);
        return parts switch
        {
            ["c", var container, var blob] when Containers.Contains(container) => (container, blob, null, null, null),
            ["t", var table, var partition, var row] when Tables.Contains(table) => (null, null, table, partition, row),
            _ => throw new FormatException("The export has no such place. Send the 'place' of a line that arrived."),
        };
    }
}
