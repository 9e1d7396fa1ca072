using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Ingest.Network.Robots;

/// <summary>Reads robots.txt as RFC 9309 says, and as leniently as it asks for.</summary>
public static class RobotsParser
{
    /// <summary>2.5: parsers read at least 500 KiB; what follows is left unread.</summary>
    public const int MostBytes = 500 * 1024;

    /// <summary>More rules than any site has a reason for; what follows is left unread.</summary>
    private const int MostRules = 10_000;

    private const int LongestPattern = 2048;

    /// <summary>What the file asks of a crawler.</summary>
    /// <param name="bytes">The file; UTF-8, with or without a byte order mark.</param>
    /// <param name="product">The crawler's product token, compared without regard to case.</param>
    public static RobotsRules Parse(ReadOnlySpan<byte> bytes, string product)
    {
        var text = Encoding.UTF8.GetString(bytes.Length > MostBytes ? bytes[..MostBytes] : bytes).TrimStart('\uFEFF');
        var ours = new Group();
        var everybodys = new Group();
        var named = false;
        var applies = (Ours: false, Everybodys: false);
        var inRules = true; // A group's user-agent lines stand together; the first after a rule starts the next group.
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var (key, value) = Split(line.ToString());
            if (key is "user-agent" or "useragent" or "user agent")
            {
                if (inRules) applies = (false, false);
                inRules = false;
                var isOurs = Token(value).Equals(product, StringComparison.OrdinalIgnoreCase);
                named |= isOurs;
                applies = (applies.Ours || isOurs, applies.Everybodys || value.StartsWith('*'));
            }
            else if (key is "allow" or "disallow" or "crawl-delay")
            {
                inRules = true;
                if (applies.Ours) ours.Add(key, value);
                if (applies.Everybodys) everybodys.Add(key, value);
            }
        }

        // 2.2.1: groups that name us are one group, and those for everybody count only where none does.
        return (named ? ours : everybodys).ToRules();
    }

    private static (string Key, string Value) Split(string line)
    {
        var comment = line.IndexOf('#');
        if (comment >= 0) line = line[..comment];
        var colon = line.IndexOf(':');
        return colon < 0 ? ("", "") : (line[..colon].Trim().ToLowerInvariant(), line[(colon + 1)..].Trim());
    }

    private static string Token(string value)
    {
        var end = 0;
        while (end < value.Length && (char.IsAsciiLetter(value[end]) || value[end] is '-' or '_')) end++;
        return value[..end];
    }

    private sealed class Group
    {
        private readonly ImmutableArray<RobotsRule>.Builder rules = ImmutableArray.CreateBuilder<RobotsRule>();
        private TimeSpan? delay;

        public void Add(string key, string value)
        {
            if (key == "crawl-delay")
            {
                if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 86400)
                    delay = TimeSpan.FromSeconds(Math.Max(seconds, delay?.TotalSeconds ?? 0));
            }
            else if (value.Length is > 0 and <= LongestPattern && rules.Count < MostRules)
            {
                // 2.2.2: both sides are compared in one way of writing. A pattern that starts with neither '/' nor '*' is a mistake for one that starts with '/'.
                rules.Add(new RobotsRule(key == "allow", PercentEncoding.Normalise(value[0] is '/' or '*' ? value : "/" + value)));
            }
        }

        public RobotsRules ToRules() => new(rules.ToImmutable(), delay);
    }
}
