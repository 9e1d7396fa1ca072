using Ingest.Extraction.Language;

namespace Ingest.Extraction.Figures;

/// <summary>Ages that are written as a bare number: "Prak Samoeun, 61,", "aged 17", "children under 15", "now 71", "in his 40s".</summary>
internal static class AgeReader
{
    private const int Oldest = 120;

    private static readonly WordSet Bounding = WordSet.Named("Extraction/Figures/Data/word-sets.txt", "age");

    /// <summary>Whether the bare number is somebody's age.</summary>
    public static bool Is(TaggedText tagged, Quantity quantity, TokenRange sentence)
    {
        if (quantity.Unit is not null
            || quantity.Scale != 1
            || quantity.Form is not (NumberForm.Digits or NumberForm.Words)
            || quantity.High > Oldest
            || quantity.Low < 0)
        {
            return false;
        }

        var text = tagged.Text;
        var (before, after) = (quantity.First - 1, quantity.End);
        if (before < sentence.First) return false;
        if (text.Is(before, "aged")
            || text.Is(before, "age")
            || (text.Is(before, "of") && text.Is(before - 1, "age"))
            || text.Is(before, "turned")
            || text.Is(before, "turning")
            || text.Is(before, "turns"))
        {
            return true;
        }

        if (text.Is(before, "between") && text.Is(before - 1, "aged")) return true;
        if (!Ends(tagged, after, sentence)) return false;
        if (text.Is(before, ","))
            return IsPerson(tagged, before - 1, sentence)
                && (after >= sentence.End || text.Is(after, ",") || text.Is(after, ".") || text.Is(after, ";") || text.Is(after, ")") || text.Is(after, "(") || text.Is(after, "and") || text.Is(after, "who") || text.Is(after, "from") || text.Is(after, "of") || text.Is(after, "—") || text.Is(after, "–") || text.Tokens[after].Kind == TokenKind.Quote);

        if (text.Is(before, "("))
            return text.Is(after, ")")
                && IsPerson(tagged, before - 1, sentence)
                && quantity.Low >= 10
                && tagged[before - 1].Class == WordClass.ProperNoun;

        if (text.Is(before, "now")) return before - 1 >= sentence.First && (text.Is(before - 1, ",") || IsBe(text, before - 1));
        if (Bounding.Contains(text[before]) && text.IsAny(before - 1, "aged", "age")) return true;
        if (Bounding.Contains(text[before])) return PeopleBefore(tagged, before, sentence);
        return IsBe(text, before) && IsSomebody(tagged, before - 1, sentence);
    }

    /// <summary>"his 40s", "late 20s": the decade of an age; the range and the token after it.</summary>
    public static (double Low, double High, int End)? Decade(TokenisedText text, int at)
    {
        if (text.Tokens[at].Kind != TokenKind.Number || Digits.Whole(text[at]) is not (>= 10 and <= 90 and var decade) || decade % 10 != 0)
            return null;

        if (at + 1 >= text.Tokens.Length || text.SpaceBefore(at + 1) || !text.Is(at + 1, "s") || at == 0) return null;
        for (var before = at - 1; before >= Math.Max(0, at - 4); before--)
        {
            if (text.Is(before, "his")
                || text.Is(before, "her")
                || text.Is(before, "their")
                || text.Is(before, "my")
                || text.Is(before, "your")
                || text.Is(before, "our"))
            {
                return (decade, decade + 9, at + 2);
            }

            if (!(text.Is(before, "early") || text.Is(before, "late") || text.Is(before, "mid") || text.Is(before, "-") || text.Is(before, "s") || text.Is(before, "and") || text.Is(before, "or") || text.Is(before, "to") || text.Tokens[before].Kind == TokenKind.Number)) break;
        }

        return null;
    }

    // No noun follows that it could count.
    private static bool Ends(TaggedText tagged, int at, TokenRange sentence)
    {
        if (at >= sentence.End) return true;
        var text = tagged.Text;
        if (text.Tokens[at].Kind == TokenKind.Quote || text.Tokens[at].Kind == TokenKind.Mark) return !text.Is(at, "%") && !text.Is(at, "-");
        return tagged[at].Class is not (WordClass.Noun or WordClass.ProperNoun or WordClass.Adjective or WordClass.Numeral) && !text.Is(at, "of")
            || text.Is(at, "of") && text.Is(at - 2, ",");
    }

    // A name, or the noun of somebody: "Qi", "the driver", "his wife".
    private static bool IsPerson(TaggedText tagged, int at, TokenRange sentence)
    {
        var text = tagged.Text;
        if (at >= sentence.First && (text.Is(at, ")") || text.Tokens[at].Kind == TokenKind.Quote)) at--;
        return at >= sentence.First && text.Tokens[at].Kind == TokenKind.Word && (char.IsUpper(text[at][0]) || tagged[at].Tag == PennTag.NN);
    }

    private static bool IsSomebody(TaggedText tagged, int at, TokenRange sentence)
    {
        var text = tagged.Text;
        if (at < sentence.First) return false;
        if (tagged[at].Class == WordClass.Pronoun) return text.Is(at, "he") || text.Is(at, "she") || text.Is(at, "i") || text.Is(at, "who");
        for (var t = Math.Max(sentence.First, at - 3); t < at; t++)
            if (text.Is(t, "youngest") || text.Is(t, "oldest") || text.Is(t, "eldest")) return true;
        return false;
    }

    private static bool IsBe(TokenisedText text, int at) =>
        text.Is(at, "was") || text.Is(at, "is") || text.Is(at, "am") || text.Is(at, "were") || text.Is(at, "are");

    // "children under 15", "those over 60", "women aged", "anyone younger than 18"
    private static bool PeopleBefore(TaggedText tagged, int at, TokenRange sentence)
    {
        var text = tagged.Text;
        for (var t = at - 1; t >= Math.Max(sentence.First, at - 3); t--)
        {
            if (text.Is(t, "those")
                || text.Is(t, "anyone")
                || text.Is(t, "anybody")
                || text.Is(t, "everyone")
                || text.Is(t, "older")
                || text.Is(t, "younger"))
            {
                return true;
            }

            if (tagged[t].Tag == PennTag.NNS) return !text.Is(at, "than") && IsPeople(text[t]);
            if (tagged[t].Class is not (WordClass.Adverb or WordClass.Adposition)) return false;
        }

        return false;
    }

    private static readonly WordSet People = WordSet.Of("Extraction/Figures/Data/people.txt");

    private static bool IsPeople(ReadOnlySpan<char> plural) => People.Contains(plural);
}
