using System.Collections.Immutable;
using Ingest.Extraction.Language;
using Ingest.Extraction.Names;

namespace Ingest.Extraction.Officials;

/// <summary>Tells a person's gender from honorifics, nouns ("spokeswoman") and given names.</summary>
internal static class GenderReader
{
    private static readonly Dictionary<ulong, Gender> Nouns = DataFile.Rows("Extraction/Data/gender-nouns.txt")
        .ToDictionary(row => WordKey.Of(row[0]), row => row[1] == "f" ? Gender.Female : Gender.Male);

    /// <summary>The gender and whether more than a given name tells it.</summary>
    public static (Gender Gender, bool IsSure) Of(MarkedText text, TokenRange name, List<PersonMention> mentions, ImmutableArray<ReadRole> roles)
    {
        var told = mentions.Select(s => s.Gender).FirstOrDefault(g => g != Gender.Unknown);
        if (told != Gender.Unknown) return (told, true);
        foreach (var role in roles)
        {
            if (role.Title is not { } title) continue;
            if (OfNoun(text.Key(title.Head.End - 1)) is var noun and not Gender.Unknown) return (noun, true);
        }

        return (OfName(text, name), false);
    }

    /// <summary>The gender that a noun tells: "congresswoman", "widow".</summary>
    public static Gender OfNoun(ulong key) => Nouns.GetValueOrDefault(key);

    /// <summary>What the given names among the words tell, unless they contradict each other.</summary>
    public static Gender OfName(MarkedText text, TokenRange name)
    {
        int male = 0, female = 0;
        for (var t = name.First; t < name.End; t++)
        {
            var weight = text.Has(t, WordTraits.Family) ? 1 : 2;
            if (text.Has(t, WordTraits.Male)) male += weight;
            if (text.Has(t, WordTraits.Female)) female += weight;
        }

        return male > female ? Gender.Male : female > male ? Gender.Female : Gender.Unknown;
    }
}
