using Ingest.Extraction.Names;

namespace Ingest.Extraction.Officials;

/// <summary>The words before a title that say how its bearer stands to the office.</summary>
internal static class OfficeStatusWords
{
    private static readonly Dictionary<ulong, OfficeStatus> Words = DataFile.Rows("Extraction/Data/status-words.txt")
        .ToDictionary(row => WordKey.Of(row[0]), row => Enum.Parse<OfficeStatus>(row[1], ignoreCase: true));

    /// <summary>The status that a word gives the title after it, or null.</summary>
    public static OfficeStatus? Of(ReadOnlySpan<char> word, ulong key) => PrefixLength(word) switch
    {
        3 => OfficeStatus.Former,
        5 => OfficeStatus.Then,
        _ => Words.TryGetValue(key, out var status) ? status : null,
    };

    /// <summary>The length of "ex-" or "then-" before a word, hyphen included; 0 where there is none.</summary>
    public static int PrefixLength(ReadOnlySpan<char> word)
    {
        if (word.Length > 4 && word[2] == '-' && word.StartsWith("ex", StringComparison.OrdinalIgnoreCase)) return 3;
        if (word.Length > 6 && word[4] == '-' && word.StartsWith("then", StringComparison.OrdinalIgnoreCase)) return 5;
        return 0;
    }
}
