using System.Collections.Frozen;
using Ingest.Extraction.Language;

namespace Ingest.Extraction.Dates.Resolution;

/// <summary>The table of named days (Data/named-days.txt), found by their words.</summary>
internal static class NamedDays
{
    private static readonly FrozenDictionary<string, Entry[]>.AlternateLookup<ReadOnlySpan<char>> ByFirstWord = Load().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a name may begin with the word.</summary>
    public static bool MayStart(ReadOnlySpan<char> word) => ByFirstWord.ContainsKey(word);

    /// <summary>The longest name that stands at the token and ends before <paramref name="limit"/>.</summary>
    public static (NamedDay[] Days, int End)? Find(TokenisedText text, int at, int limit)
    {
        if (!ByFirstWord.TryGetValue(Bare(text[at]), out var entries)) return null;
        foreach (var entry in entries)
            if (End(text, at, limit, entry.Words) is { } end) return (entry.Days, end);
        return null;
    }

    /// <summary>The day of that name, the first of several; null where the table has none.</summary>
    public static NamedDay? Named(string name) =>
        ByFirstWord.TryGetValue(name.Split(' ')[0], out var entries) ? entries.FirstOrDefault(entry => entry.Words.SequenceEqual(Words(name))).Days?[0] : null;

    private static int? End(TokenisedText text, int at, int limit, string[] words)
    {
        foreach (var word in words)
        {
            // The apostrophe of a plural ("Teachers’ Day") is a token of its own.
            if (at < limit && text.Tokens[at].Kind == TokenKind.Quote && !text.SpaceBefore(at)) at++;
            if (at >= limit || !Bare(text[at]).Equals(word, StringComparison.OrdinalIgnoreCase)) return null;
            at++;
        }

        return at;
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> word) =>
        word.Length > 2 && word[^1] == 's' && word[^2] is '\'' or '’' ? word[..^2] : word;

    private static FrozenDictionary<string, Entry[]> Load()
    {
        var entries =
            from row in DataFile.Rows("Extraction/Dates/Data/named-days.txt")
            from name in row[0].Split('|')
            group new NamedDay(row[1], row[2] == "month", row[3]) by name into days
            select new Entry(Words(days.Key), [.. days]);
        return entries
            .GroupBy(entry => entry.Words[0], StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(entry => entry.Words.Length).ToArray(), StringComparer.OrdinalIgnoreCase);
    }

    private static string[] Words(string name) => [.. name.Replace("'s", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Split(' ')];

    private readonly record struct Entry(string[] Words, NamedDay[] Days);
}
