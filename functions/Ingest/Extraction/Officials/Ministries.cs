using Ingest.Extraction.Names;

namespace Ingest.Extraction.Officials;

/// <summary>Which ministry a minister leads, where the title tells it without naming it.</summary>
public static class Ministries
{
    private const string Minister = "minister";

    private static readonly HashSet<string> Heads = DataFile.Words("Extraction/Data/minister-heads.txt");

    private static readonly HashSet<string> Grades = DataFile.Words("Extraction/Data/minister-grades.txt");

    /// <summary>"Deputy Interior Minister" → "Interior Ministry", "Minister of State for Health" → "Health Ministry"; null for other titles.</summary>
    public static string? Of(string title) => Portfolio(title) is { Length: > 0 } portfolio ? $"{portfolio} Ministry" : null;

    /// <summary>What a minister has charge of, in the title's words; empty where it is no minister's title or tells of no one ministry.</summary>
    internal static string Portfolio(string title)
    {
        var words = title.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var head = Array.FindIndex(words, word => word.Equals(Minister, StringComparison.OrdinalIgnoreCase));
        if (head < 0) return "";
        if (head == words.Length - 1)
        {
            var first = 0;
            while (first < head && (Grades.Contains(words[first]) || (NameWords.Of(WordKey.Of(words[first])) & (WordTraits.Demonym | WordTraits.Place)) != 0)) first++;
            return first == head || Heads.Contains(words[head - 1]) ? "" : string.Join(' ', words[first..head]);
        }

        if (head > 0 && Heads.Contains(words[head - 1])) return "";
        var start = head + 1;
        if (start + 2 < words.Length && words[start] == "of" && words[start + 1].Equals("State", StringComparison.OrdinalIgnoreCase)) start += 2;
        if (start + 1 >= words.Length || words[start] is not ("of" or "for")) return "";
        var portfolio = string.Join(' ', words[(start + 1)..]);
        return portfolio.Equals("State", StringComparison.OrdinalIgnoreCase) ? "" : portfolio;
    }
}
