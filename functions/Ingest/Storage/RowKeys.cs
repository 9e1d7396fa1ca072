using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ingest.Storage;

/// <summary>
/// Builds partition and row keys. Parts are joined by '|', which sorts behind every letter and digit of ASCII, so that all rows under
/// one first part form one range.
/// </summary>
internal static class RowKeys
{
    /// <summary>Between the parts of a key.</summary>
    public const char Separator = '|';

    // Sorts right behind the separator.
    private const char Behind = '}';

    private const int LongestPart = 120;

    /// <summary>The first <paramref name="length"/> hexadecimal digits of the text's SHA-256, lower case.</summary>
    public static string Hash(string text, int length = 16) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..length];

    /// <summary>One of a fixed number of buckets, the same on every machine and for ever.</summary>
    public static int Bucket(string text, int buckets) =>
        (int)(BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text))) % (uint)buckets);

    /// <summary>A number that falls while time rises, of fixed width, so that the newest row stands first.</summary>
    public static string Inverted(DateTimeOffset time) => (DateTime.MaxValue.Ticks - time.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>The time that <see cref="Inverted"/> was made of.</summary>
    public static DateTimeOffset Reverted(ReadOnlySpan<char> inverted) =>
        new(DateTime.MaxValue.Ticks - long.Parse(inverted, NumberStyles.None, CultureInfo.InvariantCulture), TimeSpan.Zero);

    /// <summary>A number that falls from one UTC month to the next, of fixed width: the months that are left until 9999-12.</summary>
    public static string InvertedMonth(DateTimeOffset time)
    {
        var utc = time.UtcDateTime;
        return ((12 * (9999 - utc.Year)) + 12 - utc.Month).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// A text as part of a key: itself where it is short and holds nothing that keys forbid (/ \ # ? and control characters) or that
    /// we mean something by, else its hash.
    /// </summary>
    public static string Part(string text)
    {
        if (text.Length is 0 or > LongestPart) return "~" + Hash(text);
        foreach (var c in text)
            if (c is '/' or '\\' or '#' or '?' or '%' or Separator || char.IsControl(c) || char.IsSurrogate(c)) return "~" + Hash(text);
        return text;
    }

    /// <summary>The first key of those that begin with <paramref name="part"/> and a separator.</summary>
    public static string From(string part) => part + Separator;

    /// <summary>The first key behind those that begin with <paramref name="part"/> and a separator.</summary>
    public static string Until(string part) => part + Behind;
}
