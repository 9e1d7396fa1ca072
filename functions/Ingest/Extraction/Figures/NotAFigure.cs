using Ingest.Extraction.Language;

namespace Ingest.Extraction.Figures;

/// <summary>Numbers that count and measure nothing: names and models, ordinals, scores, telephone numbers, years, pronouns.</summary>
internal static class NotAFigure
{
    private static readonly WordSet NumberedThings = WordSet.Of("Extraction/Figures/Data/numbered-things.txt");
    private static readonly WordSet DeterminingOne = WordSet.Named("Extraction/Figures/Data/word-sets.txt", "determining-one");
    private static readonly WordSet Thoroughfares = WordSet.Named("Extraction/Figures/Data/word-sets.txt", "thoroughfares");
    private static readonly WordSet BehindPronoun = WordSet.Of("Extraction/Figures/Data/one-idioms.txt");
    private static readonly WordSet BeforeParts = WordSet.Of("Extraction/Figures/Data/part-words.txt");

    /// <summary>Whether the quantity is none, by what stands around it in its sentence.</summary>
    public static bool Is(TaggedText tagged, Quantity quantity, TokenRange sentence)
    {
        var text = tagged.Text;
        if (quantity.Unit is not null)
            return quantity.Form == NumberForm.Digits && quantity.Unit.Kind == UnitKind.Measure && IsGluedBefore(text, quantity.First);

        return quantity.Form switch
        {
            NumberForm.Digits => IsOfAName(tagged, quantity, sentence),
            NumberForm.Fraction => IsNoPart(tagged, quantity, sentence),
            NumberForm.Words when quantity.Low == 0 => IsNothing(tagged, quantity, sentence),
            NumberForm.Words when quantity.Low == 1 && quantity.High == 1 && text.Is(quantity.First, "one") =>
                IsPronoun(tagged, quantity.First, sentence),
            NumberForm.Words => IsNamedInWords(tagged, quantity, sentence),
            NumberForm.Vague => text.Is(quantity.First, "scores") && !text.Is(quantity.NumberEnd, "of"),
            _ => false,
        };
    }

    private static bool IsOfAName(TaggedText tagged, Quantity quantity, TokenRange sentence)
    {
        var text = tagged.Text;
        var (first, end) = (quantity.First, quantity.End);
        if (IsOrdinal(text, quantity.NumberEnd) || IsGluedBefore(text, first) || IsGluedBehind(text, end)) return true;
        if (!quantity.IsBare) return false;
        if (IsNeighbourOfNumbers(text, first, end, sentence) || IsNamed(tagged, quantity, sentence) || IsAddress(text, end, sentence)) return true;
        if (text.Is(first - 1, "(") && text.Is(end, ")") && quantity.High < 100) return !tagged[Math.Max(first - 2, 0)].IsNoun || quantity.High < 10;
        var digits = text[first];
        if (digits.Length > 1 && digits[0] == '0' && !digits.Contains('.')) return true;
        if (quantity.IsRange)
            return IsScore(tagged, quantity, sentence) || (quantity.Low is >= 1900 and < 2100 && quantity.High < 2100 && digits.Length == 4);

        if (first == sentence.First && text.IsAny(end, ".", ")")) return true;
        return digits.Length == 4 && quantity.Low is >= 1900 and < 2100 && !(end < sentence.End && tagged[end].Tag is PennTag.NNS or PennTag.JJ);
    }

    private static bool IsOrdinal(TokenisedText text, int end) =>
        end < text.Tokens.Length && !text.SpaceBefore(end) && text.IsAny(end, "st", "nd", "rd", "th");

    // "A380", "7/7", "@14", "#3", "Covid-19": touches what stands before.
    private static bool IsGluedBefore(TokenisedText text, int first)
    {
        var start = text.Tokens[first].Start;
        if (start == 0 || char.IsWhiteSpace(text.Text[start - 1])) return false;
        var before = text.Text[start - 1];
        return char.IsLetter(before)
            || before is '/' or '@' or '_' or '.' or '&' or '\\' or '=' or ':'
            || (before is '-' or '–' && start > 1 && char.IsLetterOrDigit(text.Text[start - 2]));
    }

    // "7/7", "3D", "5G", "10:5", "2-0" that was no range
    private static bool IsGluedBehind(TokenisedText text, int end)
    {
        var stop = text.Tokens[end - 1].End;
        if (stop >= text.Text.Length) return false;
        var after = text.Text[stop];
        var next = stop + 1 < text.Text.Length ? text.Text[stop + 1] : ' ';
        return after switch
        {
            '/' or '@' or '_' or '&' => true,
            ':' or '.' or '–' or '-' => char.IsDigit(next),
            _ => char.IsLetter(after),
        };
    }

    // "098 555 117": a telephone number; so is "+855 12 345 678".
    private static bool IsNeighbourOfNumbers(TokenisedText text, int first, int end, TokenRange sentence)
    {
        if (first > sentence.First && text.Is(first - 1, "+")) return true;
        if (first > sentence.First && text.Tokens[first - 1].Kind == TokenKind.Number && text.SpaceBefore(first)) return true;
        return end < sentence.End
            && text.Tokens[end].Kind == TokenKind.Number
            && text.SpaceBefore(end)
            && QuantityReader.Read(text, end, sentence.End) is { IsBare: true };
    }

    // "Article 140", "National Road 6", "Boeing 737", "grade 9", "iPhone 14"
    private static bool IsNamed(TaggedText tagged, Quantity quantity, TokenRange sentence)
    {
        var text = tagged.Text;
        var before = text.Is(quantity.First - 1, ".") && !text.SpaceBefore(quantity.First - 1) ? quantity.First - 2 : quantity.First - 1;
        if (before < sentence.First || text.Tokens[before].Kind != TokenKind.Word || quantity.Scale != 1) return false;
        var word = PhraseTable<int>.Bare(text[before]);
        if (IsNumbered(word))
            return tagged[before].Class is not WordClass.Verb || char.IsUpper(word[0]) || !IsCounted(tagged, quantity.End, sentence);

        if (quantity.IsRange || word.IndexOfAnyInRange('A', 'Z') < 0) return false;
        if (word.Length > 1 && word.IndexOfAnyInRange('a', 'z') < 0 && tagged[before].IsNoun) return before > sentence.First;

        // Behind another name stands a model, or a count whose plural follows; the first word of a sentence is a name only where it is tagged so.
        return before > sentence.First && tagged[before].IsNoun && !IsCounted(tagged, quantity.End, sentence);
    }

    // "the Big Three", "Three Star ice factory", "number one", "grade nine"
    private static bool IsNamedInWords(TaggedText tagged, Quantity quantity, TokenRange sentence)
    {
        var text = tagged.Text;
        var before = quantity.First - 1;
        var capital = char.IsUpper(text[quantity.First][0]) && quantity.First > sentence.First && text.Tokens[before].Kind == TokenKind.Word;
        if (capital && (quantity.End < sentence.End && char.IsUpper(text[quantity.End][0]) || char.IsUpper(text[before][0]))) return true;
        return before >= sentence.First
            && text.Tokens[before].Kind == TokenKind.Word
            && IsNumbered(text[before])
            && tagged[before].IsNoun
            && !IsCounted(tagged, quantity.End, sentence);
    }

    // "16-18 Industrial Avenue", "25 Jalan Besar"
    private static bool IsAddress(TokenisedText text, int end, TokenRange sentence)
    {
        if (end + 1 < sentence.End && text.IsAny(end, "Jalan", "Jl", "Lorong", "Soi") && char.IsUpper(text[end][0])) return true;
        for (var t = end; t < Math.Min(sentence.End, end + 4) && char.IsUpper(text[t][0]); t++)
            if (t > end && Thoroughfares.Contains(text[t])) return true;
        return false;
    }

    // "grade 9", "grades 1 to 6"
    private static bool IsNumbered(ReadOnlySpan<char> word) =>
        NumberedThings.Contains(word) || (word.Length > 3 && word[^1] == 's' && NumberedThings.Contains(word[..^1]));

    private static bool IsCounted(TaggedText tagged, int at, TokenRange sentence) =>
        at < sentence.End && NounPhrase.At(tagged, at, sentence.End, plural: true) is { } phrase && phrase.IsPlural(tagged);

    // "won 1-2": a range of small numbers that no noun follows.
    private static bool IsScore(TaggedText tagged, Quantity quantity, TokenRange sentence) =>
        quantity.High <= 20
            && !tagged.Text.IsAny(quantity.First - 1, "age", "aged", "ages")
            && tagged.Text.IsAny(quantity.First + 1, "-", "–")
            && tagged.Text.Tokens[quantity.First + 2].Kind == TokenKind.Number
            && (quantity.End >= sentence.End || NounPhrase.At(tagged, quantity.End, sentence.End, plural: true) is null);

    // "one of the", "no one", "number one", "the one", "one day", "one who": no count.
    private static bool IsPronoun(TaggedText tagged, int at, TokenRange sentence)
    {
        var text = tagged.Text;
        var next = at + 1;
        if (next >= sentence.End && text.IsAny(at - 1, "least", "than") && text.Is(next, "recent")) return false;
        if (next >= sentence.End || BehindPronoun.Contains(text[next])) return true;
        if (at > sentence.First
            && (DeterminingOne.Contains(text[at - 1]) || (tagged[at - 1].Class == WordClass.Adjective && !text.Is(at - 1, "least"))))
        {
            return true;
        }

        if (text.Is(at - 1, "the") && !tagged[next].IsNoun) return true;
        if (NounPhrase.At(tagged, next, sentence.End, plural: false) is not { } phrase) return !text.IsAny(next, "more", "-");

        // "one user wrote": whoever says something is not counted.
        return phrase.End < sentence.End
            && BehindPronoun.Contains(text[phrase.End])
            && tagged[phrase.End].IsFinite
            && !text.IsAny(phrase.End, "was", "is", "had", "has", "would");
    }

    // "from zero", "zero tolerance"; "zero cases" is a figure.
    private static bool IsNothing(TaggedText tagged, Quantity quantity, TokenRange sentence) =>
        tagged.Text.IsAny(quantity.First - 1, "to", "from", "ground", "absolute", "net") || !IsCounted(tagged, quantity.End, sentence);

    // "a fifth time", "Half measures", "the second half": no part of anything.
    private static bool IsNoPart(TaggedText tagged, Quantity quantity, TokenRange sentence)
    {
        var text = tagged.Text;
        var (before, end) = (quantity.First - 1, quantity.End);
        if (text.Tokens[quantity.First].Kind != TokenKind.Word) return false;
        var next = end < sentence.End ? tagged[end] : default;
        if (text.Is(quantity.First, "half"))
            return text.IsAny(before, "first", "second", "last", "and")
                || (!text.Is(end, "of") && (next.IsNoun || text.Is(end, "-") || (next.Class == WordClass.Adjective && !text.Is(end, "as"))));
        if (text.IsAny(end, "of", "as")
            || text[end - 1][^1] is 's' or 'S'
            || text[quantity.First].StartsWith("one", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        if (before >= sentence.First && (BeforeParts.Contains(text[before]) || MovementReader.IsMovement(text[before]))) return false;

        // An order needs its noun ("a third time") or leaves it out at the end ("I do not want a fifth").
        return end >= sentence.End
            || next.IsNoun
            || next.Class is WordClass.Adjective && next.Tag != PennTag.JJR
            || text.Tokens[end].Kind != TokenKind.Word;
    }
}
