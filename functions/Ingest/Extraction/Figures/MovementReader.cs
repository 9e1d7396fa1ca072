using System.Collections.Frozen;
using Ingest.Extraction.Language;

namespace Ingest.Extraction.Figures;

/// <summary>Reads what happened to a quantity: "rose by 5", "fell to 5", "from 5", "up 5%" (Data/movement-words.txt).</summary>
internal static class MovementReader
{
    private const int Reach = 12;

    private static readonly FrozenDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> Rises = DataFile.Rows("Extraction/Figures/Data/movement-words.txt")
        .ToFrozenDictionary(row => row[0], row => row[1] == "rise", StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the word tells of a rise or fall.</summary>
    public static bool IsMovement(ReadOnlySpan<char> word) => Rises.ContainsKey(word);

    /// <summary>The token of the verb or noun of movement that governs the quantity, or null.</summary>
    public static int? Verb(TaggedText tagged, int first, TokenRange sentence)
    {
        for (var t = first - 1; t >= Math.Max(sentence.First, first - Reach); t--)
        {
            if (Rises.ContainsKey(tagged.Text[t]) && !(tagged.Text.IsAny(t, "up", "down") && tagged.Text.Is(t + 1, "to"))) return t;
            if (tagged.Text.Tokens[t].Kind == TokenKind.Quote || tagged.Text.Is(t, ";")) return null;
            if (tagged[t].IsFinite && !Rises.ContainsKey(tagged.Text[t])) return null;
        }

        return null;
    }

    public static Movement Of(TaggedText tagged, Draft draft, TokenRange sentence)
    {
        var text = tagged.Text;
        if (Verb(tagged, draft.Quantity.First, sentence) is not { } verb || !Rises.TryGetValue(text[verb], out var rises)) return Movement.None;

        // The nearest "from", "to" or "by" between the verb and the number decides; a number right behind the verb is the difference.
        for (var t = draft.Quantity.First - 1; t > verb; t--)
        {
            if (text.Is(t, "from")) return Movement.From;
            if (text.Is(t, "to")) return rises ? Movement.RoseTo : Movement.FellTo;
            if (text.Is(t, "by")) return rises ? Movement.RoseBy : Movement.FellBy;
            if (tagged[t].Class is WordClass.Noun or WordClass.ProperNoun or WordClass.Adposition && !BoundWord(text, t)) return Movement.None;
        }

        return rises ? Movement.RoseBy : Movement.FellBy;
    }

    private static bool BoundWord(TokenisedText text, int t) =>
        text.Is(t, "about")
            || text.Is(t, "around")
            || text.Is(t, "over")
            || text.Is(t, "than")
            || text.Is(t, "under")
            || text.Is(t, "up")
            || text.Is(t, "least")
            || text.Is(t, "nearly")
            || text.Is(t, "of");
}
