using System.Collections.Immutable;
using Ingest.Extraction.Language;
using Ingest.Extraction.Statements.Cues;
using Ingest.Extraction.Statements.Grammar;
using Ingest.Extraction.Statements.Quotations;

namespace Ingest.Extraction.Statements.Contents;

/// <summary>Finds attributions that stand before their content: "X said that …", "…, adding that …", "According to X, …", X: “…”.</summary>
internal sealed class LeadingAttributions(Narrative narrative)
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Issuing =
        DataFile.Words("Extraction/Data/issuing-verbs.txt").GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly TaggedText text = narrative.Tagged;
    private readonly MentionFinder mentions = new(narrative);
    private readonly ComplementFinder complements = new(narrative);
    private readonly ContentEnds ends = new(narrative);

    /// <summary>Adds what is found in the part of a sentence beside the attributions from <paramref name="before"/> on, which stand in it already.</summary>
    public void Find(TokenRange part, ImmutableArray<CueOccurrence> cues, List<Attribution> found, int before)
    {
        var clause = part.First;
        TokenRange? last = null;
        foreach (var cue in cues)
        {
            var around = found.Skip(before).FirstOrDefault(a => a.Cue == cue || a.Pieces.Any(p => p.Contains(cue.Words.First)));
            if (around is not null)
            {
                if (around.Cue == cue) (clause, last) = (Math.Max(clause, Math.Max(cue.Words.End, around.End)), around.Mention ?? last);
                continue;
            }

            // What an attribution after it or around it has claimed ends a content.
            var free = found.Skip(before).SelectMany(other => other.Pieces).Where(piece => piece.First > cue.Words.First).Select(piece => piece.First).DefaultIfEmpty(part.End).Min();
            if (cue.Words.First < clause || Attribute(part with { End = free }, cues, cue, clause, last) is not { } attribution) continue;
            found.Add(attribution);
            clause = attribution.End;
            last = attribution.Mention ?? last;
        }

        Labelled(part, found, before);
    }

    private Attribution? Attribute(TokenRange part, ImmutableArray<CueOccurrence> cues, CueOccurrence cue, int clause, TokenRange? last)
    {
        if (cue.Mode == CueMode.AccordingTo) return AccordingTo(part, cues, cue);
        if (cue.Mode is CueMode.Unsaid or CueMode.Passive) return null;
        // "Said Hem Dara: “…”" and imperatives have no subject to the left.
        if (cue.Mode == CueMode.Finite && cue.Group.First == part.First) return null;
        if (AsTold(part, cues, cue) is { } told) return told;
        if (complements.After(cue, part.End) is not { } complement) return null;
        var end = ends.Of(new ContentStart(complement.Start, cue, complement.Frame, clause), cues, part.End);
        if (end <= complement.Start) return null;
        var mention = Speaker(cue, part, clause, last);
        if (cue.Has(CueFrames.Document) && !(mention is { } document && Documents.Speak(text, document)) && !Documents.Stand(text, new TokenRange(cue.Words.End, complement.Start))) return null;
        var form = cue.Mode == CueMode.Participle ? AttributionForm.Participle : AttributionForm.SpeakerFirst;
        return new Attribution([new TokenRange(complement.Start, end)], form, mention, cue, complement.Frame);
    }

    // "As the minister told reporters, the road is closed"
    private Attribution? AsTold(TokenRange part, ImmutableArray<CueOccurrence> cues, CueOccurrence cue)
    {
        var first = Clauses.SkipLink(text, part.First, part.End);
        if (!text.Text.Is(first, "as") || cue.Group.First <= first + 1 || !cue.Has(CueFrames.Clause)) return null;
        if (mentions.Before(cue.Group.First, first + 1) is not { } speaker || speaker.Phrase.First != first + 1) return null;
        var comma = cue.Words.End;
        while (comma < part.End && text.Text[comma] is not "," && !narrative.IsQuoted(comma) && !Phrases.IsFinite(text, comma)) comma++;
        if (comma + 1 >= part.End || text.Text[comma] is not ",") return null;
        var end = ends.Of(new ContentStart(comma + 1, cue, narrative.IsQuoted(comma + 1) ? CueFrames.Quote : CueFrames.Clause, comma + 1), cues, part.End);
        return end > comma + 1 ? new Attribution([new TokenRange(comma + 1, end)], AttributionForm.SpeakerFirst, speaker.Mention, cue, CueFrames.Clause) : null;
    }

    private TokenRange? Speaker(CueOccurrence cue, TokenRange part, int clause, TokenRange? last)
    {
        var at = cue.Group.First;
        if (cue.Mode == CueMode.Participle)
        {
            if (at > clause && Phrases.IsNoun(text, at - 1)) return BeforeParticiple(at, clause, part.First);
            return last ?? mentions.Before(at, part.First)?.Mention ?? Following(cue.Words.End, part.End);
        }

        if (cue.Mode == CueMode.Quoted)
        {
            // "quoted her as saying": the object speaks; "was quoted as saying": the subject.
            var quoted = cue.Words.First;
            if (!VerbWords.IsBe(text.Text[quoted]))
            {
                for (var t = quoted; t < cue.Words.End; t++)
                    if (text.Text[t] is "quoted" or "cited" or "quotes" && mentions.After(t + 1, cue.Words.End) is { } spoken) return spoken.Mention;
            }
        }

        var link = at - 1;
        if (link > clause && text[link].Tag is PennTag.WP or PennTag.WDT)
        {
            // "Koh Li Ting, who asked"
            var end = Pauses.IsPause(text.Text, link - 1) ? link - 1 : link;
            if (last is { } before && before.End <= end && !HasVerb(before.End, end)) return last;
            return NounBefore(end, clause) ?? last;
        }

        if (link >= clause && text[link].Tag == PennTag.CC) return last ?? mentions.OfClause(part.First, link)?.Mention;
        return mentions.Before(at, clause)?.Mention ?? last;
    }

    // "a letter warning that": the letter speaks. "X issued a statement on Monday saying that": X does.
    private TokenRange? BeforeParticiple(int at, int clause, int first)
    {
        var noun = NounBefore(at, clause);
        while (noun is { } phrase && phrase.First - 1 > clause && text.Text[phrase.First - 1] is "on" or "in" or "at" or "during" or "outside" && NounBefore(phrase.First - 1, clause) is { } before) noun = before;
        var verb = (noun?.First ?? 0) - 1;
        return verb > first && Issuing.Contains(text.Text[verb]) && mentions.Before(verb, first) is { } issuer ? issuer.Mention : noun;
    }

    // "While saying that it was late, she stayed": the subject of the clause that follows.
    private TokenRange? Following(int first, int limit)
    {
        for (var t = first + 1; t < limit; t++)
            if (Pauses.IsPause(text.Text, t - 1) && !narrative.IsQuoted(t) && Clauses.StartsAt(text, t, limit)) return mentions.After(t, limit)?.Mention;
        return null;
    }

    private bool HasVerb(int first, int end)
    {
        for (var t = first; t < end; t++)
            if (Phrases.IsFinite(text, t)) return true;
        return false;
    }

    // The noun phrase right before the cue.
    private TokenRange? NounBefore(int end, int limit)
    {
        for (var start = Math.Max(limit, end - 12); start < end; start++)
        {
            if (Phrases.NounPhraseEnd(text, start, end) != end) continue;
            // "Amat, now 71, who": an age is nobody.
            var isAge = text.Text.Tokens[end - 1].Kind == TokenKind.Number && start > limit && Pauses.IsPause(text.Text, start - 1);
            return isAge ? NounBefore(start - 1, limit) : new TokenRange(start, end);
        }

        return null;
    }

    // "According to X, who is Y, the road is closed": the content starts where a clause does.
    private Attribution? AccordingTo(TokenRange part, ImmutableArray<CueOccurrence> cues, CueOccurrence cue)
    {
        if (mentions.After(cue.Words.End, part.End) is not { } speaker) return null;
        var start = -1;
        for (var t = speaker.Phrase.End; t < part.End; t++)
        {
            if (t > speaker.Phrase.End && (text.Text[t - 1] is not "," || narrative.IsQuoted(t - 1))) continue;
            if (t == speaker.Phrase.End && (text.Text[t] is "," || Phrases.IsFinite(text, t) || text[t].Tag is PennTag.VBN or PennTag.VBD)) continue;
            if (narrative.IsQuoted(t) || Opens(t, part.End) || (t > speaker.Phrase.End && HoldsVerb(t, part.End)))
            {
                start = t;
                break;
            }
        }

        if (start < 0) start = FirstStretch(speaker.Phrase.End, part.End);
        if (start < 0) return null;
        var end = ends.Of(new ContentStart(start, cue, CueFrames.Clause, part.First), cues, part.End);
        return end > start ? new Attribution([new TokenRange(start, end)], AttributionForm.AccordingTo, speaker.Mention, cue, CueFrames.Clause) : null;
    }

    // No verb was seen: the first stretch after the speaker that is long enough and no relative clause.
    private int FirstStretch(int first, int limit)
    {
        for (var t = first + 1; t + 3 < limit; t++)
            if (text.Text[t - 1] is "," && text[t].Tag is not (PennTag.WP or PennTag.WDT or PennTag.WPS or PennTag.VBN or PennTag.CC)) return t;
        return -1;
    }

    private bool HoldsVerb(int start, int limit)
    {
        if (text[start].Tag is PennTag.WP or PennTag.WDT or PennTag.WPS or PennTag.VBN or PennTag.CC) return false;
        for (var t = start; t < limit && text.Text[t] is not ","; t++)
        {
            if (text[t].Tag is PennTag.WP or PennTag.WDT) return false;
            if (Phrases.IsFinite(text, t)) return true;
        }

        return false;
    }

    // Whether a clause starts here, whatever stands between its subject and its verb.
    private bool Opens(int start, int limit)
    {
        if (text[start].Tag is PennTag.WP or PennTag.WDT or PennTag.WPS or PennTag.VBN or PennTag.CC) return false;
        if (Clauses.StartsAt(text, start, limit)) return true;
        if (Phrases.IsPreposition(text, start) || Clauses.Subordinates(text, start) || text[start].Class == WordClass.Adverb) return true;
        var end = Phrases.ExtendedNounPhraseEnd(text, start, limit);
        if (end == start || end >= limit) return false;
        if (text.Text[end] is not ",") return text[end].Tag is PennTag.VBN or PennTag.VBD or PennTag.WDT or PennTag.WP;
        // An apposition between subject and verb: the next segment that starts with a verb closes the subject.
        for (var t = end + 1; t < limit; t++)
        {
            if (text.Text[t - 1] is not ",") continue;
            // A participle with an object is mostly a past that the tagger took for one.
            if (Phrases.IsFinite(text, t) || (text[t].Tag == PennTag.VBN && t + 1 < limit && !Phrases.IsPreposition(text, t + 1))) return true;
            if (text[t].Tag is not (PennTag.CD or PennTag.WP or PennTag.WDT or PennTag.VBN or PennTag.DT or PennTag.JJ or PennTag.NN)) return false;
            if (Clauses.StartsAt(text, t, limit)) return false;
        }

        return false;
    }

    // X: “…”, X was blunter: “…”, and “…” – X
    private void Labelled(TokenRange part, List<Attribution> found, int before)
    {
        for (var t = part.First + 1; t < part.End; t++)
        {
            if (narrative.QuotationOf(t) is not { } q) continue;
            var quotation = narrative.Quotations[q].Tokens;
            var end = Math.Min(part.End, quotation.End);
            if (t == quotation.First && text.Text[t - 1] is ":" && !found.Skip(before).Any(a => a.End > quotation.First && a.Start < end))
            {
                var verb = LastVerb(part.First, t - 1);
                var cue = CueFinder.Find(narrative, new TokenRange(part.First, t - 1)).LastOrDefault(c => c.Has(CueFrames.Quote) && c.Mode != CueMode.AccordingTo && c.Words.End > verb);
                var mention = cue is not null && cue.Group.First == part.First ? mentions.After(cue.Words.End, t - 1)?.Mention : Subject(part.First, t - 1, cue, verb);
                found.Add(new Attribution([new TokenRange(quotation.First, end)], cue is null ? AttributionForm.Labelled : AttributionForm.SpeakerFirst, mention, cue, CueFrames.Quote));
            }

            t = end - 1;
        }

        if (found.Count > before || narrative.QuotationOf(part.First) is not { } only) return;
        var close = narrative.Quotations[only].Tokens.End;
        if (close + 1 < part.End && text.Text[close] is "–" or "—" or "-" && !HasNumber(close, part.End) && mentions.After(close + 1, part.End) is { } speaker)
            found.Add(new Attribution([new TokenRange(part.First, close)], AttributionForm.Labelled, speaker.Mention, null, CueFrames.Quote));
    }

    // “Title” — Newspaper, August 15, 2008: a reference and no speaker.
    private bool HasNumber(int first, int end)
    {
        for (var t = first; t < end; t++)
            if (text.Text.Tokens[t].Kind == TokenKind.Number) return true;
        return false;
    }

    private TokenRange? Subject(int first, int end, CueOccurrence? cue, int verb)
    {
        if (cue is not null) return mentions.Before(cue.Group.First, first)?.Mention;
        return verb >= first ? mentions.Before(verb, first)?.Mention : mentions.After(first, end)?.Mention;
    }

    // The last finite verb that no relative pronoun stands right before; -1 where there is none.
    private int LastVerb(int first, int end)
    {
        for (var t = end - 1; t > first; t--)
            if (Phrases.IsFinite(text, t) && !narrative.IsQuoted(t) && text[t - 1].Tag is not (PennTag.WP or PennTag.WDT)) return t;
        return -1;
    }
}
