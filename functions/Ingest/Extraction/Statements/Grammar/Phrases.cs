using Ingest.Extraction.Language;
using Ingest.Extraction.Statements.Cues;

namespace Ingest.Extraction.Statements.Grammar;

/// <summary>Reads phrases off parts of speech: noun phrases without what is attached to them, prepositional phrases, finite verbs.</summary>
internal static class Phrases
{
    /// <summary>
    /// The end of the noun phrase that starts at the token, up to its head noun and an abbreviation in brackets; the token itself
    /// where none starts there.
    /// </summary>
    public static int NounPhraseEnd(TaggedText text, int start, int limit)
    {
        var end = start;
        var hasNoun = false;
        for (var t = start; t < limit; t++)
        {
            var tag = text[t].Tag;
            if (tag is PennTag.PRP or PennTag.EX)
            {
                // "its" is often tagged as the pronoun; a pronoun is a phrase of its own.
                if (hasNoun || t > start) break;
                if (!text.Text.Is(t, "its") && !text.Text.Is(t, "her") && !text.Text.Is(t, "his")) return t + 1;
                if (t + 1 < limit && !IsNominal(text, t + 1)) return t + 1;
                continue;
            }

            if (tag is PennTag.DT or PennTag.PDT or PennTag.PRPS or PennTag.WPS)
            {
                // A determiner opens the next phrase.
                if (hasNoun || (t > start && text[t - 1].Tag is not (PennTag.PDT or PennTag.CD or PennTag.RB) && text.Text[t - 1] is not ("all" or "both" or "half" or "such"))) break;
                end = tag == PennTag.DT && end == start ? t + 1 : end;
                continue;
            }

            if (IsNoun(text, t) || tag is PennTag.CD)
            {
                // A number after a noun opens the next phrase, but in names and after an abbreviation ("Article 140").
                if (tag is PennTag.CD && hasNoun && !char.IsUpper(text.Text[t - 1][0])) break;
                end = t + 1;
                hasNoun = (hasNoun || IsNoun(text, t)) && !IsPossessive(text, t);
                continue;
            }

            if (tag is PennTag.JJ or PennTag.JJR or PennTag.JJS or PennTag.FW or PennTag.UH or PennTag.Symbol or PennTag.VBN or PennTag.VBG or PennTag.RB or PennTag.RBR or PennTag.RBS)
            {
                if (tag is PennTag.VBN or PennTag.VBG or PennTag.RB or PennTag.RBR or PennTag.RBS && (hasNoun || t + 1 >= limit || !IsNominal(text, t + 1))) break;
                if (hasNoun && !char.IsUpper(text.Text[t][0]) && t + 1 < limit && !IsNoun(text, t + 1)) break;
                if (tag is PennTag.JJ or PennTag.JJR or PennTag.JJS or PennTag.FW && !hasNoun) end = t + 1;
                continue;
            }

            if (Joins(text, t, start, limit)) continue;
            break;
        }

        if (end + 2 < limit && text.Text.Is(end, "(") && text.Text.Is(end + 2, ")")) end += 3;
        return end;
    }

    /// <summary>The end of the prepositional phrase that starts at the token, or the token itself.</summary>
    public static int PrepositionalPhraseEnd(TaggedText text, int start, int limit)
    {
        if (start >= limit || !IsPreposition(text, start)) return start;
        var noun = start + 1;
        while (noun < limit && IsPreposition(text, noun)) noun++;
        var end = NounPhraseEnd(text, noun, limit);
        return end > noun ? end : start;
    }

    /// <summary>The end of a noun phrase with the prepositional phrases that follow it.</summary>
    public static int ExtendedNounPhraseEnd(TaggedText text, int start, int limit)
    {
        var end = NounPhraseEnd(text, start, limit);
        if (end == start) return start;
        while (end < limit)
        {
            var next = PrepositionalPhraseEnd(text, end, limit);
            if (next == end && text[end].Tag == PennTag.CC && !text.Text.Is(end, "but"))
            {
                // "the ministry and the network": joined names and nouns, unless a verb follows the second.
                next = NounPhraseEnd(text, end + 1, limit);
                if (next == end + 1 || (next < limit && IsFinite(text, next))) next = end;
            }

            if (next == end) break;
            end = next;
        }

        return end;
    }

    public static bool IsPreposition(TaggedText text, int t) =>
        text[t].Class == WordClass.Adposition || (text[t].Tag is PennTag.IN && text[t].Class != WordClass.Subordinator) || (text[t].Tag == PennTag.TO && text[t].Class != WordClass.Particle);

    /// <summary>Whether the token is a noun or any word of a name: in names Universal Dependencies keep adjectives and verbs what they are.</summary>
    public static bool IsNoun(TaggedText text, int t) => text[t].IsNoun || text[t].Tag is PennTag.NNP or PennTag.NNPS;

    /// <summary>Whether the token can stand inside a noun phrase before or as its head.</summary>
    public static bool IsNominal(TaggedText text, int t) =>
        IsNoun(text, t) || text[t].Tag is PennTag.CD or PennTag.JJ or PennTag.JJR or PennTag.JJS or PennTag.DT or PennTag.PRPS or PennTag.FW;

    /// <summary>Whether the token is a finite verb or auxiliary.</summary>
    public static bool IsFinite(TaggedText text, int t) =>
        (VerbWords.IsFiniteAuxiliary(text.Text[t]) && text[t].Tag is not (PennTag.NNP or PennTag.NNPS)) || (text[t].IsFinite && text[t].Class is WordClass.Verb or WordClass.Auxiliary);

    // The tagger also takes some plurals for possessives.
    private static bool IsPossessive(TaggedText text, int t) => text[t].IsPossessive && text.Text[t].ContainsAny('\'', '’');

    private static bool Joins(TaggedText text, int t, int start, int limit)
    {
        if (t == start || t + 1 >= limit) return t == start && t + 1 < limit && text.Text.Tokens[t].Kind == TokenKind.Quote && IsNominal(text, t + 1);
        var word = text.Text[t];
        if (text.Text.Tokens[t].Kind == TokenKind.Quote) return IsNominal(text, t + 1) || text.Text.Tokens[t - 1].Kind == TokenKind.Word;
        if (word is "-" or "–" or "/") return !text.Text.SpaceBefore(t) && !text.Text.SpaceBefore(t + 1);
        return word is "&" or "." && IsNoun(text, t + 1);
    }
}
