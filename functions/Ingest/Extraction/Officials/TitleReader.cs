using Ingest.Extraction.Language;
using Ingest.Extraction.Names;

namespace Ingest.Extraction.Officials;

/// <summary>Reads titles: the words around an office noun, with the body that they name.</summary>
internal static class TitleReader
{
    /// <summary>No title reaches further than this from its office noun, in tokens.</summary>
    private const int Reach = 24;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Participles =
        DataFile.Words("Extraction/Data/office-participles.txt").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The title whose last token stands right before <paramref name="end"/>, as before a name or its comma.</summary>
    public static Title? EndingAt(MarkedText text, int end)
    {
        var sentence = text.Sentence(end - 1);
        var length = text.OfficeEndingAt(end);
        if (length > 0 && end - length >= sentence.First && !text.IsPossessive(end - 1))
            return WithModifiers(text, new TokenRange(end - length, end), end, default);
        if (length == 0 && end - 1 >= sentence.First && IsTrade(text, end - 1, end - 1)) return WithModifiers(text, new TokenRange(end - 1, end), end, default);
        for (var t = end - 2; t >= Math.Max(sentence.First, end - Reach); t--)
        {
            if (EndsNounPhrase(text, t)) return null;
            var head = text.OfficeAt(t).Length;
            if (head == 0) continue;
            var (bodyEnd, body) = BodyReader.After(text, t + head, end);
            if (bodyEnd == end) return WithModifiers(text, new TokenRange(t, t + head), end, body);
        }

        return null;
    }

    /// <summary>The title that a noun phrase starting at <paramref name="start"/> gives, as in an apposition or after "is".</summary>
    public static Title? StartingAt(MarkedText text, int start)
    {
        var sentence = text.Sentence(start);
        var limit = Math.Min(sentence.End, start + Reach);
        OfficeStatus? status = null;
        TokenRange possessor = default;
        var definite = false;
        var t = start;
        var first = -1;
        while (t < limit)
        {
            if (text.StatusAt(t) is { } said && (first < 0 || said is not OfficeStatus.Current))
            {
                status = Stronger(status, said);
                if (text.WordStart(t) == text.Text.Tokens[t].Start)
                {
                    t++;
                    continue;
                }
            }

            if (IsDeterminer(text, t))
            {
                if (first >= 0 && text.Tag(t).Class is not WordClass.Pronoun) return null;
                definite |= !text.Text.Is(t, "a") && !text.Text.Is(t, "an");
                if (text.Tag(t).Class == WordClass.Pronoun) possessor = new TokenRange(t, t + 1);
                t++;
                continue;
            }

            var office = text.OfficeAt(t);
            if (office.Length > 0 && !text.IsPossessive(t + office.Length - 1) && !ContinuesNounPhrase(text, t + office.Length, limit))
            {
                if (first < 0) first = office.Value.Kind == OfficeKind.Trade && t > start && text.Text.Is(t - 1, "retired") ? t - 1 : t;
                var head = new TokenRange(t, t + office.Length);
                var (end, body) = BodyReader.After(text, head.End, limit);
                // "mechanic from Baray district": where somebody comes from is no part of a trade.
                if (office.Value.Kind is OfficeKind.Trade && text.Text.Is(head.End, "from")) end = head.End;
                if (body.Count == 0) body = new TokenRange(first, t);
                return new Title(new TokenRange(first, end), head, office.Value.Kind, office.Value.IsPlural, status, body, possessor, definite || text.IsCapital(first));
            }

            if (text.IsPossessive(t) && text.Tag(t).IsNoun)
            {
                possessor = new TokenRange(first < 0 ? t : first, t + 1);
                status = null;
                first = -1;
                definite = true;
                t++;
                continue;
            }

            if (Age(text, t) is var age and > 0)
            {
                t += age;
                continue;
            }

            if (first >= 0 && t + 1 < limit && JoinsList(text, t))
            {
                t++;
                continue;
            }

            if (!IsModifier(text, t)) return IsTrade(text, t - 1, first) ? Trade(first, t) : null;
            if (first < 0) first = t;
            t++;
        }

        return t > start && t == sentence.End && IsTrade(text, t - 1, first) ? Trade(first, t) : null;

        Title Trade(int from, int to) =>
            new(new TokenRange(from, BodyReader.After(text, to, limit).End), new TokenRange(to - 1, to), OfficeKind.Trade, IsPlural: false, status, default, possessor, definite);
    }

    /// <summary>The title's words without those of its status.</summary>
    public static string TextOf(MarkedText text, Title title)
    {
        var source = text.Text;
        var start = text.WordStart(title.Tokens.First);
        var end = text.WordEnd(title.Tokens.End - 1);
        if (text.OfficeAt(title.Head.First).Value.Singular is { } singular)
        {
            var head = source.Text[text.WordStart(title.Head.First)..text.WordEnd(title.Head.End - 1)];
            return source.Text[start..text.WordStart(title.Head.First)] + (char.IsUpper(head[0]) ? char.ToUpperInvariant(singular[0]) + singular[1..] : singular) + source.Text[text.WordEnd(title.Head.End - 1)..end];
        }

        for (var t = title.Tokens.First; t < title.Head.First; t++)
        {
            if (text.StatusAt(t) is null || text.WordStart(t) != source.Tokens[t].Start || title.Kind == OfficeKind.Trade) continue;
            var before = source.Text[start..source.Tokens[t].Start].TrimEnd();
            var after = source.Text[source.Tokens[t + 1].Start..end];
            return before.Length == 0 ? after : $"{before} {after}";
        }

        return source.Text[start..end];
    }

    /// <summary>How many tokens an age before a noun has ("43-year-old"); 0 where there is none.</summary>
    public static int Age(MarkedText text, int t)
    {
        var source = text.Text;
        if (source.Tokens[t].Kind != TokenKind.Number) return 0;
        if (text.IsMark(t + 1, '-') && source.Is(t + 2, "year-old")) return 3;
        if (text.IsMark(t + 1, '-') && source.Is(t + 2, "year") && text.IsMark(t + 3, '-') && source.Is(t + 4, "old")) return 5;
        return source.Is(t + 1, "-year-old") ? 2 : 0;
    }

    // Walks left from the office noun over what modifies it.
    private static Title WithModifiers(MarkedText text, TokenRange head, int end, TokenRange body)
    {
        var sentence = text.Sentence(head.First);
        var noun = text.OfficeAt(head.First).Value;
        var first = head.First;
        OfficeStatus? status = Prefix(text, first);
        TokenRange possessor = default;
        var definite = false;
        var list = false;
        for (var t = first - 1; t >= Math.Max(sentence.First, head.First - Reach); t--)
        {
            if (text.StatusAt(t) is { } said && !IsAdverbialLate(text, t))
            {
                status = Stronger(status, said);
                // A retired trade is told so: "retired seamstress".
                if (text.WordStart(t) != text.Text.Tokens[t].Start || (noun.Kind == OfficeKind.Trade && text.Text.Is(t, "retired"))) first = t;
                if (text.IsCapital(t - 1) && t - 1 >= sentence.First && !text.IsPossessive(t - 1) && IsModifier(text, t - 1)) continue;
                (possessor, definite) = Before(text, t - 1, sentence);
                break;
            }

            if (text.IsPossessive(t) || IsDeterminer(text, t))
            {
                (possessor, definite) = Before(text, t, sentence);
                break;
            }

            if (IsListMark(text, t, first, list, sentence, head))
            {
                list = true;
                continue;
            }

            if (text.IsMark(t, ')') && BodyReader.AbbreviationStart(text, t) is var open and > 0)
            {
                t = open;
                continue;
            }

            if (!IsModifier(text, t) && !BodyReader.JoinsBody(text, t)) break;
            status = Prefix(text, t) is { } prefix ? Stronger(status, prefix) : status;
            first = t;
            if (Prefix(text, t) is not null) break;
        }

        if (body.Count == 0) body = new TokenRange(first, head.First);
        return new Title(new TokenRange(first, end), head, noun.Kind == OfficeKind.None ? OfficeKind.Trade : noun.Kind, noun.IsPlural, status, body, possessor, definite || text.IsCapital(first) || possessor.Count > 0);
    }

    private static OfficeStatus? Prefix(MarkedText text, int t) => text.WordStart(t) != text.Text.Tokens[t].Start ? text.StatusAt(t) : null;

    // Of several words the one that tells most: the dead first, "current" last.
    private static OfficeStatus Stronger(OfficeStatus? one, OfficeStatus other)
    {
        if (one is null or OfficeStatus.Current) return other;
        return one == OfficeStatus.Late || other == OfficeStatus.Current ? one.Value : other;
    }

    // "late on Monday", "late yesterday".
    private static bool IsAdverbialLate(MarkedText text, int t) =>
        text.StatusAt(t) == OfficeStatus.Late && (text.Has(t + 1, WordTraits.Calendar) || text.Tag(t + 1).Class is WordClass.Adposition);

    private static (TokenRange Possessor, bool Definite) Before(MarkedText text, int t, TokenRange sentence)
    {
        if (t < sentence.First) return default;
        if (text.IsPossessive(t))
        {
            var first = t;
            while (first > sentence.First && text.IsCapital(t) && IsModifier(text, first - 1) && text.IsCapital(first - 1)) first--;
            return (new TokenRange(first, t + 1), true);
        }

        if (!IsDeterminer(text, t)) return default;
        return text.Tag(t).Class == WordClass.Pronoun ? (new TokenRange(t, t + 1), true) : (default, text.Text.Is(t, "the"));
    }

    // "Fisheries and Livestock Adviser", "Natural Resources, Environment and Climate Change Minister".
    private static bool IsListMark(MarkedText text, int t, int next, bool list, TokenRange sentence, TokenRange head)
    {
        if (t <= sentence.First || t + 1 != next || next > head.First) return false;
        var joins = text.Text.Is(t, "and") || text.IsMark(t, '&') || (list && text.IsMark(t, ','));
        if (!joins || text.IsCapital(t - 1) != text.IsCapital(next) || text.IsPossessive(t - 1)) return false;
        return text.IsCapital(t - 1)
            ? text.Has(t - 1, WordTraits.BodyWord | WordTraits.BodyHead)
            : text.Tag(t - 1).IsNoun && text.Has(t - 1, WordTraits.BodyWord) && text.Has(next, WordTraits.BodyWord);
    }

    // "Investment, Trade and Industry Minister" read from its start.
    private static bool JoinsList(MarkedText text, int t) =>
        (text.IsMark(t, ',') || text.IsMark(t, '&') || text.Text.Is(t, "and"))
        && text.IsCapital(t - 1) && text.IsCapital(t + 1) && text.Has(t - 1, WordTraits.BodyWord) && text.Has(t + 1, WordTraits.BodyWord);

    private static bool IsDeterminer(MarkedText text, int t) => text.Tag(t).Tag == PennTag.DT || text.IsPossessivePronoun(t);

    private static bool IsModifier(MarkedText text, int t)
    {
        if (text.Text.Tokens[t].Kind == TokenKind.Number) return t > 0 && text.IsCapital(t - 1);
        if (text.Text.Tokens[t].Kind != TokenKind.Word || text.Has(t, WordTraits.Calendar)) return false;
        var tag = text.Tag(t);
        if (text.IsCapital(t) && (text.Has(t, WordTraits.BodyWord | WordTraits.BodyHead | WordTraits.LooseBodyHead) || (text.Text.Tokens[t].Length > 1 && char.IsUpper(text.Text[t][1])))) return true;
        return tag.Class is WordClass.Noun or WordClass.ProperNoun or WordClass.Adjective || (text.IsCapital(t) && tag.Class is WordClass.Other)
            || (tag.Tag is PennTag.VBG or PennTag.VBN && (Participles.Contains(text.Text[t]) || text.IsCapital(t)));
    }

    // Whether the words go on after an office noun, which then only modifies: "police chief", "minister counsellor".
    private static bool ContinuesNounPhrase(MarkedText text, int t, int limit) =>
        t < limit && IsModifier(text, t) && !text.IsCapital(t) && text.Text.SpaceBefore(t) && text.Tag(t).Class is not WordClass.Adjective;

    private static bool EndsNounPhrase(MarkedText text, int t) =>
        text.Tag(t).IsFinite || text.Tag(t).Class is WordClass.Verb or WordClass.Auxiliary && !text.IsCapital(t) || text.IsMark(t, ';') || text.IsMark(t, ':') || text.Text.Is(t, "who");

    /// <summary>Whether a noun that no list holds names a doer: "cassava picker", "paediatrician".</summary>
    public static bool IsTrade(MarkedText text, int t, int first)
    {
        if (first < 0 || t < first || text.IsCapital(t) || text.Tag(t).Tag != PennTag.NN || text.Has(t, WordTraits.BodyHead | WordTraits.Document | WordTraits.PlaceHead)) return false;
        var word = text.Text[t];
        return word.Length > 4 && (word.EndsWith("er") || word.EndsWith("or") || word.EndsWith("ist") || word.EndsWith("ian") || word.EndsWith("man") || word.EndsWith("woman") || word.EndsWith("eer"));
    }
}
