using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ingest.Queries.Parameters;
using Ingest.Storage;

namespace Ingest.Queries.Paging;

/// <summary>Makes cursors opaque, and knows its own: one that was changed, or that belongs to other filters, is refused.</summary>
internal sealed class CursorSigner(SigningKey key)
{
    private const int MacBytes = 16;
    private const int MostCharacters = 2000;

    /// <summary>The cursor as it stands in an address.</summary>
    /// <param name="cursor">Where the page ended.</param>
    /// <param name="filters">What the page was asked for, in its canonical form.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<string> SignAsync(Cursor cursor, string filters, CancellationToken cancellation)
    {
        var content = Encoding.UTF8.GetBytes(cursor.After.ToString(CultureInfo.InvariantCulture) + ' ' + cursor.Place);
        return Base64Url.EncodeToString([.. Mac(await key.GetAsync(cancellation), filters, content), .. content]);
    }

    /// <summary>Reads a cursor, or null where none is given.</summary>
    /// <exception cref="QueryException">It is none of ours, or belongs to other filters.</exception>
    public async Task<Cursor?> ReadAsync(string? text, string filters, CancellationToken cancellation)
    {
        if (text is null) return null;
        if (text.Length <= MostCharacters && TryDecode(text) is { Length: > MacBytes } bytes)
        {
            var (mac, content) = (bytes[..MacBytes], bytes[MacBytes..]);
            var expected = Mac(await key.GetAsync(cancellation), filters, content);
            if (CryptographicOperations.FixedTimeEquals(mac, expected))
            {
                var parts = Encoding.UTF8.GetString(content).Split(' ', 2);
                return new Cursor(parts[1], int.Parse(parts[0], CultureInfo.InvariantCulture));
            }
        }

        throw new QueryException("The cursor was changed, or belongs to other filters. Take it from nextCursor and leave the other parameters as they were.", KnownParameters.Cursor.Name);
    }

    private static byte[]? TryDecode(string text)
    {
        try
        {
            return Base64Url.DecodeFromChars(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static byte[] Mac(byte[] key, string filters, byte[] content)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(filters), 0, .. content];
        return HMACSHA256.HashData(key, signed)[..MacBytes];
    }
}
