using System.Collections.Immutable;

namespace Ingest.Network.Robots;

/// <summary>One line of a group: whether paths that match the pattern may be fetched.</summary>
/// <param name="Allow">Allow or disallow.</param>
/// <param name="Pattern">A path prefix, normalised, in which '*' stands for anything and a '$' at the end for the end.</param>
public readonly record struct RobotsRule(bool Allow, string Pattern);

/// <summary>What a site's robots.txt asks of us (RFC 9309).</summary>
/// <param name="Rules">The rules of the groups that name us, or of those for everybody.</param>
/// <param name="CrawlDelay">The least time between two requests; no part of the RFC, but widely asked for. Null where not asked.</param>
public sealed record RobotsRules(ImmutableArray<RobotsRule> Rules, TimeSpan? CrawlDelay)
{
    /// <summary>What a site without robots.txt asks.</summary>
    public static RobotsRules None { get; } = new([], null);

    /// <summary>Whether an address may be fetched: the longest pattern that matches decides, and allow where two are equally long.</summary>
    public bool Allows(Uri address)
    {
        // 2.2.2: the robots.txt itself is implicitly allowed.
        if (address.AbsolutePath == "/robots.txt") return true;
        var path = PercentEncoding.Normalise(address.PathAndQuery);
        var longest = -1;
        var allowed = true;
        foreach (var (allow, pattern) in Rules)
        {
            if (pattern.Length < longest || (pattern.Length == longest && (allowed || !allow)) || !Matches(pattern, path)) continue;
            longest = pattern.Length;
            allowed = allow;
        }

        return allowed;
    }

    /// <summary>
    /// Each part between stars is found at its first place after the one before; going back is never needed, so the time is
    /// bounded by the lengths' product.
    /// </summary>
    private static bool Matches(string pattern, string path)
    {
        var toEnd = pattern.EndsWith('$');
        var parts = (toEnd ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal)) return false;
        if (parts.Length == 1) return !toEnd || path.Length == parts[0].Length;
        var at = parts[0].Length;
        foreach (var part in parts[1..^1])
        {
            var found = path.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0) return false;
            at = found + part.Length;
        }

        return toEnd
            ? path.Length - at >= parts[^1].Length && path.EndsWith(parts[^1], StringComparison.Ordinal)
            : path.IndexOf(parts[^1], at, StringComparison.Ordinal) >= 0;
    }
}
