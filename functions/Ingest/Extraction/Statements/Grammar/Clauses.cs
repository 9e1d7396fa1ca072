using Ingest.Extraction.Language;
using Ingest.Extraction.Statements.Cues;

namespace Ingest.Extraction.Statements.Grammar;

/// <summary>Tells clauses from fragments.</summary>
internal static class Clauses
{
    /// <summary>Whether a finite verb stands in the range that no subordinate or relative clause claims.</summary>
    public static bool HasMainVerb(TaggedText text, TokenRange range)
    {
        var claimed = false;
        for (var t = range.First; t < range.End; t++)
        {
            var opens = t == range.First || Pauses.IsPause(text.Text, t - 1);
            // A comma ends what claims the verbs before it.
            if (opens) claimed = false;
            if (text[t].Tag is PennTag.WDT or PennTag.WP or PennTag.WPS || (opens && Subordinates(text, t))) claimed = true;
            if (!Phrases.IsFinite(text, t)) continue;
            if (!claimed) return true;
            if (!opens && text[t].Tag is not PennTag.MD && text.Text[t - 1] is not ("who" or "which" or "that")) continue;
        }

        return false;
    }

    /// <summary>Whether a verb stands in the range that no relative pronoun or question word before it claims.</summary>
    public static bool HasFreeVerb(Quotations.Narrative narrative, int start, int limit)
    {
        var text = narrative.Tagged;
        var claims = 0;
        for (var t = start; t < limit; t++)
        {
            if (text.Text[t] is ";" or ":" && !narrative.IsQuoted(t)) return false;
            // A pause ends what a relative pronoun claims: "the platform, which cost a fortune, would".
            if (Pauses.IsPause(text.Text, t)) claims = 0;
            // What a participle adds after a pause is no part of the clause before it.
            if (t > start && text[t].Tag == PennTag.VBG && Pauses.IsPause(text.Text, t - 1) && text.Text[t] is not ("including" or "excluding")) return false;
            if (text[t].Tag is PennTag.WDT or PennTag.WP or PennTag.WRB or PennTag.WPS) claims++;
            if (!Phrases.IsFinite(text, t)) continue;
            if (claims == 0) return true;
            claims--;
            // The rest of the verb group: "has been seen".
            while (t + 1 < limit && (text[t + 1].Class is WordClass.Auxiliary or WordClass.Verb or WordClass.Adverb)) t++;
        }

        return false;
    }

    /// <summary>Whether the range cannot end a clause: its last word wants more.</summary>
    public static bool EndsOpen(TaggedText text, TokenRange range) =>
        range.Count > 0 && (VerbWords.IsFiniteAuxiliary(text.Text[range.End - 1]) || text[range.End - 1].Tag is PennTag.WDT or PennTag.WP or PennTag.DT
            || text[range.End - 1].Class is WordClass.Subordinator || text.Text[range.End - 1] is "that" or "which");

    /// <summary>Whether the token opens a clause that another one needs: "once symptoms appear", "if convicted".</summary>
    public static bool Subordinates(TaggedText text, int t) =>
        text[t].Class == WordClass.Subordinator || text[t].Tag == PennTag.WRB
        || text.Text[t] is "if" or "If" or "once" or "Once" or "when" or "When" or "as" or "As" or "after" or "After" or "before" or "Before" or "since" or "Since"
            or "until" or "Until" or "unless" or "Unless" or "because" or "Because" or "although" or "Although" or "though" or "Though" or "while" or "While" or "whereas" or "Whereas";

    /// <summary>Whether a clause starts at the token: a noun phrase and what hangs on it, then a finite verb.</summary>
    public static bool StartsAt(TaggedText text, int start, int limit)
    {
        var end = Phrases.ExtendedNounPhraseEnd(text, start, limit);
        if (end == start) return false;
        while (end < limit && text[end].Class == WordClass.Adverb) end++;
        return end < limit && Phrases.IsFinite(text, end);
    }

    /// <summary>The first token after what links the clause to the one before: "But", "However,", "and".</summary>
    public static int SkipLink(TaggedText text, int start, int end)
    {
        if (start < end && text.Text.Is(start, "however") && start + 1 < end && text.Text[start + 1] is ",") return start + 2;
        if (start < end && text[start].Tag == PennTag.CC && !text.Text.Is(start, "both") && !text.Text.Is(start, "either") && !text.Text.Is(start, "neither")) return start + 1;
        return start;
    }
}
