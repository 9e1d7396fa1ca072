using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Azure.Data.Tables;
using Ingest.Storage.Record;

namespace Ingest.Storage.Rows;

/// <summary>
/// The content of a row: values as JSON, compressed, cut over as many binary properties as it takes. What is too large for a row lies in
/// a blob under its hash, and the row names the blob.
/// </summary>
internal sealed class RowBody
{
    /// <summary>The first binary property; a longer body goes on in Body1, Body2 and so on.</summary>
    public const string Property = "Body";

    /// <summary>Names the blob that holds the body instead.</summary>
    public const string BlobProperty = "BodyBlob";

    /// <summary>Bytes that stay in the row; the rest of its 1 MiB is left to its names and other values.</summary>
    public const int LargestInRow = 8 * TableLimits.BytesPerValue;

    // Higher levels gain a few per cent at several times the cost.
    private const int Quality = 4;
    private const int Window = 18;

    private readonly Lazy<byte[]> bytes;

    private RowBody(Func<byte[]> pack) => bytes = new(pack);

    /// <summary>Compressed.</summary>
    public byte[] Bytes => bytes.Value;

    /// <summary>The blob's name where the body is too large for a row, else null.</summary>
    public string? Blob => Bytes.Length > LargestInRow ? Convert.ToHexStringLower(SHA256.HashData(Bytes)) : null;

    /// <summary>Packs a value, when its bytes are asked for; equal values give equal bytes.</summary>
    public static RowBody Pack<T>(T value) => new(() => Compress(value));

    private static byte[] Compress<T>(T value)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, RecordJson.Options);
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(json.Length)];
        if (!BrotliEncoder.TryCompress(json, packed, out var length, Quality, Window))
            throw new InvalidOperationException($"{json.Length} bytes of JSON could not be compressed into {packed.Length}.");
        return packed[..length];
    }

    /// <summary>Unpacks what <see cref="Pack{T}"/> packed.</summary>
    public static T Unpack<T>(byte[] packed)
    {
        using var stream = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<T>(stream, RecordJson.Options)!;
    }

    /// <summary>Puts the body, or the name of its blob, into a row.</summary>
    public void WriteTo(TableEntity row)
    {
        if (Blob is { } blob)
        {
            row[BlobProperty] = blob;
            return;
        }

        for (var i = 0; i * TableLimits.BytesPerValue < Bytes.Length; i++)
            row[Name(i)] = Bytes[(i * TableLimits.BytesPerValue)..Math.Min(Bytes.Length, (i + 1) * TableLimits.BytesPerValue)];
    }

    /// <summary>The body's bytes as they stand in a row; null where they lie in a blob.</summary>
    public static byte[]? In(TableEntity row)
    {
        var first = row.GetBinary(Property);
        if (first is null) return null;
        if (!row.ContainsKey(Name(1))) return first;
        using var whole = new MemoryStream();
        for (var i = 0; row.GetBinary(Name(i)) is { } part; i++) whole.Write(part);
        return whole.ToArray();
    }

    private static string Name(int part) => part == 0 ? Property : Property + part.ToString(CultureInfo.InvariantCulture);
}
