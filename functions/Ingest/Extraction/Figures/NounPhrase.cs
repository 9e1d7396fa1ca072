using Ingest.Extraction.Language;

namespace Ingest.Extraction.Figures;

/// <summary>A noun phrase without its determiner: "registered fishers", head "fishers".</summary>
/// <param name="First">Its first token.</param>
/// <param name="Head">The token of its head noun.</param>
/// <param name="End">The token after its head.</param>
internal readonly record struct NounPhrase(int First, int Head, int End)
{
    private const int Longest = 9;

    /// <summary>
    /// The noun phrase that starts at the token: adjectives, participles and nouns up to the head. Of several nouns the last plural one is the
    /// head where <paramref name="plural"/> things are counted, else the last. Null where no noun follows.
    /// </summary>
    public static NounPhrase? At(TaggedText tagged, int at, int limit, bool plural)
    {
        var text = tagged.Text;
        limit = Math.Min(limit, at + Longest);
        while (at < limit && text.Tokens[at].Kind == TokenKind.Quote) at++;
        int lastNoun = -1, lastPlural = -1;
        for (var t = at; t < limit; t++)
        {
            var part = tagged[t];
            if (part.IsNoun && text.Tokens[t].Kind == TokenKind.Word)
            {
                if (lastPlural >= 0 && part.Class == WordClass.ProperNoun && part.Tag != PennTag.NNPS && plural) break;
                if (part.IsPossessive) continue;
                lastNoun = t;
                if (IsPlural(tagged, t)) lastPlural = t;
            }
            else if (!Modifies(tagged, t, at, limit) || (lastPlural >= 0 && part.Class is not WordClass.Punctuation))
            {
                // "a dozen calls", "two hedge fund billionaires": a plural may be taken for a verb.
                if (plural
                    && lastPlural < 0
                    && part.Tag == PennTag.VBZ
                    && part.Class == WordClass.Verb
                    && Singular.IsPlural(text[t])
                    && (lastNoun < 0
                        ? t + 1 >= limit || !(tagged[t + 1].IsNoun || tagged[t + 1].Class is WordClass.Adjective or WordClass.Pronoun)
                        : t + 1 < limit && text.Tokens[t + 1].Kind == TokenKind.Mark))
                {
                    lastPlural = lastNoun = t;
                }

                break;
            }
        }

        var head = plural && lastPlural >= 0 ? lastPlural : lastNoun;
        return head < 0 ? null : new NounPhrase(at, head, head + 1);
    }

    /// <summary>Whether its head is plural, so that it can be counted.</summary>
    public bool IsPlural(TaggedText tagged) => IsPlural(tagged, Head);

    // The form decides: taggers take "489 passed" for a plural. What is its own plural is one where it is tagged so.
    private static bool IsPlural(TaggedText tagged, int noun)
    {
        var word = PhraseTable<int>.Bare(tagged.Text[noun]);
        return Singular.IsPlural(word) || (tagged[noun].Tag is PennTag.NNS or PennTag.NNPS && Singular.IsKnown(word));
    }

    /// <summary>The head noun in the singular; "others" are people.</summary>
    public string Unit(TokenisedText text)
    {
        var singular = Singular.Of(PhraseTable<int>.Bare(text[Head]));
        return char.IsUpper(singular[0]) && !singular.Skip(1).Any(char.IsLower)
            ? singular
            : Head > First || char.IsLower(singular[0])
            ? singular
            : LowerFirst(text, singular);
    }

    // "Cambodians" keeps its capital, "People" at the start of a sentence or behind a dateline does not.
    private string LowerFirst(TokenisedText text, string noun) =>
        text.Sentences[text.SentenceOf(Head)].First == Head || text.IsAny(Head - 1, ":", "—", "–") ? char.ToLowerInvariant(noun[0]) + noun[1..] : noun;

    private static bool Modifies(TaggedText tagged, int t, int first, int limit)
    {
        var text = tagged.Text;
        var part = tagged[t];
        var next = t + 1 < limit ? tagged[t + 1] : default;
        if (part.Class == WordClass.Adjective) return true;
        if (part.Tag is PennTag.VBN or PennTag.VBG) return next.IsNoun || next.Class == WordClass.Adjective;
        if (part.Class == WordClass.Adverb && text[t].Contains('-')) return next.IsNoun || next.Class == WordClass.Adjective;
        if (part.Class == WordClass.Adverb) return t == first && (next.Class == WordClass.Adjective || next.Tag == PennTag.VBN);
        if (text.Is(t, "-") || text.Is(t, "–")) return t > first && !text.SpaceBefore(t) && t + 1 < limit && !text.SpaceBefore(t + 1);
        if (part.Class == WordClass.Numeral) return t > first && text.Is(t + 1, "-");
        if (text.Tokens[t].Kind == TokenKind.Quote) return t > first ? next.IsNoun : true;
        if (text.Is(t, ",")) return t > first && tagged[t - 1].Class == WordClass.Adjective && next.Class == WordClass.Adjective;
        return text.Is(t, "and") && t > first && Coordinates(tagged, t, limit);
    }

    // "Kia and Hyundai vehicles", "male and female students": what is joined modifies one plural head behind both.
    private static bool Coordinates(TaggedText tagged, int and, int limit)
    {
        var before = tagged[and - 1];
        if (before.Tag is PennTag.NNS or PennTag.NNPS || before.Class is not (WordClass.Adjective or WordClass.ProperNoun)) return false;
        return and + 2 < limit && tagged[and + 1].Class == before.Class && tagged[and + 2].Tag == PennTag.NNS;
    }
}
