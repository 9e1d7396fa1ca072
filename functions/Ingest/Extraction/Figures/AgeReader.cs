using Ingest.Extraction.Language;

namespace Ingest.Extraction.Figures;

/// <summary>Ages that are written as a bare number: "Prak Samoeun, 61,", "aged 17", "children under 15", "now 71", "in his 40s".</summary>
internal static class AgeReader
{
    private const int Oldest = 120;
    private const int YoungestInBrackets = 10;

    private static readonly WordSet AfterAge = Words("after-age");
    private static readonly WordSet AgedPlurals = Words("aged-plurals");
    private static readonly WordSet BeforeAge = Words("before-age");
    private static readonly WordSet Bounds = Words("age-bounds");
    private static readonly WordSet DecadeFillers = Words("decade-fillers");
    private static readonly WordSet Owners = Words("owners");
    private static readonly WordSet People = WordSet.Of("Extraction/Figures/Data/people.txt");

    /// <summary>Whether the bare number is somebody's age.</summary>
    public static bool Is(TaggedText tagged, Quantity quantity, TokenRange sentence)
    {
        if (quantity.Unit is not null || quantity.Scale != 1 || quantity.Form is not (NumberForm.Digits or NumberForm.Words)) return false;
        var (text, before, after) = (tagged.Text, quantity.First - 1, quantity.End);
        if (quantity.High > Oldest || quantity.Low < 0 || before < sentence.First) return false;

        // "aged 17", "the age of 84", "aged between 17 and 35"
        if (BeforeAge.Contains(text[before])) return true;
        if (text.IsAny(before, "of", "between") && text.IsAny(before - 1, "age", "aged")) return true;

        if (!EndsThere(tagged, after, sentence)) return false;
        if (text.Is(quantity.First, "between") && People.Holds(text, before)) return true;
        if (text.Is(before, "and") && IsAgedAlready(text, before - 1, sentence)) return true;
        if (text.Is(before, ",")) return IsPerson(tagged, before - 1, sentence)
            && (after >= sentence.End || AfterAge.Contains(text[after]) || text.Tokens[after].Kind == TokenKind.Quote);
        if (text.Is(before, "(")) return text.Is(after, ")")
            && quantity.Low >= YoungestInBrackets
            && IsPerson(tagged, before - 1, sentence)
            && tagged[before - 1].Class == WordClass.ProperNoun;
        if (text.Is(before, "now")) return before > sentence.First && (text.Is(before - 1, ",") || IsBe(text, before - 1));
        if (Bounds.Contains(text[before])) return text.IsAny(before - 1, "aged", "age") || HasPeopleBefore(tagged, before, sentence);
        return IsBe(text, before) && IsSomebody(tagged, before - 1, sentence);
    }

    /// <summary>"his 40s", "their late 20s": the ten years of an age, and the token after it.</summary>
    public static (double Low, double High, int End)? Decade(TokenisedText text, int at)
    {
        if (text.Tokens[at].Kind != TokenKind.Number || Digits.Whole(text[at]) is not (>= 10 and <= 90 and var decade) || decade % 10 != 0) return null;
        if (!text.Is(at + 1, "s") || text.SpaceBefore(at + 1)) return null;
        for (var before = at - 1; before >= Math.Max(0, at - 4); before--)
        {
            if (Owners.Contains(text[before])) return (decade, decade + 9, at + 2);
            if (!DecadeFillers.Contains(text[before]) && text.Tokens[before].Kind != TokenKind.Number) return null;
        }

        return null;
    }

    // "aged six and nine", "aged 6, 8 and 11"
    private static bool IsAgedAlready(TokenisedText text, int at, TokenRange sentence)
    {
        while (at > sentence.First && (NumberReader.MayStart(text, at) || text.Is(at, ","))) at--;
        return text.IsAny(at, "aged", "ages");
    }

    // No noun follows that the number could count.
    private static bool EndsThere(TaggedText tagged, int at, TokenRange sentence)
    {
        if (at >= sentence.End) return true;
        var text = tagged.Text;
        if (text.Tokens[at].Kind is TokenKind.Quote or TokenKind.Mark) return !text.IsAny(at, "%", "-");
        if (text.Is(at, "of")) return text.Is(at - 2, ",");
        return tagged[at].Class is not (WordClass.Noun or WordClass.ProperNoun or WordClass.Adjective or WordClass.Numeral);
    }

    // A name, or the noun of somebody: "Qi", "the driver", "his wife".
    private static bool IsPerson(TaggedText tagged, int at, TokenRange sentence)
    {
        var text = tagged.Text;
        if (at >= sentence.First && (text.Is(at, ")") || text.Tokens[at].Kind == TokenKind.Quote)) at--;
        return at >= sentence.First && text.Tokens[at].Kind == TokenKind.Word && (char.IsUpper(text[at][0]) || tagged[at].Tag == PennTag.NN);
    }

    // "he was nine", "the youngest firefighter is 61"
    private static bool IsSomebody(TaggedText tagged, int at, TokenRange sentence)
    {
        if (at < sentence.First) return false;
        if (tagged[at].Class == WordClass.Pronoun) return tagged.Text.IsAny(at, "he", "she", "i", "who");
        for (var t = Math.Max(sentence.First, at - 3); t < at; t++)
            if (tagged.Text.IsAny(t, "youngest", "oldest", "eldest")) return true;
        return false;
    }

    private static bool IsBe(TokenisedText text, int at) => text.IsAny(at, "was", "is", "am", "were", "are");

    // "children under 15", "those over 60", "anyone younger than 18"
    private static bool HasPeopleBefore(TaggedText tagged, int at, TokenRange sentence)
    {
        for (var t = at - 1; t >= Math.Max(sentence.First, at - 3); t--)
        {
            if (AgedPlurals.Contains(tagged.Text[t])) return true;
            if (tagged[t].Tag == PennTag.NNS) return !tagged.Text.Is(at, "than") && People.Contains(tagged.Text[t]);
            if (tagged[t].Class is not (WordClass.Adverb or WordClass.Adposition)) return false;
        }

        return false;
    }

    private static WordSet Words(string name) => WordSet.Named("Extraction/Figures/Data/word-sets.txt", name);
}
