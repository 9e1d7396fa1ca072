using System.IO.Compression;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Ingest.Storage;

/// <summary>Blobs that are kept compressed (gzip) and say so in their headers, so that any tool can read them.</summary>
internal static class CompressedBlobs
{
    /// <summary>Writes a blob, in place of an earlier one of that name.</summary>
    public static async Task SaveAsync(this BlobContainerClient container, string name, ReadOnlyMemory<byte> content, string? contentType, CancellationToken cancellation)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(content.Span);
        compressed.Position = 0;
        var headers = new BlobHttpHeaders { ContentEncoding = "gzip", ContentType = contentType ?? "application/octet-stream" };
        await container.GetBlobClient(name).UploadAsync(compressed, new BlobUploadOptions { HttpHeaders = headers }, cancellation).ConfigureAwait(false);
    }

    /// <summary>Reads a blob with its content type, or null where there is none of that name.</summary>
    public static async Task<(byte[] Content, string ContentType)?> FindAsync(this BlobContainerClient container, string name, CancellationToken cancellation)
    {
        try
        {
            var blob = await container.GetBlobClient(name).DownloadContentAsync(cancellation).ConfigureAwait(false);
            using var decompressed = new MemoryStream();
            using (var gzip = new GZipStream(blob.Value.Content.ToStream(), CompressionMode.Decompress)) gzip.CopyTo(decompressed);
            return (decompressed.ToArray(), blob.Value.Details.ContentType);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }
}
