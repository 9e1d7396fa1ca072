using Ingest.Extraction.Language;

namespace Ingest.Extraction.Dates.Resolution;

/// <summary>The table of named days (Data/named-days.txt), found by their words.</summary>
internal static class NamedDays
{
    private static readonly PhraseTable<NamedDay[]> Table = new(
        from row in DataFile.Rows("Extraction/Dates/Data/named-days.txt")
        from name in row[0].Split('|')
        group new NamedDay(row[1], row[2] == "month", row[3]) by name into days
        select (days.Key, days.ToArray(), false));

    /// <summary>Whether a name may begin with the word.</summary>
    public static bool MayStart(ReadOnlySpan<char> word) => Table.MayStart(word);

    /// <summary>The longest name that stands at the token and ends at or before <paramref name="limit"/>, with its days in every country.</summary>
    public static (NamedDay[] Days, int End)? Find(TokenisedText text, int at, int limit) =>
        Table.TryFind(text, at, limit, out var days, out var end) ? (days, end) : null;

    /// <summary>The day of that name, the first of several; null where the table has none.</summary>
    public static NamedDay? Named(string name) => Table.TryGet(name, out var days) ? days[0] : null;
}
