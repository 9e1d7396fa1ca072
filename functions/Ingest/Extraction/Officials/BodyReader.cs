using Ingest.Extraction.Language;
using Ingest.Extraction.Names;

namespace Ingest.Extraction.Officials;

/// <summary>Reads the body or jurisdiction that follows an office noun: "of the provincial police", "at the embassy in Bangkok".</summary>
internal static class BodyReader
{
    /// <summary>No body's name is longer, in tokens.</summary>
    private const int Reach = 24;

    /// <summary>Where the body's phrases end, and the first of them without its article; an empty body where none follows.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The token after the office noun.</param>
    /// <param name="limit">The token to stop at.</param>
    public static (int End, TokenRange Body) After(MarkedText text, int start, int limit)
    {
        limit = Math.Min(limit, start + Reach);
        var end = start;
        TokenRange body = default;
        while (end < limit && IsPreposition(text, end, limit))
        {
            var from = end + 1;
            if (text.Text.Is(end, "in") && text.Text.Is(from, "charge") && text.Text.Is(from + 1, "of")) from += 2;
            var phrase = NounPhrase(text, from, limit);
            if (phrase.Count == 0) break;
            if (body.Count == 0 && !(text.Text[end] is "in" or "from" && !NamesBody(text, phrase))) body = phrase;
            end = phrase.End;
        }

        return (end, body);
    }

    /// <summary>The same for the object of a verb: "chairs the committee on public works".</summary>
    public static (int End, TokenRange Body) AfterVerb(MarkedText text, int start, int limit)
    {
        var body = NounPhrase(text, start, Math.Min(limit, start + Reach));
        return body.Count == 0 ? (start, body) : (After(text, body.End, limit).End, body);
    }

    /// <summary>Where the bracket opens that <paramref name="close"/> closes around one abbreviation, or −1.</summary>
    public static int AbbreviationStart(MarkedText text, int close) =>
        close >= 2 && text.IsMark(close - 2, '(') && text.IsCapital(close - 1) && text.Text.Tokens[close - 1].Length <= 10 ? close - 2 : -1;

    /// <summary>Whether a preposition at <paramref name="t"/> stands inside one name of a body: "House of Representatives", "Commission on Audit".</summary>
    public static bool JoinsBody(MarkedText text, int t) =>
        t > 0 && (text.Text.Is(t, "of") || (text.Text[t] is "on" or "for" && text.Has(t - 1, WordTraits.BodyHead)) || (text.Text.Is(t, "in") && text.Has(t + 1, WordTraits.Place))) && text.IsCapital(t - 1) && text.IsCapital(t + 1) && text.OfficeEndingAt(t) == 0 && text.HonorificEndingAt(t) == 0 && text.Tag(t - 1).IsNoun;

    /// <summary>Whether one of the words makes a body of the phrase.</summary>
    public static bool NamesBody(MarkedText text, TokenRange phrase)
    {
        for (var t = phrase.First; t < phrase.End; t++)
            if (text.Has(t, WordTraits.BodyHead) || (text.Has(t, WordTraits.LooseBodyHead) && text.IsCapital(t))) return true;
        return false;
    }

    private static bool IsPreposition(MarkedText text, int t, int limit)
    {
        if (t + 1 >= limit || text.Text.Tokens[t].Kind != TokenKind.Word) return false;
        var next = t + 1;
        while (next < limit - 1 && text.Tag(next).Tag is PennTag.DT or PennTag.PRPS) next++;
        if (text.Has(next, WordTraits.Calendar) || (text.Text.Is(next, "May") && !text.IsCapital(next + 1)) || (text.Text.Tokens[next].Kind == TokenKind.Number && !text.Text.Is(t, "of"))) return false;
        if (IsTemporal(text, next)) return false;
        var word = text.Text[t];
        if (word is "of" or "at" or "under") return true;
        if (word is "for") return text.Tag(next).Class is not (WordClass.Adverb or WordClass.Verb or WordClass.Numeral);
        if (word is "in") return text.IsCapital(next) || text.Has(next, WordTraits.PlaceHead) || text.Text.Is(next, "charge") || text.Tag(next).Tag is PennTag.VBG;
        if (word is "from") return text.IsCapital(next);
        if (word is "to") return text.IsCapital(next) || text.OfficeAt(next).Length > 0 || text.Has(next, WordTraits.BodyHead);
        if (word is "on") return text.IsCapital(next) || text.Has(next, WordTraits.BodyWord);
        return word is "with" && (text.IsCapital(next) || text.Has(next, WordTraits.BodyHead));
    }

    // "at the end of March", "at the time".
    private static bool IsTemporal(MarkedText text, int t)
    {
        var source = text.Text;
        return source.Is(t, "end") || source.Is(t, "time") || source.Is(t, "age") || source.Is(t, "beginning") || source.Is(t, "start") || source.Is(t, "weekend") || source.Is(t, "moment");
    }

    // Without its article; empty where no noun follows.
    private static TokenRange NounPhrase(MarkedText text, int start, int limit)
    {
        var t = start;
        while (t < limit && text.Tag(t).Tag is PennTag.DT or PennTag.PDT) t++;
        var first = t;
        var noun = false;
        while (t < limit)
        {
            if (Continues(text, t, first, limit, ref noun, out var next)) t = next;
            else break;
        }

        return noun || t > first ? new TokenRange(first, t) : default;
    }

    private static bool Continues(MarkedText text, int t, int first, int limit, ref bool noun, out int next)
    {
        next = t + 1;
        var token = text.Text.Tokens[t];
        if (token.Kind == TokenKind.Number) return t == first || text.IsCapital(t - 1);
        if (token.Kind == TokenKind.Quote) return t > first && !text.Text.SpaceBefore(t) && text.Text[t - 1][^1] == 's' && t + 1 < limit && text.Text.Tokens[t + 1].Kind == TokenKind.Word && text.Text[t][0] is '\'' or '’' && text.Text.SpaceBefore(t + 1);
        if (token.Kind == TokenKind.Mark)
        {
            if (text.IsMark(t, '(') && t > first && t + 2 < limit && text.IsMark(t + 2, ')') && AbbreviationStart(text, t + 2) == t)
            {
                next = t + 3;
                return true;
            }

            if (text.IsMark(t, ',')) return InMinistryList(text, t, first, limit);
            return (text.IsMark(t, '-') || text.IsMark(t, '–')) && t > first && text.IsCapital(t - 1) && text.IsCapital(t + 1);
        }

        var tag = text.Tag(t);
        if (text.Has(t, WordTraits.Calendar) && !text.IsPossessive(t)) return false;
        if (tag.Class == WordClass.Conjunction) return t > first && JoinsPhrase(text, t, limit);
        if (tag.Class is WordClass.Noun or WordClass.ProperNoun)
        {
            noun = true;
            return true;
        }

        if (tag.Class is WordClass.Adjective or WordClass.Numeral || tag.Tag is PennTag.PRPS) return true;
        if (tag.Tag is PennTag.VBG or PennTag.VBN) return t == first || text.IsCapital(t) || text.IsPossessive(t - 1);
        return text.IsCapital(t) && t > first && tag.Class is WordClass.Other or WordClass.Verb && text.IsCapital(t - 1);
    }

    // "Agriculture and Rural Development", not "the federation and Mr Keo" and not "and chairman".
    private static bool JoinsPhrase(MarkedText text, int t, int limit)
    {
        var next = t + 1;
        if (next >= limit || text.OfficeAt(next).Length > 0 || text.StatusAt(next) is not null || text.HonorificAt(next).Length > 0) return false;
        if (text.IsCapital(t - 1) != text.IsCapital(next)) return false;
        // "Inns and Bars Association of Bhutan": the noun that makes a body of both follows.
        for (var u = next + 1; u < Math.Min(limit, next + 4) && text.IsCapital(next) && text.IsCapital(u); u++)
            if (text.Has(u, WordTraits.BodyHead)) return true;
        if (text.IsCapital(next)) return text.Has(next, WordTraits.BodyWord | WordTraits.BodyHead | WordTraits.LooseBodyHead | WordTraits.Place | WordTraits.Demonym);
        return text.Tag(next).Class is WordClass.Noun or WordClass.Adjective && next + 1 <= limit && !(next + 1 < limit && text.Tag(next + 1).IsFinite);
    }

    // "Agriculture, Forestry and Fisheries": a comma between capitals that an "and" follows soon.
    private static bool InMinistryList(MarkedText text, int t, int first, int limit)
    {
        if (t == first || !text.IsCapital(t - 1) || !text.IsCapital(t + 1) || !text.Has(t + 1, WordTraits.BodyWord)) return false;
        for (var u = t + 2; u < Math.Min(limit, t + 7); u++)
        {
            if (text.Text.Is(u, "and") || text.IsMark(u, '&')) return text.IsCapital(u + 1) && text.Has(u + 1, WordTraits.BodyWord) && text.OfficeAt(u + 1).Length == 0;
            if (!text.IsCapital(u) && !text.IsMark(u, ',')) return false;
        }

        return false;
    }
}
