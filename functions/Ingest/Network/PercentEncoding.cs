using System.Globalization;
using System.Text;

namespace Ingest.Network;

/// <summary>Percent-encoding in one way of writing (RFC 3986, 6.2.2), so that two addresses can be compared.</summary>
internal static class PercentEncoding
{
    /// <summary>Octets that need it are encoded, those that do not are decoded, hexadecimal digits are capitals.</summary>
    public static string Normalise(string text)
    {
        var normal = new StringBuilder(text.Length);
        var octets = Encoding.UTF8.GetBytes(text);
        for (var i = 0; i < octets.Length; i++)
        {
            var octet = octets[i];
            if (octet == '%' && i + 2 < octets.Length && char.IsAsciiHexDigit((char)octets[i + 1]) && char.IsAsciiHexDigit((char)octets[i + 2]))
            {
                octet = byte.Parse(octets.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                i += 2;
                if (!IsUnreserved((char)octet))
                {
                    Encode(normal, octet);
                    continue;
                }
            }

            if (octet is > (byte)' ' and < 0x7f) normal.Append((char)octet);
            else Encode(normal, octet);
        }

        return normal.ToString();
    }

    private static void Encode(StringBuilder text, byte octet) => text.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));

    private static bool IsUnreserved(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~';
}
