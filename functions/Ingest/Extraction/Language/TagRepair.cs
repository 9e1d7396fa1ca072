namespace Ingest.Extraction.Language;

/// <summary>
/// Puts right what a tagger that reads from left to right cannot know, and slips that a closed class rules out: plurals taken for
/// verbs before the verb was seen, names at the head of a sentence taken for adverbs, nouns taken for prepositions.
/// </summary>
internal static class TagRepair
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Prepositions =
        DataFile.Words("Extraction/Data/prepositions.txt").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Pasts =
        DataFile.Words("Extraction/Data/irregular-pasts.txt").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly PartOfSpeech Plural = new(WordClass.Noun, PennTag.NNS);

    public static void Apply(TokenisedText text, PartOfSpeech[] tags)
    {
        for (var t = 0; t < tags.Length; t++)
        {
            if (text.Tokens[t].Kind != TokenKind.Word) continue;
            if (text[t] is "WHO" or "IT" or "US" && tags[t].Class is not WordClass.ProperNoun) tags[t] = new PartOfSpeech(WordClass.ProperNoun, PennTag.NNP);
            if (tags[t].Tag == PennTag.MD && char.IsUpper(text[t][0]) && t + 1 < tags.Length && tags[t + 1] is { Class: WordClass.Verb, Tag: PennTag.VBD or PennTag.VBZ }) tags[t] = new PartOfSpeech(WordClass.ProperNoun, PennTag.NNP);
            if (text[t] is "say" && tags[t].Class != WordClass.Verb) tags[t] = new PartOfSpeech(WordClass.Verb, PennTag.VBP);
            if (text[t] is "said" or "told" or "says" or "tells" && tags[t].Class != WordClass.Verb) tags[t] = new PartOfSpeech(WordClass.Verb, text[t][^1] == 's' ? PennTag.VBZ : PennTag.VBD);
            if (tags[t].Tag is PennTag.VB or PennTag.VBP && IsName(text, tags, t)) tags[t] = new PartOfSpeech(WordClass.ProperNoun, PennTag.NNP);
            if (tags[t].Tag == PennTag.VB && t > 1 && text.Is(t - 1, "to") && text.Is(t - 2, "according")) tags[t] = new PartOfSpeech(WordClass.Noun, PennTag.NN);
            if (tags[t].Tag == PennTag.CC && text[t] is "both" or "either" or "neither" or "Both" or "Either" or "Neither") tags[t] = new PartOfSpeech(WordClass.Determiner, PennTag.DT);
            if (tags[t].Tag is PennTag.RB or PennTag.JJ or PennTag.NN && Pasts.Contains(text[t])) tags[t] = new PartOfSpeech(WordClass.Verb, PennTag.VBD);
            if (tags[t].Tag is PennTag.JJ or PennTag.NN && t > 0 && text[t].EndsWith("ed", StringComparison.Ordinal) && text[t - 1] is "he" or "she" or "they" or "we" or "I" or "He" or "She" or "They" or "We")
                tags[t] = new PartOfSpeech(WordClass.Verb, PennTag.VBD);
            if (tags[t].Tag == PennTag.NNS && t > 1 && tags[t - 1].Tag is PennTag.RB or PennTag.JJ && text[t - 1].EndsWith("ly", StringComparison.Ordinal) && tags[t - 2].IsNoun)
            {
                tags[t - 1] = new PartOfSpeech(WordClass.Adverb, PennTag.RB);
                tags[t] = new PartOfSpeech(WordClass.Verb, PennTag.VBZ);
            }

            if (tags[t].Tag == PennTag.VBZ && tags[t].Class == WordClass.Verb && text[t][^1] == 's' && IsPlural(text, tags, t)) tags[t] = Plural;
            else if (tags[t].Tag == PennTag.IN && !Prepositions.Contains(text[t])) tags[t] = new PartOfSpeech(WordClass.Noun, PennTag.NN);
            else if (tags[t].Tag == PennTag.RB && IsOpeningName(text, tags, t)) tags[t] = new PartOfSpeech(WordClass.ProperNoun, PennTag.NNP);
        }
    }

    // "told reporters the", "three suspects pose", "that talks were", "the bamboo banks as": no verb follows a verb, a number or an adjective.
    private static bool IsPlural(TokenisedText text, PartOfSpeech[] tags, int t)
    {
        var before = t > 0 ? tags[t - 1] : default;
        var after = t + 1 < tags.Length ? tags[t + 1] : default;
        if (before.Class == WordClass.Verb && before.Tag is PennTag.VBD or PennTag.VBZ or PennTag.VBP or PennTag.VBG or PennTag.VB) return true;
        if (before.Tag is PennTag.CD or PennTag.JJ or PennTag.PRPS || before.IsPossessive) return true;
        if (after.Tag is PennTag.MD || (after.Class is WordClass.Auxiliary && after.IsFinite)) return true;
        if (after.Class is WordClass.Verb && after.Tag is PennTag.VBD or PennTag.VBP && t > 0 && text.SentenceOf(t) == text.SentenceOf(t + 1)) return true;
        // "said on March 13 that patrols on …": after what is no noun, "that" opens a clause.
        if (t > 1 && text.Is(t - 1, "that") && (after.Class == WordClass.Adposition || text.Is(t + 1, "about")) && HasAuxiliary(text, tags, t + 2)) return true;
        return t > 1 && text.Is(t - 1, "that") && tags[t - 2] is { IsNoun: false, Class: not WordClass.Pronoun } && after.Class == WordClass.Adposition;
    }

    // "that concerns about the drug were": one clause has one finite verb.
    private static bool HasAuxiliary(TokenisedText text, PartOfSpeech[] tags, int start)
    {
        for (var t = start; t < Math.Min(tags.Length, start + 10); t++)
        {
            if (text.Tokens[t].Kind != TokenKind.Word || tags[t].Tag is PennTag.CC or PennTag.WDT or PennTag.WP or PennTag.WRB) return false;
            if (tags[t].Class == WordClass.Auxiliary && tags[t].IsFinite) return true;
        }

        return false;
    }

    // "asked Do whether": a capital in the middle of a sentence.
    private static bool IsName(TokenisedText text, PartOfSpeech[] tags, int t) =>
        t > 0 && char.IsUpper(text[t][0]) && tags[t - 1] is { Class: WordClass.Verb, Tag: PennTag.VBD or PennTag.VBZ } && text.SentenceOf(t) == text.SentenceOf(t - 1);

    // "Sompong replied": an adverb of that shape is none unless it ends in -ly or is one of the few that open sentences.
    private static bool IsOpeningName(TokenisedText text, PartOfSpeech[] tags, int t) =>
        t + 1 < tags.Length && char.IsUpper(text[t][0]) && text[t].Length > 3 && !text[t].EndsWith("ly", StringComparison.Ordinal)
        && tags[t + 1] is { Class: WordClass.Verb, Tag: PennTag.VBD or PennTag.VBZ }
        && text[t] is not ("Also" or "Then" or "Soon" or "Later" or "Still" or "Even" or "Once" or "Here" or "There" or "Thus" or "Often" or "Never" or "Already" or "Instead" or "Meanwhile" or "However");
}
