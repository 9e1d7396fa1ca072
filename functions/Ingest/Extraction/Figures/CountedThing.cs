using Ingest.Extraction.Language;

namespace Ingest.Extraction.Figures;

/// <summary>
/// Finds what a number without a unit counts: the noun behind it, the noun that it is a part of, or, where both are left out, what its own
/// sentence has named already ("four of 31 economists", "26 people …, compared with 14 in 2024").
/// </summary>
internal static class CountedThing
{
    private const string Nothing = "-";

    // "half of the 18 bodies": a part of a part of a part is nobody's sentence.
    private const int DeepestPart = 2;

    // How many figures back the thing left out may have been named.
    private const int FurthestName = 12;

    /// <summary>Names the unit of the last draft, with those before it known.</summary>
    public static Draft Of(TaggedText tagged, List<Draft> drafts, Draft draft, TokenRange sentence, int depth = 0)
    {
        var text = tagged.Text;
        if (draft.Quantity.Unit is { } unit) return draft with { Unit = unit.Name };
        if (draft.IsAge) return draft with { Unit = "year" };
        var at = draft.Quantity.End;
        if (IsMultiple(tagged, at)) return draft with { Unit = "time" };
        while (at < sentence.End && (text.Is(at, "more") || text.Is(at, "or") && text.Is(at + 1, "so") || text.Is(at, "so") || text.Is(at, "odd") || text.Is(at, "-") && text.Is(at + 1, "odd") || text.Is(at, "+") || text.Is(at, "plus"))) at++;
        if (text.Is(at, "of")) return OfSomething(tagged, drafts, draft, at + 1, sentence, depth);
        if (draft.Quantity.Form == NumberForm.Fraction && Determined(tagged, at) is { } whole) return Part(tagged, drafts, draft, whole, sentence, depth);
        if (Hyphenated(tagged, draft, at, sentence) is { } hyphenated) return hyphenated;
        if (draft.Quantity.Form != NumberForm.Fraction && NounPhrase.At(tagged, at, sentence.End, draft.Quantity.High != 1) is { } phrase && !Separate(tagged, draft, phrase))
            return draft with { Unit = phrase.Unit(text), Phrase = phrase };
        return LeftOut(tagged, drafts, draft, sentence);
    }

    // "212-page document", "three-member committee": the noun behind the hyphen.
    private static Draft? Hyphenated(TaggedText tagged, Draft draft, int at, TokenRange sentence)
    {
        var text = tagged.Text;
        if (at + 1 >= sentence.End || !(text.Is(at, "-") || text.Is(at, "–")) || text.SpaceBefore(at) || text.SpaceBefore(at + 1) || text.Tokens[at + 1].Kind != TokenKind.Word) return null;
        var word = text[at + 1];
        var hyphen = word.IndexOf('-');
        var noun = hyphen > 0 ? word[..hyphen] : word;
        return draft with { Unit = Singular.Of(noun).ToLowerInvariant(), Phrase = new NounPhrase(at + 1, at + 1, at + 2) };
    }

    // "three times as likely": how many times over, not how often.
    private static bool IsMultiple(TaggedText tagged, int at) => tagged.Text.Is(at, "times");

    // "of the 112 titles", "of whom", "of them", "of the deep pools", "of families"
    private static Draft OfSomething(TaggedText tagged, List<Draft> drafts, Draft draft, int at, TokenRange sentence, int depth)
    {
        var text = tagged.Text;
        if (IsPronoun(text, at)) return AndTheir(tagged, draft, at + 1, sentence) ?? Antecedent(drafts, draft);
        return Part(tagged, drafts, draft, AfterDeterminers(tagged, at, sentence), sentence, depth);
    }

    // "five of them students"
    private static Draft? AndTheir(TaggedText tagged, Draft draft, int at, TokenRange sentence) =>
        at < sentence.End && tagged[at].Tag == PennTag.NNS && NounPhrase.At(tagged, at, sentence.End, plural: true) is { } phrase ? draft with { Unit = phrase.Unit(tagged.Text), Phrase = phrase } : null;

    private static Draft Part(TaggedText tagged, List<Draft> drafts, Draft draft, int at, TokenRange sentence, int depth)
    {
        var text = tagged.Text;
        if (depth < DeepestPart && QuantityReader.Read(text, at, sentence.End) is { } whole && whole.Form != NumberForm.Fraction && at < sentence.End)
        {
            if (whole.Unit is not null) return draft with { Unit = Nothing };
            var counted = Of(tagged, drafts, new Draft(whole, default, draft.Sentence, Bound.Exact), sentence, depth + 1);
            return draft with { Unit = counted.Unit, Phrase = counted.Phrase };
        }

        if (NounPhrase.At(tagged, at, sentence.End, draft.Quantity.High != 1) is not { } phrase) return draft with { Unit = Injured(tagged, at) ?? Nothing };
        if (draft.IsPart && draft.Quantity.Form == NumberForm.Fraction && !phrase.IsPlural(tagged)) return draft with { Unit = Nothing, Phrase = phrase };
        return draft with { Unit = phrase.Unit(text), Phrase = phrase };
    }

    // "three of the injured": an adjective that stands for people.
    private static string? Injured(TaggedText tagged, int at) =>
        at < tagged.Tags.Length && tagged[at] is { Tag: PennTag.JJ or PennTag.VBN or PennTag.VBD } ? tagged.Text[at].ToString().ToLowerInvariant() : null;

    private static int AfterDeterminers(TaggedText tagged, int at, TokenRange sentence)
    {
        var text = tagged.Text;
        while (at < sentence.End && (tagged[at].Class is WordClass.Determiner || (tagged[at].Tag is PennTag.PRPS or PennTag.PDT) || text.Is(at, "all") || text.Is(at, "some") || text.Is(at, "nearly") || text.Is(at, "about") || text.Is(at, "other") || text.Is(at, "every")
            || tagged[at].IsPossessive || (tagged[at].Class == WordClass.ProperNoun && at + 1 < sentence.End && tagged[at + 1].IsPossessive && !tagged[at].IsPossessive) || (text.Tokens[at].Kind == TokenKind.Quote && at > 0 && tagged[at - 1].IsNoun))) at++;
        return at;
    }

    // "half her 14 workers", "half the industry"
    private static int? Determined(TaggedText tagged, int at)
    {
        if (at >= tagged.Tags.Length || !(tagged[at].Tag is PennTag.PRPS || tagged.Text.Is(at, "the") || tagged.Text.Is(at, "her") || tagged.Text.Is(at, "its"))) return null;
        return at + 1;
    }

    private static bool IsPronoun(TokenisedText text, int at) => text.Is(at, "them") || text.Is(at, "whom") || text.Is(at, "which") || text.Is(at, "these") || text.Is(at, "those") || text.Is(at, "us") || text.Is(at, "it") || text.Is(at, "that");

    private static Draft LeftOut(TaggedText tagged, List<Draft> drafts, Draft draft, TokenRange sentence)
    {
        var text = tagged.Text;
        if (draft.Quantity.Form == NumberForm.Fraction)
        {
            var ofWhich = draft.Quantity.First - 2 >= sentence.First && Enumerable.Range(Math.Max(sentence.First, draft.Quantity.First - 4), Math.Min(4, draft.Quantity.First - sentence.First)).Any(t => text.Is(t, "which") || text.Is(t, "whom"));
            var subject = draft.Quantity.End < sentence.End && tagged[draft.Quantity.End].IsFinite;
            if (ofWhich || subject) return Antecedent(drafts, draft);
            return Subject.Of(tagged, draft.Quantity.First, sentence) is { } moving && moving.IsPlural(tagged) ? draft with { Unit = moving.Unit(text), Phrase = moving } : draft with { Unit = Nothing };
        }

        if (Subject.Of(tagged, draft.Quantity.First, sentence) is { } thing && thing.IsPlural(tagged)) return draft with { Unit = thing.Unit(text), Phrase = thing };
        return Antecedent(drafts, draft);
    }

    // What was counted last in the same sentence.
    private static Draft Antecedent(List<Draft> drafts, Draft draft)
    {
        for (var i = drafts.Count - 1; i >= Math.Max(0, drafts.Count - FurthestName) && drafts[i].Sentence == draft.Sentence; i--)
            if (drafts[i].Counts && drafts[i].Unit != "time") return draft with { Unit = drafts[i].Unit, Phrase = drafts[i].Phrase };
        return draft with { Unit = Nothing };
    }

    // "in 8 Moscow": a name alone is not counted.
    private static bool Separate(TaggedText tagged, Draft draft, NounPhrase phrase) =>
        tagged[phrase.Head].Class == WordClass.ProperNoun && tagged[phrase.Head].Tag != PennTag.NNPS && !Singular.IsPlural(tagged.Text[phrase.Head]) && draft.Quantity.High != 1;
}
