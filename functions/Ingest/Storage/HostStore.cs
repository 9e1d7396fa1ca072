using System.IO.Compression;
using Azure;
using Azure.Data.Tables;

namespace Ingest.Storage;

/// <summary>Who may ask a host, and what is known of it, shared by all instances of the app. One partition a host.</summary>
internal sealed class HostStore(StorageClients clients)
{
    private const string TurnRow = "turn";

    private readonly TableClient table = clients.Table(StorageNames.HostsTable);

    /// <summary>The row of a host's turns; a new one where the host was never asked.</summary>
    public async Task<HostTurnRow> FindTurnAsync(string host, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<HostTurnRow>(RowKeys.Part(host), TurnRow, cancellationToken: cancellation).ConfigureAwait(false);
        return found.HasValue ? found.Value! : new HostTurnRow { PartitionKey = RowKeys.Part(host), RowKey = TurnRow };
    }

    /// <summary>Writes the row if nobody else did since it was read; tells whether.</summary>
    public async Task<bool> TrySaveTurnAsync(HostTurnRow row, CancellationToken cancellation)
    {
        try
        {
            var response = row.ETag == default
                ? await table.AddEntityAsync(row, cancellation).ConfigureAwait(false)
                : await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
            row.ETag = response.Headers.ETag ?? default;
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    /// <summary>The robots.txt that was kept of a site, null where none was; its text is null where it was too large to keep.</summary>
    public async Task<(DateTimeOffset ReadAt, byte[] Text)?> FindRobotsAsync(Uri site, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<RobotsRow>(RowKeys.Part(site.Authority), RobotsKey(site), cancellationToken: cancellation).ConfigureAwait(false);
        if (!found.HasValue) return null;
        using var decompressed = new MemoryStream();
        using (var brotli = new BrotliStream(new MemoryStream(found.Value!.Text), CompressionMode.Decompress)) brotli.CopyTo(decompressed);
        return (found.Value.ReadAt, decompressed.ToArray());
    }

    /// <summary>Keeps a site's robots.txt; one that even compressed does not fit into a row is read anew each time.</summary>
    public async Task SaveRobotsAsync(Uri site, DateTimeOffset readAt, ReadOnlyMemory<byte> text, CancellationToken cancellation)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Optimal, leaveOpen: true)) brotli.Write(text.Span);
        if (compressed.Length > TableLimits.BytesPerValue) return;
        var row = new RobotsRow { PartitionKey = RowKeys.Part(site.Authority), RowKey = RobotsKey(site), ReadAt = readAt, Text = compressed.ToArray() };
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
    }

    private static string RobotsKey(Uri site) => $"robots{RowKeys.Separator}{site.Scheme}";

    private sealed class RobotsRow : ITableEntity
    {
        public required string PartitionKey { get; set; }

        public required string RowKey { get; set; }

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public DateTimeOffset ReadAt { get; set; }

        public byte[] Text { get; set; } = [];
    }
}

/// <summary>Whose turn it is at a host.</summary>
internal sealed class HostTurnRow : ITableEntity
{
    public required string PartitionKey { get; set; }

    public required string RowKey { get; set; }

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    /// <summary>From when on the host may be asked, UTC: the end of the pause, or of the turn that is taken.</summary>
    public DateTimeOffset FreeAt { get; set; }

    /// <summary>Who holds the turn; empty where nobody does.</summary>
    public string Holder { get; set; } = "";

    /// <summary>How often in a row the host said that it is asked too much.</summary>
    public int Strikes { get; set; }
}
