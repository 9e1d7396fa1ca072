using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Feeds.Markup;

namespace Ingest.Articles.Metadata;

/// <summary>Makes authors' names of what bylines print.</summary>
internal static partial class Bylines
{
    /// <summary>Longer than any name; what is longer is a sentence about somebody.</summary>
    private const int LongestName = 60;

    private const int MostNames = 12;

    private static readonly FrozenSet<string> Openings = DataFile.Words("Articles/Data/byline-words.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Jobs = DataFile.Words("Articles/Data/byline-jobs.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names in the bylines, as printed, each once; none where they are addresses or jobs.</summary>
    public static ImmutableArray<string> Names(IEnumerable<string> bylines) =>
        [.. bylines.SelectMany(Split).Select(Clean).Where(IsName).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostNames)];

    private static IEnumerable<string> Split(string byline)
    {
        var text = WithoutOpening(MarkupWriter.InOneLine(byline));
        if (text.Length > LongestName * MostNames) return [];
        return Parts().Split(text).SelectMany(part => part.Contains(',') ? Enumerate(part) : [part]);
    }

    /// <summary>A comma parts names from names, and names from jobs and places.</summary>
    private static IEnumerable<string> Enumerate(string part)
    {
        var pieces = part.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < pieces.Length; i++)
        {
            // "Kim, Min-jung" would be one name, but no paper prints its bylines so; degrees belong to the name before.
            if (i > 0 && pieces[i].TrimEnd('.') is "Jr" or "Sr" or "II" or "III" or "MD" or "M.D" or "PhD" or "Ph.D") continue;
            yield return pieces[i];
        }
    }

    private static string Clean(string name)
    {
        name = WithoutOpening(name.Trim(' ', '.', ',', ';', ':', '|', '-', '–', '—', '/', '*', '·', '•', '"', '“', '”'));
        var bracket = name.IndexOfAny(['(', '[', '<']);
        return bracket > 0 ? name[..bracket].TrimEnd() : name;
    }

    private static string WithoutOpening(string text)
    {
        for (var space = text.IndexOfAny([' ', ':']); space > 0; space = text.IndexOfAny([' ', ':']))
        {
            if (!Openings.Contains(text[..space])) break;
            text = text[(space + 1)..].TrimStart(' ', ':');
        }

        return text;
    }

    private static bool IsName(string name) =>
        name.Length is > 1 and <= LongestName
        && char.IsLetter(name[0])
        && name.Any(char.IsLetter)
        && !Openings.Contains(name)
        && !Jobs.Contains(name)
        && name.IndexOfAny(['@', '#', '=', '?', '!', ')', ']']) < 0
        && !name.StartsWith("http", StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        && name.Count(char.IsDigit) <= 2;

    [GeneratedRegex(@"\s+(?:and|und|og|och|et|dan|và|y|e)\s+|\s*[;|/•·]\s*|\s+&\s+|\s+[-–—]\s+", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Parts();
}
