using Ingest.Extraction.Names;

namespace Ingest.Extraction.Officials;

/// <summary>What a person noun says of its bearer.</summary>
internal enum OfficeKind : byte
{
    /// <summary>No person noun that the lists know.</summary>
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

    /// <summary>What somebody is to another: son, neighbour, predecessor.</summary>
    Kin,
}

/// <summary>A noun that names people by what they are.</summary>
/// <param name="Kind">Office, trade and the like.</param>
/// <param name="Singular">Of a plural the noun that each of them bears, else null.</param>
internal readonly record struct OfficeNoun(OfficeKind Kind, string? Singular)
{
    /// <summary>Whether it names several.</summary>
    public bool IsPlural => Singular is not null;
}

/// <summary>The nouns that name offices, ranks and trades.</summary>
internal static class Offices
{
    /// <summary>Singular and plural, by the keys of their words.</summary>
    public static PhraseTable<OfficeNoun> Nouns { get; } = new(ReadNouns());

    /// <summary>Whether the title is of an office that nobody holds beside another of its kind: a governor is no judge.</summary>
    public static bool IsMain(string title)
    {
        var keys = HeadWords(title).Select(word => WordKey.Of(word)).ToArray();
        for (var first = 0; first < keys.Length; first++)
            if (Nouns.Match(keys.AsSpan(first), out var noun) == keys.Length - first) return noun.Kind == OfficeKind.Office;
        return false;
    }

    private static IEnumerable<KeyValuePair<string, OfficeNoun>> ReadNouns()
    {
        foreach (var row in DataFile.Rows("Extraction/Data/offices.txt"))
        {
            var kind = Enum.Parse<OfficeKind>(row[1], ignoreCase: true);
            yield return KeyValuePair.Create(Plural(row[0]), new OfficeNoun(kind, row[0]));
            yield return KeyValuePair.Create(row[0], new OfficeNoun(kind, null));
        }
    }

    private static string Plural(string noun)
    {
        if (noun.EndsWith("man", StringComparison.Ordinal)) return noun[..^3] + "men";
        if (noun.EndsWith('y') && noun.Length > 3 && noun[^2] is not ('a' or 'e' or 'o')) return noun[..^1] + "ies";
        if (noun.EndsWith("ief", StringComparison.Ordinal) || !noun.EndsWith("ch", StringComparison.Ordinal)) return noun + "s";
        return noun + "es";
    }

    // "deputy director of the department": the words before the first preposition.
    private static string[] HeadWords(string title)
    {
        var words = title.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var end = Array.FindIndex(words, word => word is "of" or "for" or "at" or "in" or "on" or "to" or "under" or "with");
        return end > 0 ? words[..end] : words;
    }
}
