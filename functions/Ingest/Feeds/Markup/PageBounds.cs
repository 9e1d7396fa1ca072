using System.Collections.Frozen;

namespace Ingest.Feeds.Markup;

/// <summary>
/// Cuts pages where no page of news reaches. A parser that builds what browsers build walks all open elements at every tag, and
/// an element takes many times the memory of its tag, so that a hostile page would cost far more than its size.
/// </summary>
internal static class PageBounds
{
    /// <summary>The largest pages of news sites have two million characters.</summary>
    private const int MostCharacters = 4_000_000;

    /// <summary>The longest pages have some twenty thousand tags.</summary>
    private const int MostTags = 100_000;

    /// <summary>Pages nest some thirty levels deep, careless ones a few hundred.</summary>
    private const int MostOpen = 500;

    private const int LongestName = 32;

    private static readonly FrozenSet<string> NeverOpen = DataFile.Lines("Feeds/Data/void-elements.txt").Concat(DataFile.Lines("Feeds/Data/self-ending-elements.txt")).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NeverOpenByName = NeverOpen.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly string[] RawText = ["script", "style", "textarea", "title"];

    /// <summary>The page, or what of it stands before the bounds.</summary>
    public static string Within(string page)
    {
        var end = Math.Min(page.Length, MostCharacters);
        var open = new List<int>();
        var counts = new Dictionary<int, int>();
        var tags = 0;
        for (var at = page.IndexOf('<'); at >= 0 && at < end; at = page.IndexOf('<', at))
        {
            if (++tags > MostTags || open.Count > MostOpen) return page[..at];
            at++;
            var isEnd = at < page.Length && page[at] == '/';
            var name = NameAt(page, isEnd ? at + 1 : at);
            if (name.IsEmpty || NeverOpenByName.Contains(name)) continue;
            if (isEnd) Close(open, counts, string.GetHashCode(name, StringComparison.OrdinalIgnoreCase));
            else if (RawTextOf(name) is { } raw) at = Math.Max(at, EndOf(page, at, raw));
            else Open(open, counts, string.GetHashCode(name, StringComparison.OrdinalIgnoreCase));
        }

        return end < page.Length ? page[..end] : page;
    }

    private static void Open(List<int> open, Dictionary<int, int> counts, int name)
    {
        open.Add(name);
        counts[name] = counts.GetValueOrDefault(name) + 1;
    }

    /// <summary>An end tag ends what is open within its element; one without a start ends nothing.</summary>
    private static void Close(List<int> open, Dictionary<int, int> counts, int name)
    {
        if (counts.GetValueOrDefault(name) == 0) return;
        int ended;
        do
        {
            ended = open[^1];
            open.RemoveAt(open.Count - 1);
            counts[ended]--;
        }
        while (ended != name);
    }

    private static ReadOnlySpan<char> NameAt(string page, int start)
    {
        var end = start;
        while (end < page.Length && end - start < LongestName && (char.IsAsciiLetterOrDigit(page[end]) || page[end] == '-')) end++;
        return end > start && char.IsAsciiLetter(page[start]) ? page.AsSpan(start, end - start) : default;
    }

    private static string? RawTextOf(ReadOnlySpan<char> name)
    {
        foreach (var raw in RawText)
            if (name.Equals(raw, StringComparison.OrdinalIgnoreCase)) return raw;
        return null;
    }

    /// <summary>Where the text of an element ends in which tags are text; one that is left open ends with the page.</summary>
    private static int EndOf(string page, int at, string name) =>
        page.IndexOf("</" + name, at, StringComparison.OrdinalIgnoreCase) is >= 0 and var end ? end + 2 : page.Length;
}
