using System.Collections.Immutable;
using Ingest.Extraction.Language;
using Ingest.Extraction.Statements.Cues;
using Ingest.Extraction.Statements.Grammar;
using Ingest.Extraction.Statements.Quotations;

namespace Ingest.Extraction.Statements.Contents;

/// <summary>A content that starts to the right of its cue.</summary>
/// <param name="Token">Its first token.</param>
/// <param name="Cue">Its cue.</param>
/// <param name="Frame">The frame that the cue was read in.</param>
/// <param name="Clause">Where the clause of the cue starts.</param>
internal readonly record struct ContentStart(int Token, CueOccurrence Cue, CueFrames Frame, int Clause);

/// <summary>Finds where a content to the right of its cue ends: before the next cue of the same speaker or another one, else with the sentence.</summary>
internal sealed class ContentEnds(Narrative narrative)
{
    /// <summary>How many later cues may end a content.</summary>
    private const int CuesAhead = 16;

    /// <summary>Of a subject with its titles and apposition, in tokens.</summary>
    private const int LongestSubject = 20;

    private const CueFrames Clausal = CueFrames.Clause | CueFrames.That | CueFrames.Question | CueFrames.Quote | CueFrames.Refusal;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Reporters =
        DataFile.Words("Extraction/Data/reporters-participles.txt").GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly TaggedText text = narrative.Tagged;
    private readonly ComplementFinder complements = new(narrative);
    private readonly MentionFinder mentions = new(narrative);

    /// <summary>The token after the content's last.</summary>
    public int Of(ContentStart content, ImmutableArray<CueOccurrence> cues, int limit)
    {
        var end = content.Frame == CueFrames.Quote ? QuotationEnd(content.Token, limit) : limit;
        foreach (var next in cues.Where(cue => cue.Group.First >= content.Token).Take(CuesAhead))
        {
            if (Break(content, next, limit) is not { } cut) continue;
            end = cut;
            break;
        }

        end = Math.Min(end, OwnEnd(content, end));
        if (IsEmbedded(content.Cue, content.Clause)) end = Math.Min(end, ClauseEnd(content.Token, end));
        while (end > content.Token && !narrative.IsQuoted(end - 1) && (text.Text[end - 1] is "." || Pauses.IsBreak(text.Text, end - 1))) end--;
        return end;
    }

    // The last pause that a conjunction follows.
    private int? LastJoint(int first, int end)
    {
        for (var t = end - 1; t > first; t--)
            if (text[t].Tag == PennTag.CC && IsBoundary(t - 1)) return IsComma(t - 1) ? t - 1 : t;
        return null;
    }

    // “A”, but nobody listened: a quotation that a comma follows is the whole content, unless another quotation goes on with it.
    private int QuotationEnd(int start, int limit)
    {
        if (narrative.QuotationOf(start) is not { } q || narrative.Quotations[q].Tokens.First != start) return limit;
        var end = narrative.Quotations[q].Tokens.End;
        if (end >= limit || !(IsComma(end) || text.Text[end - 2] is "," or "." or "!" or "?")) return limit;
        for (var t = end; t < Math.Min(limit, end + 4); t++)
            if (narrative.IsQuoted(t)) return limit;
        return end;
    }

    // Where the next cue's own attribution starts, if it is none of the content.
    private int? Break(ContentStart content, CueOccurrence next, int limit)
    {
        var at = next.Group.First;
        if (at <= content.Token) return null;
        switch (next.Mode)
        {
            case CueMode.Participle:
                return (IsComma(at - 1) || (narrative.IsQuoted(at - 1) && !narrative.IsQuoted(at))) && complements.After(next, limit) is not null ? IsComma(at - 1) ? at - 1 : at : null;
            case CueMode.Finite:
                var isContent = complements.After(next, limit) is not null;
                // "while half of them say the same"
                if (!isContent && next.Verb is not { Name: "say" }) return null;
                var link = at - 1;
                while (link > content.Token && text[link].Class == WordClass.Adverb) link--;
                if (link <= content.Token) return null;
                if (text[link].Tag == PennTag.CC)
                {
                    if (!isContent) return null;
                    // "and had asked" goes on with what "said he had" began.
                    if (next.IsPerfect && !content.Cue.IsPerfect) return null;
                    return IsComma(link - 1) ? link - 1 : link;
                }

                if (mentions.Before(at, ContrastBefore(at, content.Token) ?? content.Token) is not { } subject) return null;
                link = subject.Phrase.First - 1;
                if (link <= content.Token) return null;
                if ((text[link].Tag == PennTag.CC || text.Text[link] is "while" or "whereas") && IsBoundary(link - 1)) return IsComma(link - 1) ? link - 1 : link;
                if (!isContent) return null;
                // ", as drivers threatened to strike", ", though his deputy called it “premature”": somebody else's saying.
                if (text.Text[link] is "as" or "though" or "although" && IsBoundary(link - 1)) return IsComma(link - 1) ? link - 1 : link;
                // ", and when she was pressed, he replied, “…”": what is quoted has its own speaker.
                if (complements.After(next, limit) is { Frame: CueFrames.Quote } && Pauses.IsPause(text.Text, link)) return LastJoint(content.Token, link) ?? link;
                // "and she accused": a pronoun that speaks again is the same speaker's.
                return text[link].Tag == PennTag.CC && subject.Mention.Count == 1 && text[subject.Mention.First].Tag == PennTag.PRP && !next.IsPerfect ? link : null;
            default:
                return null;
        }
    }

    // ", while his deputy, X, said": the clause starts behind the conjunction, whatever commas it holds.
    private int? ContrastBefore(int verb, int first)
    {
        for (var t = verb - 1; t > first && verb - t <= LongestSubject; t--)
        {
            if (text.Text[t] is "while" or "whereas") return IsBoundary(t - 1) ? t + 1 : null;
            if (Phrases.IsFinite(text, t)) return null;
        }

        return null;
    }

    // "X, who said it was late, left": the cue's own clause is a part of another one.
    private bool IsEmbedded(CueOccurrence cue, int clause)
    {
        var at = cue.Group.First - 1;
        // "In a letter warning that it was late, X left", "While saying that it was late, she stayed"
        if (cue.Mode == CueMode.Participle) return at < clause || (Phrases.IsNoun(text, at) || Clauses.Subordinates(text, at) || Phrases.IsPreposition(text, at));
        if (cue.Mode != CueMode.Finite) return false;
        if (at >= clause && text[at].Tag is PennTag.WP or PennTag.WDT) return true;
        if (mentions.Before(cue.Group.First, clause) is not { } subject || subject.Phrase.First <= clause) return false;
        // "which officials said will", "When the minister said"
        at = subject.Phrase.First - 1;
        return text[at].Tag is PennTag.WP or PennTag.WDT || (Clauses.Subordinates(text, at) && (at == clause || Pauses.IsPause(text.Text, at - 1) || text.Text.Is(at - 1, "even")));
    }

    private int ClauseEnd(int start, int limit)
    {
        var verbs = 0;
        for (var t = start; t + 1 < limit; t++)
        {
            // "X, who said it was late, left" and "Those who said it was late left": the verb of the clause around it.
            if (text.Text[t] is "that" || text[t].Tag is PennTag.CC or PennTag.WP or PennTag.WDT or PennTag.WRB || Pauses.IsPause(text.Text, t) || narrative.IsQuoted(t)) verbs = int.MinValue;
            if (Phrases.IsFinite(text, t) && (t == start || !Phrases.IsFinite(text, t - 1)) && ++verbs > 1 && Phrases.IsNoun(text, t - 1) && VerbWords.IsFiniteAuxiliary(text.Text[t])) return t;
            if (IsComma(t) && (Phrases.IsFinite(text, t + 1) || text[t + 1].Tag is PennTag.VBD or PennTag.VBN || Clauses.StartsAt(text, t + 1, limit))) return t;
        }

        return limit;
    }

    private int OwnEnd(ContentStart content, int limit)
    {
        for (var t = content.Token + 1; t < limit; t++)
        {
            if (narrative.QuotationOf(t) is { } q)
            {
                t = Math.Min(limit, narrative.Quotations[q].Tokens.End) - 1;
                if (t + 1 < limit && Reporters.Contains(text.Text[t + 1])) return t + 1;
                continue;
            }

            if (IsComma(t) && t + 1 < limit && Reporters.Contains(text.Text[t + 1])) return t;
            // "asked airlines to stop, only to withdraw the request"
            if (IsComma(t) && t + 2 < limit && text.Text.Is(t + 1, "only") && text.Text.Is(t + 2, "to")) return t;
            // ", as did the minister"
            if (IsComma(t) && t + 2 < limit && text.Text.Is(t + 1, "as") && VerbWords.IsFiniteAuxiliary(text.Text[t + 2]) && !VerbWords.IsContraction(text.Text[t + 2])) return t;
            if (text.Text[t] is ";" && t + 1 < limit && text[t + 1].Tag != PennTag.CC && !text.Text.Is(t + 1, "that")) return t;
            if ((content.Frame & Clausal) != 0)
            {
                // "demanded that it be closed, and gave them a week"
                if (content.Frame != CueFrames.Quote && IsComma(t) && t + 2 < limit && text[t + 1].Tag == PennTag.CC && text[t + 2].Tag == PennTag.VBD && text[t + 2].Class == WordClass.Verb
                    && !HasSimplePast(content.Token, t)) return t;
                continue;
            }

            // What is no clause cannot be joined by one: "told him to resign and gave him 30 days".
            if (text[t].Tag == PennTag.CC && t + 1 < limit)
            {
                var verb = t + 1;
                while (verb < limit && text[verb].Class == WordClass.Adverb) verb++;
                if (verb < limit && text[verb].Tag is PennTag.VBD or PennTag.VBZ || (verb < limit && VerbWords.IsFiniteAuxiliary(text.Text[verb]))) return IsComma(t - 1) ? t - 1 : t;
                if (IsComma(t - 1) && Clauses.StartsAt(text, t + 1, limit)) return t - 1;
            }

            if (text.Text[t] is "while" or "as" && IsComma(t - 1) && Clauses.StartsAt(text, t + 1, limit)) return t - 1;
        }

        return limit;
    }

    private bool HasSimplePast(int first, int end)
    {
        for (var t = first; t < end; t++)
            if (text[t].Tag == PennTag.VBD && text[t].Class == WordClass.Verb && !narrative.IsQuoted(t)) return true;
        return false;
    }

    private bool IsComma(int t) => !narrative.IsQuoted(t) && Pauses.IsPause(text.Text, t);

    // A pause, or the end of a quotation that holds it: “…,” while
    private bool IsBoundary(int t) => IsComma(t) || (narrative.QuotationOf(t) is { } q && narrative.Quotations[q].Tokens.End == t + 1);
}
