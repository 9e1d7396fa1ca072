using Ingest.Extraction.Language;
using Ingest.Extraction.Names;

namespace Ingest.Extraction.Statements.Speakers;

/// <summary>Cuts a mention down to the phrase that names a source: without article, relative and participle clauses.</summary>
internal static class NounPhrases
{
    /// <summary>The tokens that are left; the mention's own where nothing would be.</summary>
    public static TokenRange Core(MarkedText text, TokenRange mention)
    {
        var first = mention.First;
        while (first < mention.End && IsArticle(text, first)) first++;
        var end = first;
        while (end < mention.End && !EndsCore(text, end, first)) end++;
        while (end > first && (text.Text.Tokens[end - 1].Kind is TokenKind.Quote || text.IsMark(end - 1, ',') || text.Tag(end - 1).Class is WordClass.Adposition or WordClass.Conjunction)) end--;
        return end > first ? new TokenRange(first, end) : mention;
    }

    /// <summary>The phrase's last noun before a preposition, comma or clause: "report" of "customs report on nuts".</summary>
    public static int Head(MarkedText text, TokenRange core)
    {
        // "Board of Audit and Inspection report": the preposition is the name's.
        var last = core.End - 1;
        if (core.Count > 2 && text.Has(last, WordTraits.Document) && !text.IsCapital(last) && text.IsCapital(last - 1)) return last;
        var head = -1;
        for (var t = core.First; t < core.End; t++)
        {
            if (head >= 0 && text.Tag(t).Class is WordClass.Adposition or WordClass.Particle) break;
            if (head >= 0 && text.Text.Tokens[t].Kind is TokenKind.Mark && !text.IsMark(t, '-')) break;
            if (text.IsPossessive(t)) continue;
            if (text.Tag(t).IsNoun || text.Has(t, WordTraits.Document) || text.OfficeAt(t).Length > 0) head = t + Math.Max(1, text.OfficeAt(t).Length) - 1;
        }

        return head >= 0 ? Math.Min(head, core.End - 1) : core.End - 1;
    }

    // "last week", "in 2024".
    private static bool IsTime(MarkedText text, int t)
    {
        var source = text.Text;
        if (t + 1 >= source.Tokens.Length) return false;
        if (source.Is(t, "last") || source.Is(t, "this") || source.Is(t, "next") || source.Is(t, "earlier")) return source.Is(t + 1, "week") || source.Is(t + 1, "month") || source.Is(t + 1, "year") || source.Is(t + 1, "this");
        return source.Is(t, "in") && source.Tokens[t + 1].Kind == TokenKind.Number;
    }

    private static bool IsArticle(MarkedText text, int t) => text.Text.Is(t, "a") || text.Text.Is(t, "an") || text.Text.Is(t, "the");

    private static bool EndsCore(MarkedText text, int t, int first)
    {
        if (t == first) return false;
        var source = text.Text;
        if (source.Is(t, "who") || source.Is(t, "which") || source.Is(t, "that") || source.Is(t, "whom") || source.Is(t, "whose") || source.Is(t, "where")) return true;
        if (text.IsMark(t, ',')) return !(text.IsCapital(t - 1) && text.IsCapital(t + 1));
        if (text.IsMark(t, '—') || text.IsMark(t, '–') || text.IsMark(t, ';')) return true;
        if (text.Has(t, WordTraits.Calendar) && !text.IsPossessive(t)) return true;
        if (source.Is(t, "on") && source.Is(t + 1, "condition")) return true;
        if (source.Is(t, "on") && text.Has(t + 1, WordTraits.Calendar)) return true;
        if (IsTime(text, t) || source.Is(t, "dated")) return true;
        // "poll by Open Ledger of 1,200 voters": the sample is no part of the name.
        if (source.Is(t, "of") && text.IsCapital(t - 1) && source.Tokens[Math.Min(t + 1, source.Tokens.Length - 1)].Kind == TokenKind.Number) return true;
        var tag = text.Tag(t);
        // "report seen by The Post", "residents living nearby": a clause cut short.
        return tag.Tag is PennTag.VBN or PennTag.VBG or PennTag.VBD && (text.Tag(t - 1).IsNoun || text.Has(t - 1, WordTraits.Document)) && !text.IsPossessive(t - 1) && !text.IsCapital(t) && t + 1 < source.Tokens.Length && (!text.Tag(t + 1).IsNoun || text.IsCapital(t + 1));
    }
}
