using Ingest.Extraction.Language;
using Ingest.Extraction.Statements.Cues;
using Ingest.Extraction.Statements.Grammar;
using Ingest.Extraction.Statements.Quotations;

namespace Ingest.Extraction.Statements.Contents;

/// <summary>Reads what follows a cue verb by the frames that the verb has, the surest first.</summary>
internal sealed class ComplementFinder(Narrative narrative)
{
    /// <summary>How far a "that", "to" or preposition may stand from its verb.</summary>
    private const int Reach = 30;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Circumstances =
        DataFile.Words("Extraction/Data/saying-circumstances.txt").GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly TaggedText text = narrative.Tagged;

    /// <summary>The content that the cue takes to its right before <paramref name="limit"/>, or null.</summary>
    public Complement? After(CueOccurrence cue, int limit)
    {
        var start = cue.Words.End;
        if (start >= limit || cue.Verb is null) return null;
        return Introduced(cue, start, limit)
            ?? Quoted(cue, start, limit)
            ?? ToDo(cue, start, limit)
            ?? WithObject(cue, start, limit)
            ?? Refused(cue, start, limit)
            ?? BareClause(cue, start, limit)
            ?? Named(cue, start, limit);
    }

    // "that", "whether", "why" after the cue, a hearer and circumstances in any number between.
    private Complement? Introduced(CueOccurrence cue, int start, int limit)
    {
        if (!cue.Has(CueFrames.Clause | CueFrames.That | CueFrames.Question | CueFrames.Hearer)) return null;
        var t = start;
        var end = Math.Min(limit, start + Reach);
        while (t < end)
        {
            if (narrative.QuotationOf(t) is { } q)
            {
                // “This Week” that: a title among the circumstances.
                var after = narrative.Quotations[q].Tokens.End;
                if (after >= end || after - t > 10 || !text.Text.Is(after, "that")) return null;
                t = after;
                continue;
            }

            // "said, in an email, that"
            if (t == start && Pauses.IsPause(text.Text, t) && AfterInsertion(t + 1, end) is { } that) t = that;
            var word = text.Text[t];
            if (text.Text.Is(t, "that") && t + 1 < limit && OpensClause(t + 1, limit))
            {
                if (!IsPredicate(t + 1, limit)) return new Complement(t + 1, CueFrames.That);
                // "said that was wrong" says "that"; "wrote in a post that had drawn comments" tells of the post.
                return t == start ? new Complement(t, CueFrames.That) : null;
            }

            if (cue.Has(CueFrames.Question) && IsQuestionWord(t)) return new Complement(t, CueFrames.Question);
            if (word is "," && t + 1 < end && text.Text.Is(t + 1, "that")) t++;
            else if (text.Text.Is(t, "only") && t + 1 < end && text.Text.Is(t + 1, "that")) t++;
            else if (text[t].Tag is PennTag.RB or PennTag.RBR && !text.Text.Is(t, "only")) t++;
            else
            {
                var next = Phrases.IsPreposition(text, t) ? Phrases.PrepositionalPhraseEnd(text, t, end)
                    : t == start || Times.StartsAt(text, t) || cue.Has(CueFrames.Hearer) ? Phrases.ExtendedNounPhraseEnd(text, t, end) : t;
                if (next == t) return null;
                t = next;
            }
        }

        return null;
    }

    private int? AfterInsertion(int t, int end)
    {
        for (var last = Math.Min(end, t + 12); t + 1 < last; t++)
        {
            if (Pauses.IsPause(text.Text, t) && text.Text.Is(t + 1, "that")) return t + 1;
            if (Pauses.IsPause(text.Text, t) && text[t + 1].Tag == PennTag.CC) return null;
        }

        return null;
    }

    // A quotation that opens right after the verb, its hearer and circumstances.
    private Complement? Quoted(CueOccurrence cue, int start, int limit)
    {
        if (!cue.Has(CueFrames.Quote | CueFrames.Clause | CueFrames.That)) return null;
        var t = start;
        var end = Math.Min(limit, start + Reach);
        while (t < end)
        {
            if (narrative.QuotationOf(t) is { } q && narrative.Quotations[q].Tokens.First == t) return new Complement(t, CueFrames.Quote);
            if (text.Text[t] is ":" or "," && t + 1 < end && narrative.IsQuoted(t + 1)) { t++; continue; }
            if (text.Text.Is(t, "that") || text[t].Class == WordClass.Adverb) { t++; continue; }
            var next = Phrases.IsPreposition(text, t) ? Phrases.PrepositionalPhraseEnd(text, t, end) : Phrases.ExtendedNounPhraseEnd(text, t, end);
            // "adding the words “and so on” to it" quotes no saying.
            if (!Phrases.IsPreposition(text, t) && !cue.Has(CueFrames.Hearer) && !Times.StartsAt(text, t) && next < end && text.Text[next] is not ("," or ":") && !Phrases.IsPreposition(text, next)) return null;
            if (next == t || (next > t + 1 && narrative.IsQuoted(next - 1))) return null;
            t = next;
        }

        return null;
    }

    // "urged them (not) to go", "promised to go"
    private Complement? ToDo(CueOccurrence cue, int start, int limit)
    {
        if (cue.Has(CueFrames.Infinitive) && IsInfinitive(start, limit)) return new Complement(start, CueFrames.Infinitive);
        if (!cue.Has(CueFrames.Request)) return null;
        var end = Math.Min(limit, start + Reach);
        var t = Phrases.NounPhraseEnd(text, start, end);
        if (t == start) return null;
        for (; t < end; t++)
        {
            if (IsInfinitive(t, limit)) return new Complement(start, CueFrames.Request);
            if (text.Text[t] is "," or ";" or ":" || (!narrative.IsQuoted(t) && (VerbWords.IsFiniteAuxiliary(text.Text[t]) || text[t].Tag == PennTag.VBD))) return null;
        }

        return null;
    }

    private bool IsInfinitive(int t, int limit)
    {
        if (t < limit && narrative.QuotationOf(t) is { } q && narrative.Quotations[q].Tokens.First == t) t++;
        if (t < limit && text.Text.Is(t, "not")) t++;
        if (t + 1 >= limit || !text.Text.Is(t, "to")) return false;
        while (t + 2 < limit && text[t + 1].Class == WordClass.Adverb) t++;
        // "called on them to question the police": after "to" the tagger takes some verbs for nouns.
        if (text[t + 1].Tag == PennTag.NN && t + 2 < limit && text[t + 2].Tag is PennTag.DT or PennTag.PRP or PennTag.PRPS or PennTag.IN or PennTag.CD or PennTag.NNS or PennTag.JJ) return true;
        return text[t + 1].Tag is PennTag.VB or PennTag.VBP || VerbWords.IsBe(text.Text[t + 1]) || VerbWords.IsHave(text.Text[t + 1])
            || (text[t].Tag == PennTag.TO && text[t].Class == WordClass.Particle);
    }

    // "accused them of", "put the cost at", "called it “a disgrace”"
    private Complement? WithObject(CueOccurrence cue, int start, int limit)
    {
        if (!cue.Has(CueFrames.ObjectAndPreposition | CueFrames.Label)) return null;
        var end = Math.Min(limit, start + Reach);
        if (narrative.IsQuoted(start)) return null;
        // "dismissed as “fiction” a report that"
        if (cue.Has(CueFrames.As) && text.Text.Is(start, "as") && start + 1 < limit && narrative.IsQuoted(start + 1)) return new Complement(start, CueFrames.As);
        if (cue.Has(CueFrames.Label) && LabelBefore(start, end) is { } label) return label;
        var t = Phrases.NounPhraseEnd(text, start, end);
        if (t == start) return null;
        var whole = Phrases.ExtendedNounPhraseEnd(text, start, end);
        if (cue.Has(CueFrames.Label) && whole < end && text[whole].Tag is PennTag.JJ or PennTag.VBN) return new Complement(start, CueFrames.Label);
        if (cue.Has(CueFrames.Label) && t < end && (narrative.IsQuoted(t) || text[t].Tag is PennTag.DT or PennTag.JJ)) return new Complement(start, CueFrames.Label);
        for (; t < end; t++)
        {
            if (PrepositionFrame(text.Text[t]) is var frame and not CueFrames.None && cue.Has(frame)) return new Complement(start, frame);
            if (text.Text[t] is "," or ";" or ":" || (VerbWords.IsFiniteAuxiliary(text.Text[t]) && !narrative.IsQuoted(t))) return null;
        }

        return null;
    }

    // "calls that figure “fiction”"
    private Complement? LabelBefore(int start, int limit)
    {
        for (var t = start + 1; t < Math.Min(limit, start + 5); t++)
        {
            if (Pauses.IsBreak(text.Text, t)) return null;
            if (narrative.IsQuoted(t)) return new Complement(start, CueFrames.Label);
        }

        return null;
    }

    private static CueFrames PrepositionFrame(ReadOnlySpan<char> word) => word switch
    {
        "of" => CueFrames.Of,
        "as" => CueFrames.As,
        "on" => CueFrames.On,
        "to" => CueFrames.To,
        "at" => CueFrames.At,
        "for" => CueFrames.For,
        "against" => CueFrames.Against,
        _ => CueFrames.None,
    };

    // "rejected suggestions that …": the content is what is rejected.
    private Complement? Refused(CueOccurrence cue, int start, int limit)
    {
        if (!cue.Has(CueFrames.Refusal)) return null;
        var t = Phrases.NounPhraseEnd(text, start, limit);
        if (t > start && t + 1 < limit && text.Text.Is(t, "that")) return new Complement(t + 1, CueFrames.Refusal);
        // "rejected calls for a new vote": what was called for.
        if (t > start && t + 1 < limit && text.Text.Is(t, "for") && text.Text[t - 1] is "calls" or "demands" or "requests" or "appeals" or "pleas") return new Complement(t + 1, CueFrames.Refusal);
        return null;
    }

    // A clause that opens without a "that", perhaps after circumstances of the saying.
    private Complement? BareClause(CueOccurrence cue, int start, int limit)
    {
        if (!cue.Has(CueFrames.Clause)) return null;
        // "said, if elected, she would go"
        if (start + 1 < limit && text.Text[start] is "," && Clauses.Subordinates(text, start + 1) && !narrative.IsQuoted(start + 1) && Clauses.HasMainVerb(text, new TokenRange(start + 1, Math.Min(limit, start + Reach)))) start++;
        var t = start;
        var end = Math.Min(limit, start + Reach);
        if (cue.Has(CueFrames.Hearer))
        {
            var hearer = Phrases.NounPhraseEnd(text, t, end);
            var extended = Phrases.ExtendedNounPhraseEnd(text, t, end);
            if (extended < limit && Clauses.StartsAt(text, extended, limit)) hearer = extended;
            else if (HearerEnd(t, end) is { } last) hearer = last;
            if (hearer > t && hearer < limit && !Phrases.IsFinite(text, hearer)) t = hearer;
        }

        while (t < end && CircumstanceEnd(t, end) is var next && next > t) t = next;
        if (t >= limit || !OpensClause(t, limit) || text.Text[t] is "as" or "of" or "from" or "(") return null;
        if (text.Text.Is(t, "to") && t + 1 < limit && text[t + 1].Tag is PennTag.VBG or PennTag.VB) return null;
        // "said the animals “pay more than us”": a quoted predicate.
        var subject = Phrases.NounPhraseEnd(text, t, limit);
        if (subject > t && subject + 1 < limit && narrative.IsQuoted(subject) && !narrative.IsQuoted(subject - 1) && text[subject + 1].Tag is PennTag.VB or PennTag.VBP or PennTag.VBZ or PennTag.VBD or PennTag.MD)
            return new Complement(t, CueFrames.Clause);
        // "he still “prays”": a pronoun in the nominative opens a clause whatever the tagger makes of its verb.
        if (text.Text[t] is "he" or "she" or "they" or "we" or "I" && t + 2 < limit) return new Complement(t, CueFrames.Clause);
        var isClause = cue.Has(CueFrames.Hearer) ? Clauses.StartsAt(text, t, limit) || HasVerbBeforeComma(t, limit)
            : Clauses.HasFreeVerb(narrative, t, Math.Min(limit, t + 60)) || (cue.Verb!.Name is "say" && HasParticiple(t, limit));
        return isClause ? new Complement(t, CueFrames.Clause) : null;
    }

    // "told a hearing a dike would cost": the first determiner or pronoun that opens a clause ends what is told to.
    private int? HearerEnd(int start, int limit)
    {
        for (var t = start + 1; t < Math.Min(limit, start + 10) && !Pauses.IsBreak(text.Text, t) && !Phrases.IsFinite(text, t); t++)
            if (text[t].Tag is PennTag.DT or PennTag.PRP or PennTag.PRPS && Clauses.StartsAt(text, t, limit)) return t;
        return null;
    }

    private int CircumstanceEnd(int t, int limit)
    {
        if (Times.StartsAt(text, t)) return Phrases.NounPhraseEnd(text, t, limit);
        if (text[t].Class == WordClass.Adverb && t + 1 < limit && text[t + 1].Tag != PennTag.CD && text.Text[t] is "later" or "yesterday" or "today" or "earlier" or "recently" or "again") return t + 1;
        if (text.Text[t] is not ("on" or "in" or "at" or "during" or "by" or "via" or "through" or "to")) return t;
        if (text.Text.Is(t, "to") && text[t].Class == WordClass.Particle) return t;
        // "on June 17"
        if (t + 2 < limit && Times.IsMonth(text.Text[t + 1])) return text[t + 2].Tag == PennTag.CD ? t + 3 : t + 2;
        // Not the whole phrase: "on Monday floods had" and "on Facebook people were" break after the occasion.
        for (var noun = t + 1; noun < Math.Min(limit, t + 8); noun++)
        {
            if (Circumstances.Contains(text.Text[noun]) && (noun + 1 >= limit || text[noun + 1].Tag is not (PennTag.NN or PennTag.NNS) || text.Text.Is(noun + 1, "post"))) return noun + 1;
            if (!Phrases.IsNominal(text, noun)) break;
        }

        return text.Text.Is(t, "to") ? Phrases.PrepositionalPhraseEnd(text, t, limit) : t;
    }

    // "announced a new bridge", "denied knowing him"
    private Complement? Named(CueOccurrence cue, int start, int limit)
    {
        if (cue.Has(CueFrames.Gerund) && start < limit && text[start].Tag == PennTag.VBG) return new Complement(start, CueFrames.Gerund);
        if (!cue.Has(CueFrames.Noun)) return null;
        var end = Phrases.NounPhraseEnd(text, start, limit);
        return end == start || text[start].Tag is PennTag.PRP or PennTag.JJR && end == start + 1 || Times.StartsAt(text, start) ? null : new Complement(start, CueFrames.Noun);
    }

    private bool OpensClause(int t, int limit) =>
        t < limit && (text.Text.Tokens[t].Kind != TokenKind.Mark || text.Text[t] is "$" or "€" or "£" or "¥" or "(" or "#" or "@")
        && text.Text[t] is not ("and" or "but" or "or");

    // Whether the words up to the next comma are a clause of their own and no relative one.
    private bool HasVerbBeforeComma(int t, int limit)
    {
        if (Phrases.IsPreposition(text, t)) return false;
        for (var i = t; i < limit && text.Text[i] is not ","; i++)
        {
            if (text[i].Tag is PennTag.WDT or PennTag.WP or PennTag.WRB || text.Text.Is(i, "that")) return false;
            if (Phrases.IsFinite(text, i)) return i > t;
        }

        return false;
    }

    // After "said" a participle without its auxiliary is mostly a past that the tagger took for one.
    private bool HasParticiple(int t, int limit)
    {
        for (var i = t + 1; i < Math.Min(limit, t + 60); i++)
            if (text[i].Tag == PennTag.VBN || (text.Text[i].EndsWith("ed", StringComparison.Ordinal) && char.IsLower(text.Text[i][0]))) return true;
        return false;
    }

    // A finite verb, and not a plural that the tagger takes for one: "that talks were done".
    private bool IsPredicate(int t, int limit) =>
        !VerbWords.IsContraction(text.Text[t]) && Phrases.IsFinite(text, t) && (VerbWords.IsFiniteAuxiliary(text.Text[t]) || t + 1 >= limit || !(Phrases.IsFinite(text, t + 1) || text[t + 1].Tag == PennTag.VB));

    private bool IsQuestionWord(int t) =>
        text.Text[t] is "whether" or "if" or "why" or "how" or "what" or "who" or "when" or "where" or "which"
        && text[t].Tag is PennTag.IN or PennTag.WRB or PennTag.WP or PennTag.WDT;
}
