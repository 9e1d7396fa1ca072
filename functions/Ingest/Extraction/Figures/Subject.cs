using Ingest.Extraction.Language;

namespace Ingest.Extraction.Figures;

/// <summary>
/// What moves in "the number of dolphins fell from about 200 in 1997 to 80" and in "cut the hours of the crossing from 16 to eight":
/// the object of the verb of movement, else its subject.
/// </summary>
internal static class Subject
{
    private const int Reach = 30;

    private static readonly WordSet Bounding = WordSet.Named("Extraction/Figures/Data/word-sets.txt", "bounding");

    /// <summary>The noun phrase that a number behind a verb of movement is about, or null where there is no such verb.</summary>
    public static NounPhrase? Of(TaggedText tagged, int number, TokenRange sentence)
    {
        if (Preposition(tagged.Text, number) is not { } preposition || Verb(tagged, preposition, sentence) is not { } verb) return null;
        return Object(tagged, verb, preposition) ?? Before(tagged, verb, sentence);
    }

    /// <summary>The subject of the verb: the counted things of "the number of", else the first noun phrase of the clause.</summary>
    public static NounPhrase? Before(TaggedText tagged, int verb, TokenRange sentence)
    {
        var start = ClauseStart(tagged, verb, sentence);
        for (var t = start; t + 1 < verb; t++)
            if (tagged.Text.Is(t, "number") && tagged.Text.Is(t + 1, "of") && NounPhrase.At(tagged, t + 2, verb, plural: true) is { } counted)
                return counted;

        for (var t = start; t < verb; t++)
            if (tagged[t].IsNoun && NounPhrase.At(tagged, t, verb, plural: true) is { } phrase) return phrase;
        return null;
    }

    // The "from", "to" or "by" before the number, with what bounds it in between.
    private static int? Preposition(TokenisedText text, int number)
    {
        for (var t = number - 1; t >= Math.Max(0, number - 4); t--)
        {
            if (text.IsAny(t, "to", "from", "by")) return t;
            if (!Bounding.Contains(text[t])) return null;
        }

        return null;
    }

    private static int? Verb(TaggedText tagged, int before, TokenRange sentence)
    {
        for (var t = before - 1; t >= Math.Max(sentence.First, before - Reach); t--)
            if (!tagged[t].IsNoun && MovementReader.IsMovement(tagged.Text[t]) && !tagged.Text.IsAny(t, "up", "down")) return t;
        return null;
    }

    // "cut the hours of the crossing from": a noun phrase right behind the verb.
    private static NounPhrase? Object(TaggedText tagged, int verb, int limit)
    {
        var at = verb + 1;
        while (at < limit && (tagged[at].Class == WordClass.Determiner || tagged[at].Tag == PennTag.PRPS || tagged[at].IsPossessive)) at++;
        return at > verb + 1 || (at < limit && tagged[at].IsNoun) ? NounPhrase.At(tagged, at, limit, plural: true) : null;
    }

    // After "that", a semicolon, the dash or colon of a dateline, a quotation mark or the sentence's start.
    private static int ClauseStart(TaggedText tagged, int verb, TokenRange sentence)
    {
        var start = Math.Max(sentence.First, verb - Reach);
        for (var t = verb - 1; t >= start; t--)
            if (tagged.Text.IsAny(t, "that", ";", ":", "—", "–") || tagged.Text.Tokens[t].Kind == TokenKind.Quote) return t + 1;
        return start;
    }
}
