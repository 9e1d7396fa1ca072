using System.Collections.Immutable;
using Ingest.Extraction.Language;
using Ingest.Extraction.Statements.Grammar;
using Ingest.Extraction.Statements.Quotations;

namespace Ingest.Extraction.Statements.Cues;

/// <summary>Finds the cue verbs among the reporter's own words of a sentence, and whether anybody is told to have said anything by them.</summary>
internal static class CueFinder
{
    private const int LongestVerbGroup = 8;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Yardsticks =
        DataFile.Words("Extraction/Data/yardsticks.txt").GetAlternateLookup<ReadOnlySpan<char>>();

    public static ImmutableArray<CueOccurrence> Find(Narrative narrative, TokenRange sentence)
    {
        var found = ImmutableArray.CreateBuilder<CueOccurrence>();
        for (var t = sentence.First; t < sentence.End; t++)
        {
            if (narrative.QuotationOf(t) is { } quotation)
            {
                t = Math.Min(sentence.End, narrative.Quotations[quotation].Tokens.End) - 1;
                continue;
            }

            // In the middle of a sentence a capital makes a name of it: "the United States".
            if (narrative.Text.Tokens[t].Kind != TokenKind.Word || (t > sentence.First && char.IsUpper(narrative.Text[t][0])) || At(narrative.Tagged, sentence, t) is not { } cue) continue;
            if (cue.Mode == CueMode.Quoted) found.RemoveAll(earlier => earlier.Words.End > cue.Group.First);
            found.Add(cue);
            t = cue.Words.End - 1;
        }

        return found.ToImmutable();
    }

    private static CueOccurrence? At(TaggedText text, TokenRange sentence, int t)
    {
        if (text.Text.Is(t, "according") && t + 1 < sentence.End && text.Text.Is(t + 1, "to") && !GoesBy(text, t + 2, sentence.End))
            return new CueOccurrence(null, CueMode.AccordingTo, new TokenRange(t, t + 2), new TokenRange(t, t + 2));
        foreach (var (verb, forms) in CueLexicon.Default.Of(text.Text[t]))
        {
            if (Particles(text, verb, t + 1, sentence.End) is not { } end || IsNoun(text, sentence, verb, t, forms)) continue;
            return Quoted(text, sentence, verb, t, end) ?? InGroup(text, sentence, verb, forms, t, end);
        }

        return null;
    }

    // "distributed according to infection rates", "according to their needs": what something goes by says nothing.
    private static bool GoesBy(TaggedText text, int start, int limit)
    {
        if (start >= limit || text[start].Tag == PennTag.DT) return false;
        var end = Phrases.NounPhraseEnd(text, start, limit);
        return end > start && Yardsticks.Contains(text.Text[end - 1]);
    }

    private static int? Particles(TaggedText text, CueVerb verb, int t, int end)
    {
        foreach (var particle in verb.Particles)
        {
            if (t >= end || !text.Text.Is(t, particle)) return null;
            t++;
        }

        return t;
    }

    // "the report", "a call", "their demands", "press conference": the tagger decides between noun and verb where both are possible,
    // but only where the neighbours do not already exclude the verb's absence.
    private static bool IsNoun(TaggedText text, TokenRange sentence, CueVerb verb, int t, VerbForms forms)
    {
        // "his promised reform", "the alleged leader", "later than promised"
        if (t > sentence.First && (forms & VerbForms.PastParticiple) != 0)
        {
            if (text.Text[t - 1] is "than") return true;
            if ((text[t - 1].Tag == PennTag.PRPS || text[t - 1].IsPossessive || text.Text[t - 1] is "the" or "The" or "a" or "A" or "an") && t + 1 < sentence.End && Phrases.IsNoun(text, t + 1)) return true;
        }

        // "a letter warning that"
        if ((forms & VerbForms.PresentParticiple) != 0 && ((t + 1 < sentence.End && text.Text.Is(t + 1, "that")) || (t > sentence.First && Pauses.IsPause(text.Text, t - 1)))) return false;
        if (!verb.Has(CueFrames.Homograph) && (forms & VerbForms.ThirdPerson) != 0) return false;
        if ((forms & (VerbForms.Base | VerbForms.ThirdPerson)) == 0 && !Phrases.IsNoun(text, t) && text[t].Class != WordClass.Adjective) return false;
        if ((forms & VerbForms.Past) != 0)
        {
            // "said", "told": hardly ever anything but verbs; "the accused", "a noted author" follow a determiner.
            // "of pledged delegates"
            if (t > sentence.First && t + 1 < sentence.End && text[t].Tag is PennTag.VBN or PennTag.JJ && text[t + 1].Tag is PennTag.NNS or PennTag.NN && text[t - 1].Tag is PennTag.IN or PennTag.CD or PennTag.JJ) return true;
            return t > sentence.First && (text[t - 1].Tag is PennTag.DT or PennTag.PRPS || text[t - 1].IsPossessive) && text[t].Class is not WordClass.Auxiliary;
        }

        // "X, the mayor, calls that a lie": after a comma a plural has no determiner or object behind it.
        if ((forms & VerbForms.ThirdPerson) != 0 && t > sentence.First && text.Text[t - 1] is "," && t + 1 < sentence.End && text[t + 1].Tag is PennTag.DT or PennTag.WDT or PennTag.PRP) return false;
        // "…, court records show." The last word of such a sentence is its verb.
        if (t + 1 == sentence.End && t > sentence.First && Phrases.IsNoun(text, t - 1)) return false;
        // "The letter also orders"
        if ((forms & VerbForms.ThirdPerson) != 0 && t > sentence.First && text.Text[t - 1] is "also") return false;
        return text[t].Class is not (WordClass.Verb or WordClass.Auxiliary);
    }

    // "was quoted (by police) as saying", "quoted her as saying"
    private static CueOccurrence? Quoted(TaggedText text, TokenRange sentence, CueVerb verb, int t, int end)
    {
        if (verb.Name != "say" || !text.Text.Is(t, "saying") || t < sentence.First + 2 || !text.Text.Is(t - 1, "as")) return null;
        for (var i = t - 2; i >= Math.Max(sentence.First, t - 10); i--)
        {
            if (!text.Text.Is(i, "quoted") && !text.Text.Is(i, "cited") && !text.Text.Is(i, "quotes")) continue;
            var first = i;
            while (first > sentence.First && text[first - 1].Class is WordClass.Auxiliary or WordClass.Adverb) first--;
            return new CueOccurrence(verb, CueMode.Quoted, new TokenRange(first, end), new TokenRange(first, end));
        }

        return null;
    }

    private static CueOccurrence InGroup(TaggedText text, TokenRange sentence, CueVerb verb, VerbForms forms, int t, int end)
    {
        var words = new TokenRange(t, end);
        bool have = false, be = false, modal = false, negated = false, infinitive = false;
        var first = t;
        for (var i = t - 1; i >= Math.Max(sentence.First, t - LongestVerbGroup); i--)
        {
            var word = text.Text[i];
            if (VerbWords.IsNegation(word)) negated = true;
            else if (VerbWords.IsBe(word)) be = true;
            else if (VerbWords.IsHave(word)) have = true;
            else if (VerbWords.IsModal(word)) modal = true;
            else if (word.Equals("to", StringComparison.OrdinalIgnoreCase) && (forms & VerbForms.Base) != 0 && i == first - 1)
            {
                infinitive = true;
                first = i;
                break;
            }
            else if (!VerbWords.IsDo(word) && (text[i].Class != WordClass.Adverb || text.Text.Tokens[i].Kind != TokenKind.Word)) break;
            first = i;
        }

        var group = new TokenRange(first, end);
        if (infinitive) return UsedTo(text, sentence, first) is { } used ? new CueOccurrence(verb, CueMode.Finite, words, new TokenRange(used, end)) : new CueOccurrence(verb, CueMode.Unsaid, words, group);
        if (negated || modal) return new CueOccurrence(verb, CueMode.Unsaid, words, group);
        if ((forms & VerbForms.PresentParticiple) != 0 && Heard(text, sentence, t) is { } heard) return new CueOccurrence(verb, CueMode.Finite, new TokenRange(t - 1, end), new TokenRange(heard, end));
        if ((forms & VerbForms.PresentParticiple) != 0) return new CueOccurrence(verb, be ? CueMode.Finite : CueMode.Participle, words, group, have);
        if (have && (forms & VerbForms.PastParticiple) != 0) return new CueOccurrence(verb, be ? CueMode.Passive : CueMode.Finite, words, group, IsPerfect: true);
        if (be && (forms & VerbForms.PastParticiple) != 0) return new CueOccurrence(verb, CueMode.Passive, words, group);
        // "Asked why, she replied": a participle at the head of the sentence has no subject.
        if (t == sentence.First && (forms & VerbForms.PastParticiple) != 0 && Asks(text, words, sentence)) return new CueOccurrence(verb, CueMode.Passive, words, group);
        return new CueOccurrence(verb, CueMode.Finite, words, group);
    }

    // "was heard saying", "can be seen telling": somebody did say it.
    private static int? Heard(TaggedText text, TokenRange sentence, int t)
    {
        if (t - 2 < sentence.First || !(text.Text[t - 1] is "heard" or "overheard" or "recorded" or "filmed" or "caught" or "seen") || !VerbWords.IsBe(text.Text[t - 2])) return null;
        var first = t - 2;
        while (first > sentence.First && (text[first - 1].Class == WordClass.Auxiliary || VerbWords.IsModal(text.Text[first - 1]))) first--;
        return first;
    }

    private static bool Asks(TaggedText text, TokenRange words, TokenRange sentence) =>
        words.End < sentence.End && (text[words.End].Tag is PennTag.WRB or PennTag.IN or PennTag.WP or PennTag.TO or PennTag.RB || text.Text[words.End] is "whether" or "if");

    // "used to say", "went on to say", "hastened to add", "was quick to add": they did.
    private static int? UsedTo(TaggedText text, TokenRange sentence, int to)
    {
        if (to <= sentence.First) return null;
        if (text.Text[to - 1] is "used" or "continues" or "continued" or "continue" or "hastened" or "hastens") return to - 1;
        if (text.Text[to - 1] is "quick" && to - 2 >= sentence.First && VerbWords.IsBe(text.Text[to - 2])) return to - 2;
        return to - 2 >= sentence.First && text.Text.Is(to - 1, "on") && text.Text[to - 2] is "went" or "goes" or "going" or "gone" ? to - 2 : null;
    }
}
