using Ingest.Extraction.Language;

namespace Ingest.Extraction.Figures;

/// <summary>The table of units (Data/units.txt), found by their written forms.</summary>
internal static class Units
{
    private static readonly WordSet Extents = WordSet.Named("Extraction/Figures/Data/word-sets.txt", "extents");

    private static readonly PhraseTable<Unit> Table = new(
        from row in DataFile.Rows("Extraction/Figures/Data/units.txt")
        let unit = new Unit(row[1], Enum.Parse<UnitKind>(row[2], ignoreCase: true), row[3] == "-" ? null : row[3])
        from form in row[0].Split('|')
        select (form, unit, IsSymbol(form)));

    /// <summary>Whether the token may begin a currency that stands before its number.</summary>
    public static bool MayStart(ReadOnlySpan<char> token) => Table.MayStart(token);

    /// <summary>The unit written at the token, ending at or before <paramref name="limit"/>.</summary>
    public static (Unit Unit, int End)? Find(TokenisedText text, int at, int limit) =>
        Table.TryFind(text, at, limit, out var unit, out var end) ? (unit, end) : null;

    /// <summary>The unit that one hyphenated word names: "square-metre", "m-wide", "percent-plus".</summary>
    public static (Unit Unit, int End)? Hyphenated(TokenisedText text, int at)
    {
        var hyphen = text[at].LastIndexOf('-');
        if (hyphen < 1) return null;
        if (Table.TryGet(text[at].ToString().Replace('-', ' '), out var unit)) return (unit, at + 1);
        return Extents.Contains(text[at][(hyphen + 1)..]) && Table.TryGet(text[at][..hyphen].ToString().Replace('-', ' '), out unit) ? (unit, at + 1) : null;
    }

    /// <summary>The unit of time that the word names, or null.</summary>
    public static Unit? Time(ReadOnlySpan<char> word) => Table.TryGet(word.ToString(), out var unit) && unit.Kind == UnitKind.Time ? unit : null;

    /// <summary>The measure, percent or money that the word names in full, or null.</summary>
    public static Unit? Measure(ReadOnlySpan<char> word) =>
        word.Length > 2 && Table.TryGet(word.ToString(), out var unit) && unit.Kind is not (UnitKind.Time or UnitKind.Prefix) ? unit : null;

    // Words may be written in any case, symbols and abbreviations of up to four letters only as listed: "m" is a metre, "M" none.
    private static bool IsSymbol(string form) =>
        form.Length <= 3 && form is not ("ton" or "won" or "yen" or "sen" or "kip" or "day" or "bit" or "mil" or "min" or "sec");
}
