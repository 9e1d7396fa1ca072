namespace Ingest.Extraction.Officials;

/// <summary>What a person noun says of its bearer.</summary>
internal enum OfficeKind
{
    /// <summary>No office and no trade: not a noun that the lists know.</summary>
    None,

    /// <summary>Implies a body by itself: minister, governor, judge, king.</summary>
    Office,

    /// <summary>Leads or speaks for some body, named or understood: director, chairman, spokesman.</summary>
    Post,

    /// <summary>An office only in a body that the article names: manager, professor, member.</summary>
    Position,

    /// <summary>A rank of an army or police force.</summary>
    Rank,

    /// <summary>A trade or condition, no office: farmer, owner, lawyer.</summary>
    Trade,
}

/// <summary>The nouns that name offices, ranks and trades.</summary>
internal static class Offices
{
    private static readonly Dictionary<string, OfficeKind> Kinds = DataFile.Rows("Extraction/Data/offices.txt")
        .ToDictionary(row => row[0], row => Enum.Parse<OfficeKind>(row[1], ignoreCase: true), StringComparer.OrdinalIgnoreCase);

    private static readonly int LongestPhrase = Kinds.Keys.Max(phrase => phrase.Count(c => c == ' ') + 1);

    /// <summary>The kind of a phrase of one or more words, exactly.</summary>
    public static OfficeKind KindOf(string phrase) => Kinds.GetValueOrDefault(phrase);

    /// <summary>Whether the title is of an office that nobody holds beside another of its kind: a governor is no judge.</summary>
    public static bool IsMain(string title)
    {
        var words = HeadWords(title);
        for (var length = Math.Min(LongestPhrase, words.Length); length > 0; length--)
            if (Kinds.TryGetValue(string.Join(' ', words[^length..]), out var kind)) return kind == OfficeKind.Office;
        return false;
    }

    // "deputy director of the department": the words before the first preposition.
    private static string[] HeadWords(string title)
    {
        var words = title.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var end = Array.FindIndex(words, word => word is "of" or "for" or "at" or "in" or "on" or "to" or "under" or "with");
        return end > 0 ? words[..end] : words;
    }
}
