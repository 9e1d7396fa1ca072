using Ingest.Extraction.Language;
using Ingest.Extraction.Statements.Grammar;
using Ingest.Extraction.Statements.Quotations;

namespace Ingest.Extraction.Statements.Contents;

/// <summary>A speaker's mention, with the phrase that it is taken from.</summary>
/// <param name="Mention">The name, pronoun or noun phrase nearest the content.</param>
/// <param name="Phrase">The whole subject, titles and what stands in apposition included.</param>
internal readonly record struct SpeakerPhrase(TokenRange Mention, TokenRange Phrase);

/// <summary>Finds the noun phrase that speaks: the subject before a cue, or the phrase after it.</summary>
internal sealed class MentionFinder(Narrative narrative)
{
    /// <summary>How far before its verb a subject may start.</summary>
    private const int Reach = 120;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Circumstances =
        DataFile.Words("Extraction/Data/saying-circumstances.txt").GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly TaggedText text = narrative.Tagged;

    /// <summary>The subject of a verb group that starts at <paramref name="verb"/>, in the clause that starts at <paramref name="clause"/>.</summary>
    public SpeakerPhrase? Before(int verb, int clause)
    {
        clause = Math.Max(clause, verb - Reach);
        var end = verb;
        while (end > clause && (text[end - 1].Class == WordClass.Adverb && text.Text.Tokens[end - 1].Kind == TokenKind.Word)) end--;
        if (end == clause) return null;
        return IsBreak(end - 1) ? InClause(clause, end) : Adjacent(clause, end) ?? InClause(clause, end);
    }

    /// <summary>The phrase that starts at <paramref name="start"/>, after a cue: "said Kong Sarith", "according to the ministry".</summary>
    public SpeakerPhrase? After(int start, int limit)
    {
        var end = Phrases.NounPhraseEnd(text, start, limit);
        if (end == start) return null;
        // “…,” wrote user “Daughter of the rain”
        if (Alias(start, end, limit) is { } alias) return new SpeakerPhrase(alias, new TokenRange(start, alias.End + 1));
        if (IsNamed(start, end)) return new SpeakerPhrase(new TokenRange(start, end), new TokenRange(start, end));
        var extended = Phrases.ExtendedNounPhraseEnd(text, start, limit);
        if (extended < limit && text.Text[extended] is "," && !Documents.Stand(text, new TokenRange(start, extended)) && ApposedName(extended + 1, limit) is { } name) return new SpeakerPhrase(name, new TokenRange(start, name.End));
        extended = WithClause(extended, limit);
        return new SpeakerPhrase(new TokenRange(start, extended), new TokenRange(start, extended));
    }

    private TokenRange? Alias(int start, int end, int limit)
    {
        if ((end < limit ? narrative.QuotationOf(end) : null) is not { } q && (narrative.QuotationOf(end - 1) is not { } open || (q = open) < 0)) return null;
        var quotation = narrative.Quotations[q];
        return quotation.Tokens.First > start && quotation.Tokens.End >= end && quotation.Tokens.First <= end && quotation.Inside.Count is > 0 and <= 6 && quotation.Tokens.End <= limit
            && text.Text.Tokens[quotation.Inside.End - 1].Kind == TokenKind.Word ? quotation.Inside : null;
    }

    /// <summary>The subject of the clause, whatever predicates stand between it and <paramref name="end"/>.</summary>
    public SpeakerPhrase? OfClause(int clause, int end) => InClause(Math.Max(clause, end - Reach), end);

    // A subject right before its verb: "two people in the room said".
    private SpeakerPhrase? Adjacent(int clause, int end)
    {
        var start = end;
        while (start > clause && !IsBreak(start - 1) && !IsClauseEdge(start - 1)) start--;
        if (start == end) return null;
        // "who quit in March said": the stretch is the tail of a relative clause.
        if (start > clause && (Phrases.IsFinite(text, start - 1) || text[start - 1].Tag is PennTag.VBN or PennTag.VBD or PennTag.VB or PennTag.VBG or PennTag.VBP)) return AfterConjunction(start, end);
        while (start < end && (text[start].Tag == PennTag.CC || text[start].Class == WordClass.Adverb)) start++;
        var phrase = start;
        while (phrase < end && Phrases.PrepositionalPhraseEnd(text, phrase, end) is var next && next > phrase && next < end) phrase = next;
        // "after auditors reported": the preposition joins a clause.
        if (phrase < end && Phrases.IsPreposition(text, phrase) && phrase == start && Clauses.Subordinates(text, phrase)) phrase++;
        if (phrase >= end || Phrases.IsPreposition(text, phrase)) return null;
        return Of(phrase, end);
    }

    // The subject at the start of its clause: "Meas Rithy, deputy chief of police, who led the raid, told".
    private SpeakerPhrase? InClause(int clause, int end)
    {
        var segments = Segments(clause, end);
        for (var s = 0; s < segments.Count; s++)
        {
            var (first, last) = (segments[s].First, segments[s].End);
            while (first < last && (text[first].Tag is PennTag.CC or PennTag.RB || text.Text.Tokens[first].Kind == TokenKind.Quote)) first++;
            if (first == last || IsIntroduction(first, last)) continue;
            var head = Phrases.NounPhraseEnd(text, first, last);
            if (head == first) continue;
            if (IsNamed(first, head)) return new SpeakerPhrase(new TokenRange(first, head), new TokenRange(first, last));
            for (var n = s + 1; n < segments.Count; n++)
                if (ApposedName(segments[n].First, segments[n].End) is { } name && (name.End == segments[n].End || Phrases.ExtendedNounPhraseEnd(text, name.First, segments[n].End) == segments[n].End)) return new SpeakerPhrase(name, new TokenRange(first, name.End));
            var extended = WithClause(Phrases.ExtendedNounPhraseEnd(text, first, last), end);
            return new SpeakerPhrase(new TokenRange(first, extended), new TokenRange(first, last));
        }

        return null;
    }

    // "It came a day after Keo Sarath claimed": the name behind the last "after".
    private SpeakerPhrase? AfterConjunction(int start, int end)
    {
        for (var t = end - 2; t > start; t--)
        {
            if (text.Text[t] is not ("after" or "before" or "since")) continue;
            return Phrases.NounPhraseEnd(text, t + 1, end) == end && IsNamed(t + 1, end) ? new SpeakerPhrase(new TokenRange(t + 1, end), new TokenRange(t + 1, end)) : null;
        }

        return null;
    }

    private SpeakerPhrase Of(int start, int end)
    {
        // "a mark he described": the pronoun alone.
        if (end - start > 1 && text.Text[end - 1] is "he" or "she" or "they" or "we" or "I") return new SpeakerPhrase(new TokenRange(end - 1, end), new TokenRange(end - 1, end));
        // "The United Nations on Friday", "The Rural Union in a press release"
        var last = start + 1;
        while (last < end && !(text.Text.Is(last, "on") && last + 1 < end && Times.IsDay(text.Text[last + 1])) && !IsCircumstance(last, end)) last++;
        return new SpeakerPhrase(new TokenRange(start, last), new TokenRange(start, end));
    }

    private bool IsCircumstance(int t, int end) =>
        text.Text[t] is "in" or "during" or "via" or "through" && t + 1 < end && Phrases.PrepositionalPhraseEnd(text, t, end) == end && Circumstances.Contains(text.Text[end - 1]);

    // Cut at commas and dashes of the reporter's, quotations kept whole.
    private List<TokenRange> Segments(int first, int end)
    {
        var segments = new List<TokenRange>();
        var start = first;
        for (var t = first; t < end; t++)
        {
            if (text.Text[t] is not ";" && !Pauses.IsPause(text.Text, t)) continue;
            if (t > start) segments.Add(new TokenRange(start, t));
            start = t + 1;
        }

        if (start < end) segments.Add(new TokenRange(start, end));
        return segments;
    }

    // "In a statement on Monday", "Touring paddies", "Asked why", "Last Thursday"
    private bool IsIntroduction(int first, int last) =>
        !text.Text.Is(first, "acting") && (Phrases.IsPreposition(text, first)
        || text[first].Class is WordClass.Subordinator
        || text[first].Tag is PennTag.VBG or PennTag.VBN or PennTag.TO or PennTag.WRB or PennTag.WP or PennTag.WDT or PennTag.IN
        || Times.Is(text.Text, new TokenRange(first, last)));

    // "…, Yim Sothea, …" after "Samoeun’s lawyer": a name alone, perhaps with a title.
    private TokenRange? ApposedName(int first, int limit)
    {
        while (first < limit && text.Text.Tokens[first].Kind == TokenKind.Quote) first++;
        var end = Phrases.NounPhraseEnd(text, first, limit);
        return end > first && text[first].Tag is not (PennTag.DT or PennTag.CD or PennTag.PRP or PennTag.VBN or PennTag.VBG) && text.Text.Tokens[end - 1].Kind == TokenKind.Word && IsNamed(first, end) && (end == limit || text.Text.Tokens[end].Kind == TokenKind.Mark || Phrases.IsPreposition(text, end))
            ? new TokenRange(first, end)
            : null;
    }

    // Whether the noun phrase ends in a name and is no body: "Court spokesman Ith Kimhong", "she", not "the Khmer Unity League".
    private bool IsNamed(int first, int end)
    {
        if (text[first].Tag == PennTag.PRP && end == first + 1) return true;
        var last = end - 1;
        while (last > first && text.Text.Tokens[last].Kind != TokenKind.Word) last--;
        return text[first].Tag is not (PennTag.DT or PennTag.PRPS or PennTag.PRP) ? char.IsUpper(text.Text[last][0]) && !text[last].IsPossessive
            : text[last].Tag == PennTag.NNP && Enumerable.Range(first, last - first).Any(t => text[t].Tag is PennTag.NN && char.IsLower(text.Text[t][0]));
    }

    // "who asked not to be named" belongs to the mention of somebody who is not named.
    private int WithClause(int end, int limit)
    {
        var t = end;
        // "a shop owner surnamed Deng"
        if (t + 1 < limit && text.Text[t] is "surnamed") return Phrases.NounPhraseEnd(text, t + 1, limit);
        if (t < limit && text.Text[t] is ",") t++;
        if (t >= limit || text.Text[t] is not ("who" or "whom")) return end;
        var isAnonymous = t == end;
        var last = t;
        while (last < limit && text.Text[last] is not ("," or ";") && !narrative.IsQuoted(last))
        {
            isAnonymous |= text.Text[last] is "named" or "identified" or "known" or "anonymity" or "anonymous" or "anonymously" or "name";
            last++;
        }

        return isAnonymous ? last : end;
    }

    private bool IsBreak(int t) => Pauses.IsBreak(text.Text, t) || (text.Text.Tokens[t].Kind == TokenKind.Quote && narrative.IsQuoted(t) && !Phrases.IsNominal(text, Math.Max(0, t - 1)));

    // "ranger Sek Sopheap": a trade that the tagger took for a verb.
    private bool IsTitle(int t) =>
        text[t].Tag is PennTag.VB or PennTag.VBP && text[t].Class == WordClass.Verb && t + 1 < text.Tags.Length && text[t + 1].Tag is PennTag.NNP && char.IsLower(text.Text[t][0]);

    // ", banking analysts said": a participle at the head of the phrase.
    private bool IsModifier(int t) =>
        text[t].Tag == PennTag.VBG && t > 0 && Pauses.IsPause(text.Text, t - 1) && t + 1 < text.Tags.Length && text[t + 1].Tag is PennTag.NN or PennTag.NNS;

    private bool IsClauseEdge(int t) =>
        !(char.IsUpper(text.Text[t][0]) && text[t].Tag is PennTag.VBN or PennTag.VB or PennTag.VBP or PennTag.VBG or PennTag.NNP or PennTag.NNPS) && !text.Text.Is(t, "acting") && !IsTitle(t) && !IsModifier(t) && (Phrases.IsFinite(text, t) || text[t].Class is WordClass.Subordinator or WordClass.Verb or WordClass.Auxiliary
        || text[t].Tag is PennTag.WDT or PennTag.WP or PennTag.WRB or PennTag.VBD or PennTag.VB or PennTag.VBP or PennTag.VBZ || text.Text[t] is "as" or "that" or "but");
}
