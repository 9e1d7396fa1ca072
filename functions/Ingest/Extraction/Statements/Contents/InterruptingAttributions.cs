using System.Collections.Immutable;
using Ingest.Extraction.Language;
using Ingest.Extraction.Statements.Cues;
using Ingest.Extraction.Statements.Grammar;
using Ingest.Extraction.Statements.Quotations;

namespace Ingest.Extraction.Statements.Contents;

/// <summary>Finds attributions that stand after their content or inside it: “…, she said”, “…, said X, …”, “…, according to X”.</summary>
internal sealed class InterruptingAttributions(Narrative narrative)
{
    private readonly TaggedText text = narrative.Tagged;
    private readonly MentionFinder mentions = new(narrative);
    private readonly ComplementFinder complements = new(narrative);
    private readonly ContentEnds ends = new(narrative);

    /// <summary>Adds what is found in the part of a sentence, whose cues are given.</summary>
    public void Find(TokenRange part, ImmutableArray<CueOccurrence> cues, List<Attribution> found)
    {
        var start = part.First;
        for (var c = 0; c < cues.Length; c++)
        {
            if (cues[c].Group.First < start || Clause(part, start, cues[c]) is not { } clause) continue;
            var left = LeftPiece(start, clause.Tokens.First);
            if (left.Count <= 0) continue;
            var right = RightPiece(left, clause, part, cues, c);
            if (right is null ? !CanStandAlone(left, clause) : !CanBeParted(left, clause)) continue;
            List<TokenRange> pieces = right is { } piece ? [left, piece] : [left];
            found.Add(new Attribution(pieces, clause.Form, clause.Mention, cues[c], CueFrames.Quote));
            start = right?.End ?? clause.Tokens.End;
        }
    }

    /// <summary>An attribution between commas: its words, and who speaks.</summary>
    private readonly record struct AttributingClause(TokenRange Tokens, AttributionForm Form, TokenRange? Mention);

    // "The minister, 45, said the road was closed": what stands before is a subject and no content.
    private bool CanStandAlone(TokenRange left, AttributingClause clause) =>
        narrative.IsQuoted(left.End - 1) || clause.Form == AttributionForm.AccordingTo || Clauses.HasMainVerb(text, left)
        || (clause.Form == AttributionForm.SpeakerBeforeCue && left.Count > 5 && HasComma(left))
        || (clause.Form == AttributionForm.SpeakerBeforeCue && !HasComma(left) && left.Count > 1 && Phrases.IsNominal(text, left.First))
        || (left.Count > 5 && !HasComma(left) && !Clauses.Subordinates(text, left.First) && !Phrases.IsPreposition(text, left.First));

    // "The chairman, who came in March, said the inquiry, the third in a decade, would end": a subject with insertions of its own is
    // parted from its verb by nobody without a name.
    private bool CanBeParted(TokenRange left, AttributingClause clause) =>
        clause.Form != AttributionForm.CueBeforeSpeaker || narrative.IsQuoted(left.End - 1) || !HasComma(left) || Clauses.HasMainVerb(text, left)
        || clause.Mention is not { } speaker || text[speaker.First].Tag is not (PennTag.DT or PennTag.PRPS);

    private bool HasComma(TokenRange range)
    {
        for (var t = range.First; t < range.End; t++)
            if (text.Text[t] is ",") return true;
        return false;
    }

    private AttributingClause? Clause(TokenRange part, int start, CueOccurrence cue)
    {
        if (cue.Mode == CueMode.AccordingTo) return cue.Words.First > start ? According(part, start, cue) : null;
        if (cue.Mode is CueMode.Participle) return null;
        if (!cue.Has(CueFrames.Quote | CueFrames.Clause | CueFrames.That)) return null;
        return Inverted(part, start, cue) ?? SubjectFirst(part, start, cue);
    }

    private AttributingClause? According(TokenRange part, int start, CueOccurrence cue)
    {
        if (mentions.After(cue.Words.End, part.End) is not { } speaker) return null;
        // "But according to X, …" leads its content.
        var before = cue.Words.First - 1;
        if (text.Text[before] is ",") before--;
        if (Clauses.SkipLink(text, start, cue.Words.First) == cue.Words.First || (before >= start && text.Text[before] is "that" or "which" or "who" or "where" or "and" or "but")) return null;
        return new AttributingClause(new TokenRange(cue.Words.First, speaker.Phrase.End), AttributionForm.AccordingTo, speaker.Mention);
    }

    // “…, said Kong Sarith, a mechanic”
    private AttributingClause? Inverted(TokenRange part, int start, CueOccurrence cue)
    {
        var verb = cue.Group.First;
        if (cue.Mode != CueMode.Finite || cue.Has(CueFrames.Document) && !text.Text.Is(verb, "read") || verb != cue.Words.First || verb == start || !IsCut(verb - 1, start)) return null;
        if (mentions.After(cue.Words.End, part.End) is not { } speaker) return null;
        var after = speaker.Phrase.End;
        if (!narrative.IsQuoted(verb - 1))
        {
            if (!cue.Has(CueFrames.Clause) || cue.Has(CueFrames.Addressed)) return null;
            if (text[cue.Words.End].Tag == PennTag.PRP || complements.After(cue, part.End) is { Frame: CueFrames.That or CueFrames.Question }) return null;
            // "The minister, 45, said the road was closed": what stands before is the subject, what follows is the content.
            while (after < part.End && text[after].Class == WordClass.Adverb) after++;
            if (after < part.End && Phrases.IsFinite(text, after) && !text.Text.Is(after, "said")) return null;
            after = speaker.Phrase.End;
        }

        return new AttributingClause(new TokenRange(verb, after), AttributionForm.CueBeforeSpeaker, speaker.Mention);
    }

    // “…, she said by telephone, …”
    private AttributingClause? SubjectFirst(TokenRange part, int start, CueOccurrence cue)
    {
        if (cue.Group.First == start || text[cue.Group.First - 1].Tag is PennTag.CC or PennTag.WP or PennTag.WDT) return null;
        var quotation = LastQuotationEnd(start, cue.Group.First);
        var speaker = quotation > start ? mentions.Before(cue.Group.First, quotation) : null;
        if (speaker is null || !IsCut(speaker.Value.Phrase.First - 1, start))
        {
            var pause = LastPause(start, cue.Group.First);
            if (pause == cue.Group.First - 1) pause = BeforeApposition(start, pause);
            if (pause < 0) return null;
            speaker = mentions.Before(cue.Group.First, pause + 1);
        }

        if (speaker is not { } found) return null;
        var first = found.Phrase.First;
        if (first - 1 > start && text.Text.Is(first - 1, "as")) first--;
        if (first <= start || !IsCut(first - 1, start) || cue.Words.End > part.End) return null;
        // "On claims that it was “late”, he said": what an introduction quotes is no speech of his.
        var isQuotation = IsSpeech(first - 1, start) && !(text.Text[start] is "On" or "About" or "Regarding" && !narrative.IsQuoted(start));
        if (!isQuotation && text.Text[start] is "Earlier" or "Later" && first - start <= 8 && cue.Words.End < part.End && text.Text[cue.Words.End] is not "," && !Clauses.HasMainVerb(text, new TokenRange(start, first))) return null;
        if (cue.Mode is CueMode.Passive or CueMode.Unsaid && !isQuotation) return null;
        // "…, he advised.": at the end even a verb that needs its "that" attributes.
        if (!isQuotation && !cue.Has(CueFrames.Clause) && !(cue.Has(CueFrames.That) && cue.Words.End == part.End)) return null;
        if (cue.Has(CueFrames.Document) && !Documents.Speak(text, found.Phrase)) return null;
        if (Tail(cue, part.End, isQuotation, new TokenRange(start, first)) is not { } to) return null;
        return new AttributingClause(new TokenRange(first, to), AttributionForm.SpeakerBeforeCue, found.Mention);
    }

    // What follows the cue up to a comma, a quotation or the end, if no content does.
    private int? Tail(CueOccurrence cue, int limit, bool isQuotation, TokenRange left)
    {
        var t = cue.Words.End;
        var comma = cue.Words.End;
        if (!isQuotation && comma + 1 < limit && text.Text[comma] is "," && narrative.IsQuoted(comma + 1))
        {
            // “The pay is low, he said, “but it is pay”” goes on; “In the end, he said, “It is pay”” begins.
            return comma + 2 < limit && char.IsLower(text.Text[comma + 2][0]) && (Clauses.HasMainVerb(text, left) || Clauses.Subordinates(text, left.First)) ? comma : null;
        }

        // "so bad, he noted, that nobody came" goes on.
        if (!isQuotation && comma + 1 < limit && text.Text[comma] is "," && text.Text.Is(comma + 1, "that") && Clauses.HasMainVerb(text, left)) return comma;
        if (complements.After(cue, limit) is { } complement)
        {
            // After a quotation only a clause with its "that" is a content of its own: “…,” he said the next day.
            if (isQuotation ? complement.Frame == CueFrames.That : !InterruptsSubject(complement, left, limit)) return null;
        }

        while (t < limit && !narrative.IsQuoted(t) && !Pauses.IsBreak(text.Text, t) && text.Text[t] is not ".")
        {
            t++;
        }

        return t;
    }

    // "Her dog, she said as they packed up, had barked": the clause after the cue tells when she said it.
    private bool InterruptsSubject(Complement complement, TokenRange left, int limit)
    {
        if (!Clauses.Subordinates(text, complement.Start) || Clauses.HasMainVerb(text, left)) return false;
        for (var t = complement.Start; t + 1 < limit; t++)
            if (text.Text[t] is ",") return Phrases.IsFinite(text, t + 1);
        return false;
    }

    // Whether a quotation that somebody spoke ends here, and not a title: “This Week,” in the middle of a sentence.
    private bool IsSpeech(int t, int start)
    {
        if (!narrative.IsQuoted(t) && t > start && text.Text[t] is ",") t--;
        return narrative.QuotationOf(t) is { } q && narrative.Quotations[q] is var quotation
            && (quotation.Inside.Count > 3 || quotation.Tokens.First <= start + 1 || text.Text[quotation.Tokens.End - 2] is "?" or "!");
    }

    // "…, a spokeswoman, Anna White, said": the pause before both, if the two stretches before the cue are noun phrases.
    private int BeforeApposition(int start, int pause)
    {
        var inner = LastPause(start, pause);
        if (inner < 0) return -1;
        var outer = LastPause(start, inner);
        return outer > start && IsNounPhrase(outer + 1, inner) && (IsNounPhrase(inner + 1, pause) || text[inner + 1].Tag is PennTag.WP or PennTag.WDT) ? outer : -1;
    }

    private bool IsNounPhrase(int first, int end) => Phrases.ExtendedNounPhraseEnd(text, first, end) == end;

    private TokenRange LeftPiece(int start, int end)
    {
        while (end > start && !narrative.IsQuoted(end - 1) && Pauses.IsPause(text.Text, end - 1)) end--;
        while (start < end && !narrative.IsQuoted(start) && (text.Text[start] is "." || Pauses.IsBreak(text.Text, start))) start++;
        start = Clauses.SkipLink(text, start, end);
        if (end <= start) return new TokenRange(start, start);
        // A quotation after an introduction is the content by itself: “Leaving the court, “I am innocent,” he said”.
        if (narrative.QuotationOf(end - 1) is { } q && narrative.Quotations[q].Tokens is var quotation && quotation.First > start && quotation.First < end
            && text.Text[quotation.First - 1] is "," or ":" && !narrative.IsQuoted(quotation.First - 1) && !narrative.IsQuoted(start)) return new TokenRange(quotation.First, end);
        return new TokenRange(start, end);
    }

    private TokenRange? RightPiece(TokenRange left, AttributingClause clause, TokenRange part, ImmutableArray<CueOccurrence> cues, int cue)
    {
        var r = clause.Tokens.End;
        if (r >= part.End) return null;
        if (text.Text[r] is ":" || Pauses.IsPause(text.Text, r)) r++;
        if (r >= part.End) return null;
        var isDirect = IsQuotation(left);
        if (narrative.IsQuoted(r)) return Until(r);
        if (!isDirect && LaterQuotation(r) is { } quoted) return Until(quoted);
        if (isDirect) return null;
        if (LacksVerb()) return Continuation(r);
        if (NextCue(r) is { Mode: CueMode.Participle } || text[r].Tag is PennTag.VBG or PennTag.WP or PennTag.WPS || text.Text.Is(r, "which")) return null;
        if (clause.Form == AttributionForm.SpeakerBeforeCue && text[r].Tag is not (PennTag.CC or PennTag.DT or PennTag.NN) && text.Text[r] is not ("as" or "in")) return Until(r);
        if (text[r].Tag == PennTag.CC && !IsNewAttribution(r)) return Until(r);
        if (clause.Form != AttributionForm.SpeakerBeforeCue && LaterConjunction(r) is { } conjunction) return Until(conjunction);
        return null;

        bool LacksVerb() => !Clauses.HasMainVerb(text, left) || Clauses.EndsOpen(text, left);

        // “The pay is low, said X, a guard, “but it is pay”.”
        int? LaterQuotation(int from)
        {
            for (var t = from; t < part.End; t++)
            {
                if (cue + 1 < cues.Length && t >= cues[cue + 1].Group.First) return null;
                if (narrative.QuotationOf(t) is { } q) return text.Text[t - 1] is "," && narrative.Quotations[q].Tokens.End >= part.End - 1 ? t : null;
            }

            return null;
        }

        // "…, according to X, head of Y, but “a bill”"
        int? LaterConjunction(int from)
        {
            for (var t = from; t + 1 < part.End; t++)
                if (text.Text[t - 1] is "," && text[t].Tag == PennTag.CC && (narrative.IsQuoted(t + 1) || Phrases.IsFinite(text, t + 1)) && !IsNewAttribution(t)) return t;
            return null;
        }

        CueOccurrence? NextCue(int at) => cue + 1 < cues.Length && cues[cue + 1].Group.First == at ? cues[cue + 1] : null;

        // "and Y said": somebody else's.
        bool IsNewAttribution(int conjunction) =>
            cue + 1 < cues.Length && cues[cue + 1] is { Mode: CueMode.Finite } next
            && ((next.Group.First == conjunction + 1 && clause.Form != AttributionForm.AccordingTo) || (mentions.Before(next.Group.First, conjunction + 1) is { } subject && subject.Phrase.First == conjunction + 1));

        // The predicate that the attribution parted from its subject.
        TokenRange? Continuation(int from)
        {
            if (clause.Form == AttributionForm.SpeakerBeforeCue) return Until(from);
            for (var t = from; t < part.End; t++)
            {
                if (t > from && text.Text[t - 1] is not ")" && !Pauses.IsPause(text.Text, t - 1)) continue;
                var verb = t;
                while (verb < part.End && text[verb].Class == WordClass.Adverb) verb++;
                if (verb < part.End && (Phrases.IsFinite(text, verb) || text[verb].Tag == PennTag.VBP)) return Until(t);
            }

            return clause.Form == AttributionForm.AccordingTo ? Until(from) : null;
        }

        TokenRange? Until(int from)
        {
            var end = ends.Of(new ContentStart(from, cues[cue], CueFrames.Clause, part.First), cues, part.End);
            return end > from ? new TokenRange(from, end) : null;
        }
    }

    private bool IsQuotation(TokenRange range) =>
        narrative.QuotationOf(range.First) is { } first && narrative.Quotations[first].Tokens.First == range.First && narrative.IsQuoted(range.End - 1)
        && Enumerable.Range(range.First, Math.Min(range.Count, 4000)).All(t => narrative.IsQuoted(t) || text.Text.Tokens[t].Kind != TokenKind.Word);

    // A comma or a quotation's end parts content and attribution.
    private bool IsCut(int t, int start) =>
        t >= start && ((!narrative.IsQuoted(t) && Pauses.IsPause(text.Text, t)) || (narrative.QuotationOf(t) is { } q && narrative.Quotations[q].Tokens.End == t + 1));

    private int LastQuotationEnd(int start, int before)
    {
        for (var t = before - 1; t >= Math.Max(start, before - 120); t--)
            if (narrative.QuotationOf(t) is { } q && narrative.Quotations[q] is var quotation && ((quotation.Inside.Count >= 3 && t + 1 - quotation.Tokens.First >= before - t) || quotation.Inside.Count >= 5 || quotation.Tokens.First == start || text.Text[quotation.Tokens.End - 2] is "," or "?" or "!")) return quotation.Tokens.End;
        return -1;
    }

    private int LastPause(int start, int before)
    {
        for (var t = before - 1; t >= Math.Max(start, before - 60); t--)
        {
            if (narrative.QuotationOf(t) is { } q && narrative.Quotations[q].Tokens.End == t + 1 && narrative.Quotations[q].Inside.Count >= 3 && t + 1 < before && text[t + 1].Tag is PennTag.PRP or PennTag.NNP or PennTag.DT) return t;
            if (!narrative.IsQuoted(t) && Pauses.IsPause(text.Text, t)) return t;
        }

        return -1;
    }
}
