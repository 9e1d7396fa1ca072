using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Ingest.Articles;

/// <summary>
/// What reports carry before and behind their words: the place that opens one ("PHNOM PENH: …") and the paper or agency that
/// it comes from ("PHNOM PENH (The Phnom Penh Post/ANN) - …", "… - The Phnom Penh Post/ANN", "… — AFP").
/// </summary>
internal static partial class ReportMarks
{
    /// <summary>Longer openings are sentences.</summary>
    private const int LongestOpening = 120;

    /// <summary>Longer endings are sentences.</summary>
    private const int LongestCredit = 80;

    private const int MostPlaceWords = 6;

    private static readonly FrozenSet<string> Agencies = DataFile.Words("Articles/Data/agencies.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Labels = DataFile.Words("Articles/Data/opening-labels.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What opens a report.</summary>
    /// <param name="Length">How many characters of the paragraph it takes, the dash and spaces behind it included; 0 where there is none.</param>
    /// <param name="Dateline">The place, or null.</param>
    /// <param name="Credit">The paper or agency, or null.</param>
    internal readonly record struct Opening(int Length, string? Dateline, string? Credit);

    /// <summary>What closes a report.</summary>
    /// <param name="Start">Where in the paragraph it starts, the spaces before it included.</param>
    /// <param name="Credit">The paper or agency.</param>
    internal readonly record struct Closing(int Start, string Credit);

    /// <summary>Reads the beginning of a report's first paragraph.</summary>
    public static Opening OpeningOf(string paragraph)
    {
        var head = paragraph.Length > LongestOpening ? paragraph[..LongestOpening] : paragraph;
        var match = Head().Match(head);
        if (!match.Success || match.Length >= paragraph.Length) return default;

        // Behind a dateline a sentence begins; "ASEAN – the bloc of …" goes on with its own.
        if (char.IsLower(paragraph[match.Length])) return default;
        var place = match.Groups["place"].Value.Trim().TrimEnd(',');
        var agency = match.Groups["agency"] is { Success: true, Value: var name } ? Source(name) : null;
        if (place.Length == 0) return agency is null ? default : new Opening(match.Length, null, agency);
        var isPlace = IsCapitals(place) || agency is not null;
        if (!isPlace || Labels.Contains(place) || place.Count(c => c == ' ') >= MostPlaceWords) return default;
        return new Opening(match.Length, Place(place), agency);
    }

    /// <summary>Reads the end of a report's last paragraph, or a paragraph that is nothing but a credit; null where there is none.</summary>
    public static Closing? ClosingOf(string paragraph)
    {
        var from = Math.Max(0, paragraph.Length - LongestCredit);
        var match = Tail().Match(paragraph[from..]);
        if (!match.Success) return null;
        var start = from + match.Index;
        if (match.Groups["before"] is { Success: true, Length: > 0 } before) start += before.Length;
        else if (start > 0) return null;
        return Source(match.Groups["credit"].Value) is { } credit ? new Closing(start, credit) : null;
    }

    /// <summary>The paper or agency as it is named; null where it is none that syndicates.</summary>
    private static string? Source(string name)
    {
        name = name.Trim().TrimEnd('.');
        return Network().IsMatch(name) || Agencies.Contains(name) || name.Split('/').All(part => Agencies.Contains(part.Trim())) ? name : null;
    }

    /// <summary>Whether the place starts in capitals; a state or a date behind a comma need not be.</summary>
    private static bool IsCapitals(string place)
    {
        var city = place.Split(',')[0];
        return city.Count(char.IsLetter) >= 3 && !city.Any(char.IsLower) && !city.Any(char.IsDigit);
    }

    /// <summary>Without a date: "KATHMANDU, April 25".</summary>
    private static string Place(string place)
    {
        var parts = place.Split(',', StringSplitOptions.TrimEntries);
        return string.Join(", ", parts.Where(part => !part.Any(char.IsDigit)));
    }

    [GeneratedRegex(@"^\s*(?<place>\p{Lu}[\p{L}\p{M}\p{N}.,'’ -]{1,70}?)?\s*(?:\((?<agency>[^()]{2,60})\))?\s*(?:\s[-–—]{1,2}\s*[-–—]?\s+|[—–]\s*|--\s*|(?<=\)):\s+|(?<![)\s]):\s+)(?=\S)")]
    private static partial Regex Head();

    [GeneratedRegex(@"(?<before>[.!?…)""”’'»]\s*|^)(?:[-–—]{1,3}\s*[-–—]?\s*(?<credit>[^.!?…()""“”]{2,70})|\((?<credit>[^.!?…()""“”]{2,70})\))\.?\s*$")]
    private static partial Regex Tail();

    [GeneratedRegex(@"^.{2,60}/\s*(?:ANN|Asia News Network)\b(?:\s+Desk)?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Network();
}
