using System.IO.Compression;

namespace Ingest.Network;

/// <summary>Reads a body up to the size that is worth reading, whatever its headers claim of it.</summary>
internal static class BodyReader
{
    /// <summary>The largest body, before as well as after decompression: 15 MB.</summary>
    public const int Limit = 15 * 1024 * 1024;

    /// <summary>More layers than anybody has a reason for are an attack.</summary>
    private const int MostEncodings = 3;

    /// <summary>The body as it came over the wire, or null where it is larger than the limit.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > Limit) return null;
        await using var stream = await content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        using var body = new MemoryStream();
        var buffer = new byte[81920];
        while (await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false) is > 0 and var read)
        {
            if (body.Length + read > Limit) return null;
            body.Write(buffer, 0, read);
        }

        return Written(body);
    }

    /// <summary>Undoes the content codings, last applied first; null where the result is larger than the limit.</summary>
    /// <exception cref="InvalidDataException">The bytes are not what the codings say, or end too early.</exception>
    public static ReadOnlyMemory<byte>? Decode(ReadOnlyMemory<byte> body, IReadOnlyList<string> encodings)
    {
        if (encodings.Count > MostEncodings) throw new InvalidDataException($"{encodings.Count} content codings on one body.");
        foreach (var encoding in encodings.Reverse())
        {
            if (body.IsEmpty) return body;
            using var decoded = new MemoryStream();
            using (var decoder = Decoder(encoding, body))
            {
                if (decoder is null) continue;
                var buffer = new byte[81920];
                while (Read(decoder, buffer) is > 0 and var read)
                {
                    if (decoded.Length + read > Limit) return null;
                    decoded.Write(buffer, 0, read);
                }
            }

            body = Written(decoded);
        }

        return body;
    }

    private static Stream? Decoder(string encoding, ReadOnlyMemory<byte> body)
    {
        var first = body.Span[0];
        var second = body.Length > 1 ? body.Span[1] : (byte)0;
        return encoding.ToLowerInvariant() switch
        {
            "identity" or "" => null,
            // Some servers name the coding of a body that they then send plain; the magic number tells.
            "gzip" or "x-gzip" => first == 0x1f && second == 0x8b ? new GZipStream(AsStream(body), CompressionMode.Decompress) : null,
            "br" => new BrotliStream(AsStream(body), CompressionMode.Decompress),
            // RFC 9110 means zlib by "deflate", and old servers send it raw; RFC 1950's header check tells.
            "deflate" => (first & 0x0f) == 8 && ((first << 8) | second) % 31 == 0
                ? new ZLibStream(AsStream(body), CompressionMode.Decompress)
                : new DeflateStream(AsStream(body), CompressionMode.Decompress),
            _ => throw new InvalidDataException($"The content coding '{encoding}' is none that was asked for."),
        };
    }

    private static int Read(Stream decoder, byte[] buffer)
    {
        try
        {
            return decoder.Read(buffer);
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidDataException("The compressed bytes are broken.", e);
        }
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> body) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(body, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(body.ToArray(), writable: false);

    private static ReadOnlyMemory<byte> Written(MemoryStream stream) => stream.GetBuffer().AsMemory(0, (int)stream.Length);
}
