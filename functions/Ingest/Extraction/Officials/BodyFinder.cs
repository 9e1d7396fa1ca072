using Ingest.Extraction.Language;
using Ingest.Extraction.Names;

namespace Ingest.Extraction.Officials;

/// <summary>Finds the capitalised names of bodies: "Ministry of Labour and Vocational Training", "Khmer Unity League".</summary>
internal static class BodyFinder
{
    /// <summary>Of "PT Bukit Lestari", "Wat O'Raing": so many words may follow the noun that makes it a body.</summary>
    private const int MostNames = 3;

    /// <summary>No name of a body is longer on either side of its noun.</summary>
    private const int MostWords = 16;

    /// <summary>An article names far fewer; more are left out, so that every text is done in linear time.</summary>
    private const int MostBodies = 400;

    /// <summary>In the order of the text.</summary>
    public static List<Body> Find(MarkedText text)
    {
        var bodies = new List<Body>();
        foreach (var sentence in text.Text.Sentences)
        {
            var from = sentence.First;
            for (var t = sentence.First; t < sentence.End && bodies.Count < MostBodies; t++)
            {
                if (Spelt(text, t, from) is { Count: > 0 } spelt)
                {
                    bodies.Add(Body(text, spelt, spelt.End - 1, sentence.End));
                    from = t;
                }

                if (!text.IsCapital(t) || !text.Has(t, WordTraits.BodyHead | WordTraits.LooseBodyHead | WordTraits.PlaceHead)) continue;
                var first = First(text, t, from);
                var end = End(text, t, first == t, sentence.End, out var head);
                if (end - first == 1 && !text.Has(t, WordTraits.BodyHead)) continue;
                bodies.Add(Body(text, new TokenRange(first, end), head, sentence.End));
                from = end;
                t = end - 1;
            }
        }

        return bodies;
    }

    // "Himal Reporting Circle (HRC)": an abbreviation in brackets makes a body of the capitals that it spells.
    private static TokenRange Spelt(MarkedText text, int bracket, int from)
    {
        if (!text.IsMark(bracket, '(') || BodyReader.AbbreviationStart(text, bracket + 2) != bracket) return default;
        var letters = text.Text[bracket + 1];
        var letter = letters.Length - 1;
        for (var t = bracket - 1; t >= Math.Max(from, bracket - MostWords) && letter >= 0 && letters.Length > 1; t--)
        {
            if (!text.IsCapital(t))
            {
                if (text.Text.Tokens[t].Kind == TokenKind.Word && text.Tag(t).Class is WordClass.Adposition or WordClass.Determiner or WordClass.Conjunction) continue;
                return default;
            }

            if (text.Text[t][0] != letters[letter--]) return default;
            if (letter < 0) return new TokenRange(t, bracket);
        }

        return default;
    }

    private static Body Body(MarkedText text, TokenRange tokens, int head, int limit)
    {
        if (tokens.Count > 3 && text.IsMark(tokens.End - 1, ')')) tokens = tokens with { End = tokens.End - 3 };
        var name = new TextSpan(text.WordStart(tokens.First), text.WordEnd(tokens.End - 1)).In(text.Text.Text);
        var abbreviation = tokens.End + 2 < limit && text.IsMark(tokens.End + 2, ')') && BodyReader.AbbreviationStart(text, tokens.End + 2) == tokens.End ? text.Key(tokens.End + 1) : 0;
        return new Body(name, tokens, text.Key(head), abbreviation);
    }

    private static int First(MarkedText text, int head, int from)
    {
        var first = head;
        for (var t = head - 1; t >= Math.Max(from, head - MostWords); t--)
        {
            if (IsPart(text, t))
            {
                first = t;
                continue;
            }

            if (t == from) break;
            // "Exporters’ Association": the mark after the plural is a token of its own.
            var joins = (text.Text.Tokens[t].Kind == TokenKind.Quote && !text.Text.SpaceBefore(t) && text.Text[t - 1][^1] == 's')
                || ((text.Text.Is(t, "and") || text.IsMark(t, '&') || text.IsMark(t, ',')) && IsPart(text, t + 1) && text.Has(t - 1, WordTraits.BodyWord) && text.Has(t + 1, WordTraits.BodyWord | WordTraits.BodyHead));
            if (!joins || !IsPart(text, t - 1)) break;
        }

        return first;
    }

    // Over further words of the name to the last that makes it a body, then over "of …".
    private static int End(MarkedText text, int start, bool isFirst, int limit, out int head)
    {
        head = start;
        var end = start + 1;
        if (!text.IsPossessive(start))
        {
            for (var t = start + 1; t < Math.Min(limit, start + MostWords) && IsPart(text, t); t++)
            {
                if (text.Has(t, WordTraits.BodyHead | WordTraits.LooseBodyHead | WordTraits.BodyWord | WordTraits.Place) || (isFirst && t - start <= MostNames)) end = t + 1;
                if (text.Has(t, WordTraits.BodyHead)) head = t;
                if (text.IsPossessive(t)) break;
            }

            if (end < limit && (text.Text.Is(end, "of") || text.Text.Is(end, "for") || text.Text.Is(end, "on")) && IsNamed(text, end + 1, limit)) end = Names(text, end, BodyReader.After(text, end, limit).End);
        }

        return end;
    }

    // "Ministry of Health" in "Ministry of Health circular": a name goes no further than its capitals.
    private static int Names(MarkedText text, int start, int limit)
    {
        var end = start;
        for (var t = start; t < limit; t++)
        {
            if (text.IsCapital(t) || text.Text.Tokens[t].Kind != TokenKind.Word) end = t + 1;
            else if (text.Tag(t).Class is not (WordClass.Adposition or WordClass.Determiner or WordClass.Conjunction)) break;
        }

        return end;
    }

    private static bool IsNamed(MarkedText text, int t, int limit)
    {
        while (t < limit && text.Tag(t).Tag == PennTag.DT) t++;
        return t < limit && text.IsCapital(t);
    }

    private static bool IsPart(MarkedText text, int t) =>
        text.IsCapital(t) && text.Text.Is(t, "all") && text.Has(t + 1, WordTraits.Place | WordTraits.Demonym) || // "All Pakistan Workers Confederation"
        text.IsCapital(t) && !text.Has(t, WordTraits.Calendar) && (text.OfficeAt(t) is { Length: 0 } or { Value.Kind: OfficeKind.Trade } || text.IsPossessive(t) || text.Has(t, WordTraits.BodyWord)) && text.StatusAt(t) is null && text.HonorificAt(t).Length == 0
        && text.Tag(t).Class is not (WordClass.Determiner or WordClass.Pronoun or WordClass.Adposition or WordClass.Subordinator or WordClass.Conjunction) && !text.Text.Is(t, "the");
}
