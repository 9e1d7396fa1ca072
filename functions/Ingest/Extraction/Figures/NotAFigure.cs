using Ingest.Extraction.Language;

namespace Ingest.Extraction.Figures;

/// <summary>Numbers that count and measure nothing: names and models, ordinals, scores, telephone numbers, years, pronouns.</summary>
internal static class NotAFigure
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NumberedThings = DataFile.Words("Extraction/Figures/Data/numbered-things.txt").GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> SingleIdioms = DataFile.Words("Extraction/Figures/Data/one-idioms.txt").GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> PartsAhead = DataFile.Words("Extraction/Figures/Data/part-words.txt").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the quantity is none, by what stands around it in its sentence.</summary>
    public static bool Is(TaggedText tagged, Quantity quantity, TokenRange sentence)
    {
        var text = tagged.Text;
        if (quantity.Unit is not null) return quantity.Form == NumberForm.Digits && quantity.Unit.Kind is UnitKind.Measure && IsOrdinal(text, quantity);
        return quantity.Form switch
        {
            NumberForm.Digits => IsDigitsOfAName(tagged, quantity, sentence),
            NumberForm.Fraction => IsNoPart(tagged, quantity),
            NumberForm.Words => quantity.Low == 1 && quantity.NumberEnd == quantity.First + 1 ? IsPronoun(tagged, quantity.First, sentence) : quantity.Low == 0 ? IsNothing(tagged, quantity) : IsNamed(tagged, quantity, sentence),
            NumberForm.Vague => text.Is(quantity.First, "scores") && !text.Is(quantity.NumberEnd, "of"),
            _ => false,
        };
    }

    private static bool IsDigitsOfAName(TaggedText tagged, Quantity quantity, TokenRange sentence)
    {
        var text = tagged.Text;
        var (first, end) = (quantity.First, quantity.End);
        var digits = text[first];
        if (IsOrdinal(text, quantity) || IsGlued(text, first, end) || IsNeighbourOfNumbers(text, first, end, sentence)) return true;
        if (!quantity.IsBare) return false;
        if (digits.Length > 1 && digits[0] == '0' && !digits.Contains('.')) return true;
        if (IsNamed(tagged, quantity, sentence)) return true;
        if (quantity.IsRange) return IsScore(tagged, quantity);
        if (first == sentence.First && (text.Is(end, ".") || text.Is(end, ")"))) return true;
        return digits.Length == 4 && quantity.Low is >= 1900 and < 2100 && !(end < sentence.End && tagged[end].Tag is PennTag.NNS or PennTag.JJ);
    }

    private static bool IsOrdinal(TokenisedText text, Quantity quantity)
    {
        var end = quantity.NumberEnd;
        return end < text.Tokens.Length && !text.SpaceBefore(end) && (text.Is(end, "st") || text.Is(end, "nd") || text.Is(end, "rd") || text.Is(end, "th"));
    }

    // "A380", "7/7", "@14", "#3", "3D", "5G", "10:5": touches what is no unit.
    private static bool IsGlued(TokenisedText text, int first, int end)
    {
        var start = text.Tokens[first].Start;
        if (start > 0 && !char.IsWhiteSpace(text.Text[start - 1]) && text.Text[start - 1] is var before)
        {
            if (char.IsLetter(before) || before is '/' or '@' or '#' or '_' or '.' or '&' or '\\' or '=') return true;
            if (before is '-' or '–' && start > 1 && char.IsLetterOrDigit(text.Text[start - 2])) return true;
        }

        var stop = text.Tokens[end - 1].End;
        if (stop >= text.Text.Length) return false;
        var after = text.Text[stop];
        return after is '/' or '@' or '_' or '&' || (char.IsLetter(after) && !(after == 's' && stop + 1 < text.Text.Length && !char.IsLetter(text.Text[stop + 1]) && false))
            || (after is ':' or '.' && stop + 1 < text.Text.Length && char.IsLetterOrDigit(text.Text[stop + 1]));
    }

    // "098 555 117": a telephone number; so is "+855 12 345 678".
    private static bool IsNeighbourOfNumbers(TokenisedText text, int first, int end, TokenRange sentence) =>
        (first > sentence.First && text.Tokens[first - 1].Kind == TokenKind.Number && text.SpaceBefore(first))
        || (end < sentence.End && text.Tokens[end].Kind == TokenKind.Number && text.SpaceBefore(end))
        || (first > sentence.First && text.Is(first - 1, "+"));

    // "Article 140", "National Road 6", "Boeing 737", "grade nine", "Three Star ice factory"
    private static bool IsNamed(TaggedText tagged, Quantity quantity, TokenRange sentence)
    {
        var text = tagged.Text;
        var before = quantity.First - 1;
        if (quantity.Scale != 1) return false;
        var inWords = quantity.Form == NumberForm.Words;
        if (inWords && char.IsUpper(text[quantity.First][0]) && quantity.First > sentence.First && quantity.End < sentence.End && char.IsUpper(text[quantity.End][0]) && text.Tokens[before].Kind == TokenKind.Word) return true;
        if (before < sentence.First || text.Tokens[before].Kind != TokenKind.Word && !text.Is(before, ".")) return false;
        if (text.Is(before, ".")) before--;
        var word = text[before];
        if (NumberedThings.Contains(PhraseTable<int>.Bare(word)) && (!Counted(tagged, quantity.End, sentence) || char.IsUpper(word[0]) || tagged[before].Tag is PennTag.NN)) return !inWords || !Counted(tagged, quantity.End, sentence);
        if (inWords || !char.IsUpper(word[0]) || before == sentence.First || quantity.IsRange) return false;

        // Behind another name: a model or an age stands there, or a count whose plural follows.
        return tagged[before].Class is WordClass.ProperNoun && !Counted(tagged, quantity.End, sentence);
    }

    private static bool Counted(TaggedText tagged, int at, TokenRange sentence) =>
        NounPhrase.At(tagged, at, sentence.End, plural: true) is { } phrase && phrase.IsPlural(tagged);

    // "2-1", "0-3", and "won 1-2": no range.
    private static bool IsScore(TaggedText tagged, Quantity quantity)
    {
        if (quantity.High > 20 || !tagged.Text.Is(quantity.First + 1, "-") && !tagged.Text.Is(quantity.First + 1, "–")) return false;
        return NounPhrase.At(tagged, quantity.End, tagged.Tags.Length, plural: true) is null;
    }

    // "one of the", "no one", "the one", "one day", "one who", "one wrote": no count.
    private static bool IsPronoun(TaggedText tagged, int at, TokenRange sentence)
    {
        var text = tagged.Text;
        if (!text.Is(at, "one")) return false;
        var next = at + 1;
        if (next >= sentence.End) return true;
        if (at > sentence.First && (text.Is(at - 1, "no") || text.Is(at - 1, "this") || text.Is(at - 1, "that") || text.Is(at - 1, "which") || text.Is(at - 1, "every") || text.Is(at - 1, "each") || text.Is(at - 1, "any") || text.Is(at - 1, "another") || tagged[at - 1].Class == WordClass.Adjective && !text.Is(at - 1, "least"))) return true;
        if (SingleIdioms.Contains(text[next])) return true;
        if (text.Is(at - 1, "the") && !tagged[next].IsNoun) return true;
        if (NounPhrase.At(tagged, next, sentence.End, plural: false) is not { } phrase) return !text.Is(next, "more") && !text.Is(next, "-");

        // "one user wrote": whoever says something is not counted.
        return phrase.End < sentence.End && tagged[phrase.End].Tag is PennTag.VBD or PennTag.VBZ && SingleIdioms.Contains(text[phrase.End]);
    }

    private static bool IsNothing(TaggedText tagged, Quantity quantity) =>
        tagged.Text.Is(quantity.First - 1, "to") || tagged.Text.Is(quantity.First - 1, "from") || tagged.Text.Is(quantity.First - 1, "ground") || NounPhrase.At(tagged, quantity.End, tagged.Tags.Length, plural: true) is not { } phrase || !phrase.IsPlural(tagged);

    // "a fifth time", "Half measures", "a quarter" of the year: no part of anything.
    private static bool IsNoPart(TaggedText tagged, Quantity quantity)
    {
        var text = tagged.Text;
        if (text.Tokens[quantity.First].Kind != TokenKind.Word) return false;
        var end = quantity.End;
        if (text.Is(end, "of") || text.Is(end, "as") || text[end - 1].EndsWith('s')) return false;
        var next = end < tagged.Tags.Length ? tagged[end] : default;
        if (text.Is(quantity.First, "half"))
        {
            if (quantity.First > 0 && (text.Is(quantity.First - 1, "first") || text.Is(quantity.First - 1, "second") || text.Is(quantity.First - 1, "last") || text.Is(quantity.First - 1, "and"))) return true;
            return next.IsNoun || text.Is(end, "-") || (next.Class == WordClass.Adjective && !text.Is(end, "that"));
        }

        var ahead = quantity.First > 0 && PartsAhead.Contains(text[quantity.First - 1]);
        return !ahead && next.Tag is not (PennTag.VBD or PennTag.MD or PennTag.VBP or PennTag.VBZ or PennTag.JJR) && !text[quantity.First].StartsWith("one", StringComparison.OrdinalIgnoreCase);
    }
}
