using Ingest.Extraction.Language;

namespace Ingest.Extraction.Figures;

/// <summary>What moves in "the number of dolphins fell from about 200 in 1997 to 80": the subject of the verb of movement.</summary>
internal static class Subject
{
    private const int Reach = 30;

    /// <summary>The noun phrase that a number behind a verb of movement is about, or null where there is no such verb.</summary>
    public static NounPhrase? Of(TaggedText tagged, int number, TokenRange sentence)
    {
        var text = tagged.Text;
        if (!text.Is(number - 1, "to") && !text.Is(number - 1, "from") && !text.Is(number - 1, "by") && !BoundedAfterPreposition(text, number)) return null;
        if (Movement(tagged, number, sentence) is not { } verb) return null;
        var start = ClauseStart(tagged, verb, sentence);
        for (var t = start; t + 1 < verb; t++)
            if (text.Is(t, "number") && text.Is(t + 1, "of")) return NounPhrase.At(tagged, t + 2, verb, plural: true);
        for (var t = start; t < verb; t++)
            if (tagged[t].IsNoun && NounPhrase.At(tagged, t, verb, plural: true) is { } phrase) return phrase;
        return null;
    }

    private static bool BoundedAfterPreposition(TokenisedText text, int number)
    {
        for (var t = number - 1; t >= Math.Max(0, number - 4); t--)
        {
            if (text.Is(t, "to") || text.Is(t, "from") || text.Is(t, "by")) return true;
            if (!(text.Is(t, "about") || text.Is(t, "more") || text.Is(t, "than") || text.Is(t, "nearly") || text.Is(t, "almost") || text.Is(t, "around") || text.Is(t, "some") || text.Is(t, "over") || text.Is(t, "less") || text.Is(t, "fewer") || text.Is(t, "just") || text.Is(t, "only") || text.Is(t, "under"))) return false;
        }

        return false;
    }

    private static int? Movement(TaggedText tagged, int number, TokenRange sentence)
    {
        for (var t = number - 1; t >= Math.Max(sentence.First, number - Reach); t--)
            if (MovementReader.IsMovement(tagged.Text[t]) && tagged[t].Class is WordClass.Verb) return t;
        return null;
    }

    // After "that", a semicolon or the sentence's start.
    private static int ClauseStart(TaggedText tagged, int verb, TokenRange sentence)
    {
        var start = Math.Max(sentence.First, verb - Reach);
        for (var t = verb - 1; t >= start; t--)
            if (tagged.Text.Is(t, "that") || tagged.Text.Is(t, ";") || tagged.Text.Tokens[t].Kind == TokenKind.Quote) return t + 1;
        return start;
    }
}
