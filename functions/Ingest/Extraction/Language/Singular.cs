using System.Collections.Frozen;

namespace Ingest.Extraction.Language;

/// <summary>The singular of English nouns, by rule and by the exceptions of Data/irregular-plurals.txt.</summary>
internal static class Singular
{
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Irregular = DataFile.Rows("Extraction/Data/irregular-plurals.txt")
        .ToFrozenDictionary(row => row[0], row => row[1], StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The singular; of a hyphenated word its last part's ("sub-engineers"). What is singular already stays.</summary>
    public static string Of(ReadOnlySpan<char> noun)
    {
        var hyphen = noun.LastIndexOf('-');
        var head = noun[(hyphen + 1)..];
        return Irregular.TryGetValue(head, out var known)
            ? string.Concat(noun[..(hyphen + 1)], known)
            : string.Concat(noun[..(hyphen + 1)], Regular(head));
    }

    /// <summary>Whether the word is a plural: one that a rule or the list makes shorter, or one that is people's.</summary>
    public static bool IsPlural(ReadOnlySpan<char> noun) =>
        Irregular.TryGetValue(noun[(noun.LastIndexOf('-') + 1)..], out var known)
            ? !noun.Equals(known, StringComparison.OrdinalIgnoreCase)
            : Regular(noun).Length < noun.Length;

    /// <summary>Whether the word is listed: a plural without a rule, or one that is its own singular ("staff", "aircraft").</summary>
    public static bool IsKnown(ReadOnlySpan<char> noun) => Irregular.ContainsKey(noun);

    private static ReadOnlySpan<char> Regular(ReadOnlySpan<char> noun)
    {
        if (noun.Length < 3 || noun[^1] is not ('s' or 'S') || Ends(noun, "ss") || Ends(noun, "us") || Ends(noun, "is")) return noun;
        if (Ends(noun, "ies") && noun.Length > 4) return string.Concat(noun[..^3], char.IsUpper(noun[^3]) ? "Y" : "y");
        if (Ends(noun, "sses") || Ends(noun, "shes") || Ends(noun, "ches") || Ends(noun, "xes") || Ends(noun, "zzes")) return noun[..^2];
        if (Ends(noun, "oes")) return noun[..^2];
        return Ends(noun, "uses") && !Ends(noun, "ouses") && !Ends(noun, "auses") ? noun[..^2] : noun[..^1];
    }

    private static bool Ends(ReadOnlySpan<char> noun, string ending) => noun.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
