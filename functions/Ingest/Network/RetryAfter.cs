using System.Globalization;

namespace Ingest.Network;

/// <summary>Reads Retry-After (RFC 9110, 10.2.3): seconds, or a date in any of HTTP's three forms.</summary>
internal static class RetryAfter
{
    /// <summary>The longest time that a host may ask for; what asks for more is read as this.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private static readonly string[] DateForms = ["r", "ddd, d MMM yyyy HH:mm:ss 'GMT'", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"];

    /// <summary>The moment it names, never before <paramref name="now"/>; null where there is none or it cannot be read.</summary>
    public static DateTimeOffset? Parse(string? value, DateTimeOffset now)
    {
        value = value?.Trim();
        if (string.IsNullOrEmpty(value)) return null;
        if (value.All(char.IsAsciiDigit))
            return now + (value.Length > 9 ? Longest : Min(TimeSpan.FromSeconds(int.Parse(value, CultureInfo.InvariantCulture))));
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces;
        if (!DateTimeOffset.TryParseExact(value, DateForms, CultureInfo.InvariantCulture, Styles, out var date)) return null;
        return date <= now ? now : now + Min(date - now);
    }

    private static TimeSpan Min(TimeSpan asked) => asked < Longest ? asked : Longest;
}
