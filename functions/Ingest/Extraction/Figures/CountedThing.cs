using Ingest.Extraction.Dates.Grammar;
using Ingest.Extraction.Language;

namespace Ingest.Extraction.Figures;

/// <summary>
/// Finds what a number without a unit counts: the noun behind it, the noun that it is a part of, or, where both are left out, what its own
/// sentence has named already ("four of 31 economists", "26 people …, compared with 14 in 2024").
/// </summary>
internal static class CountedThing
{
    private const string Nothing = "-";

    private static readonly WordSet AfterDead = WordSet.Named("Extraction/Figures/Data/word-sets.txt", "after-dead");
    private static readonly WordSet BeforePlace = WordSet.Named("Extraction/Figures/Data/word-sets.txt", "before-place");
    private static readonly WordSet DeadWords = WordSet.Named("Extraction/Figures/Data/word-sets.txt", "dead");
    private static readonly WordSet MeasuredInMoney = WordSet.Named("Extraction/Figures/Data/word-sets.txt", "measured-in-money");
    private static readonly WordSet Reaching = WordSet.Named("Extraction/Figures/Data/word-sets.txt", "reaching");
    private static readonly WordSet Pronouns = WordSet.Named("Extraction/Figures/Data/word-sets.txt", "pronouns");

    // "half of the 18 bodies": a part of a part of a part is nobody's sentence.
    private const int DeepestPart = 2;

    // How many figures back the thing left out may have been named, and how many tokens back an "of which" stands.
    private const int FurthestName = 12;
    private const int FurthestWhich = 6;
    private const int FurthestNumber = 10;

    /// <summary>Names the unit of the draft, with those before it known.</summary>
    public static Draft Of(TaggedText tagged, List<Draft> drafts, Draft draft, TokenRange sentence, int depth = 0)
    {
        var text = tagged.Text;
        if (draft.Quantity.Unit is { } unit)
            return draft with { Unit = unit.Name, Phrase = unit.Kind == UnitKind.Percent ? Whole(tagged, draft.Quantity.End, sentence) : null };

        var at = AfterBound(text, draft.Quantity.End, sentence);
        if (text.Is(at, "times")) return draft with { Unit = "time" };
        if (text.Is(draft.Quantity.First - 1, "magnitude")) return draft with { Unit = "magnitude" };
        if (text.Is(at, "out") && text.Is(at + 1, "of")) at++;
        if (text.Is(at, "of")) return OfSomething(tagged, drafts, draft, at + 1, sentence, depth);
        if (draft.Quantity.Form == NumberForm.Fraction && IsDeterminer(tagged, at, sentence))
            return Part(tagged, drafts, draft, at + 1, sentence, depth);

        if (Hyphenated(text, draft, at, sentence) is { } hyphenated) return hyphenated;
        if (Dead(text, draft, at, sentence) is { } dead) return dead;
        if (depth < DeepestPart && Listed(tagged, drafts, draft, at, sentence, depth) is { } listed) return listed;
        if (draft.Quantity.Form == NumberForm.Fraction
            || NounPhrase.At(tagged, at, sentence.End, draft.Quantity.High != 1) is not { } phrase
            || IsNameAlone(tagged, draft, phrase))
        {
            return LeftOut(tagged, drafts, draft, sentence);
        }

        if (Attribute(tagged, draft, phrase) is { } attribute) return Counting(tagged, draft, attribute);
        if (!IsDoubtful(tagged, draft, phrase)) return Counting(tagged, draft, phrase);
        if (depth < DeepestPart && Listed(tagged, drafts, draft, phrase.End, sentence, depth) is { } other) return other;
        return LeftOut(tagged, drafts, draft, sentence) is { Phrase: not null } named ? named : Counting(tagged, draft, phrase);
    }

    /// <summary>"eight million 250ml bottles", "three $50 prizes", "four weekly flights": the noun behind the size, price or time of what is counted, or null.</summary>
    public static Draft? BehindSize(TaggedText tagged, Draft draft, TokenRange sentence)
    {
        if (draft.Quantity is not { Unit: null, Form: NumberForm.Digits or NumberForm.Words } number
            || number.End >= sentence.End)
        {
            return null;
        }

        if (tagged.Text.Is(number.End, "recent") || CalendarWord.Of(tagged.Text[number.End]).Class == CalendarClass.Frequency)
            return NounPhrase.At(tagged, number.End + 1, sentence.End, number.High != 1) is { } often && (number.High == 1 || often.IsPlural(tagged)) ? Counting(tagged, draft, often) : null;
        if (number.High == 1 || QuantityReader.Read(tagged.Text, number.End, sentence.End) is not { Unit: { Kind: UnitKind.Measure or UnitKind.Time } or { IsMoney: true }, IsRange: false } size)
        {
            return null;
        }

        return NounPhrase.At(tagged, size.End, sentence.End, plural: true) is { } phrase && phrase.IsPlural(tagged) ? Counting(tagged, draft, phrase) : null;
    }

    // "a 12 page document", "the 11 member bloc": many of a singular are of its attribute.
    private static NounPhrase? Attribute(TaggedText tagged, Draft draft, NounPhrase phrase) =>
        draft.Quantity.Low >= 2
            && phrase.Head > phrase.First
            && tagged[phrase.First] is { Tag: PennTag.NN, Class: WordClass.Noun }
            && char.IsLower(tagged.Text[phrase.First][0])
            && !phrase.IsPlural(tagged)
            && !Singular.IsKnown(tagged.Text[phrase.Head])
            ? new NounPhrase(phrase.First, phrase.First, phrase.First + 1)
            : null;

    private static Draft Counting(TaggedText tagged, Draft draft, NounPhrase phrase) =>
        draft with { Unit = phrase.Unit(tagged.Text), Phrase = phrase };

    // "60 or so houses", "30-odd boats", "two more bridges"
    private static int AfterBound(TokenisedText text, int at, TokenRange sentence)
    {
        while (at < sentence.End && IsBound(text, at)) at++;
        return at;
    }

    private static bool IsBound(TokenisedText text, int at) =>
        text.IsAny(at, "more", "so", "odd", "plus", "+")
        || (text.Is(at, "or") && text.IsAny(at + 1, "so", "more"))
        || (text.Is(at, "-") && text.IsAny(at + 1, "odd", "plus", "some"));

    // "212-page document": the noun behind the hyphen; "12-member" and the like are one word when the number is.
    private static Draft? Hyphenated(TokenisedText text, Draft draft, int at, TokenRange sentence)
    {
        if (at + 1 >= sentence.End
            || !text.IsAny(at, "-", "–")
            || text.SpaceBefore(at)
            || text.SpaceBefore(at + 1)
            || text.Tokens[at + 1].Kind != TokenKind.Word)
        {
            return null;
        }

        var word = text[at + 1];
        var noun = word.IndexOf('-') is var hyphen and > 0 ? word[..hyphen] : word;
        return draft with { Unit = Singular.Of(noun).ToLowerInvariant(), Phrase = new NounPhrase(at + 1, at + 1, at + 2) };
    }

    // "the 14 injured", "the five dead": an adjective stands for people where nothing follows that it describes.
    private static Draft? Dead(TokenisedText text, Draft draft, int at, TokenRange sentence) =>
        text.IsAny(draft.Quantity.First - 1, "the", "those")
            && DeadWords.Holds(text, at)
            && (at + 1 >= sentence.End || text.Tokens[at + 1].Kind != TokenKind.Word || AfterDead.Holds(text, at + 1))
            ? draft with { Unit = text[at].ToString().ToLowerInvariant(), Phrase = new NounPhrase(at, at, at + 1) }
            : null;

    // "14 and nine cases", "200 direct and 500 indirect jobs", "from 40 to 60 trains": the noun stands behind the last number of a list.
    private static Draft? Listed(TaggedText tagged, List<Draft> drafts, Draft draft, int at, TokenRange sentence, int depth)
    {
        if (at + 1 < sentence.End && tagged[at].Tag == PennTag.JJ && tagged.Text.IsAny(at + 1, "and", "or")) at++;
        var fromTo = tagged.Text.Is(draft.Quantity.First - 1, "from") && tagged.Text.Is(at, "to");
        if (draft.Quantity.Form == NumberForm.Fraction || (!fromTo && !tagged.Text.IsAny(at, "and", "or", ","))) return null;
        var next = tagged.Text.Is(at, ",") && tagged.Text.IsAny(at + 1, "and", "or") ? at + 2 : at + 1;
        if (next >= sentence.End
            || !NumberReader.MayStart(tagged.Text, next)
            || tagged.Text.IsAny(next, "a", "an")
            || QuantityReader.Read(tagged.Text, next, sentence.End) is not { Form: NumberForm.Digits or NumberForm.Words } number)
        {
            return null;
        }

        // "by 22 and 19.5 per cent", "from 30 to 40 kilos": the unit is both numbers'.
        if (fromTo && number.Unit is { StandsBefore: false } shared) return draft with { Unit = shared.Name };
        if (number.Unit is { Kind: UnitKind.Percent } percent && !tagged.Text.Is(at, ","))
            return tagged[Math.Max(draft.Quantity.First - 1, 0)].Class == WordClass.Adposition ? draft with { Unit = percent.Name } : null;

        if (number.Unit is not null || tagged.Text.Is(number.End, "of")) return null;

        var last = Of(tagged, drafts, new Draft(number, default, draft.Sentence, Bound.Exact), sentence, depth + 1);
        return last.Phrase is { } phrase && phrase.First >= number.End ? draft with { Unit = last.Unit, Phrase = phrase } : null;
    }

    // "of the 112 titles", "of whom", "of them", "of the deep pools", "of families"
    private static Draft OfSomething(TaggedText tagged, List<Draft> drafts, Draft draft, int at, TokenRange sentence, int depth)
    {
        if (!Pronouns.Holds(tagged.Text, at)) return Part(tagged, drafts, draft, AfterDeterminers(tagged, at, sentence), sentence, depth);

        // "five of them students"
        if (at + 1 < sentence.End && tagged[at + 1].Tag == PennTag.NNS && NounPhrase.At(tagged, at + 1, sentence.End, plural: true) is { } phrase)
            return Counting(tagged, draft, phrase);

        return tagged.Text.IsAny(at, "it", "that", "this") ? draft with { Unit = Nothing } : Antecedent(tagged, drafts, draft);
    }

    // The thing that the number is a part of; a fraction of a mass, a sum or a place has no unit.
    private static Draft Part(TaggedText tagged, List<Draft> drafts, Draft draft, int at, TokenRange sentence, int depth)
    {
        if (depth < DeepestPart && at < sentence.End && QuantityReader.Read(tagged.Text, at, sentence.End) is { Form: not NumberForm.Fraction } whole)
        {
            if (whole.Unit is not null) return draft with { Unit = Nothing };
            var all = Of(tagged, drafts, new Draft(whole, default, draft.Sentence, Bound.Exact), sentence, depth + 1);
            return draft with { Unit = all.Unit, Phrase = all.Phrase };
        }

        if (NounPhrase.At(tagged, at, sentence.End, draft.Quantity.High != 1) is not { } phrase)
            return draft with { Unit = at < sentence.End && tagged[at].Tag is PennTag.JJ or PennTag.VBN or PennTag.VBD ? tagged.Text[at].ToString().ToLowerInvariant() : Nothing };
        var singular = !phrase.IsPlural(tagged);

        // "five counts of murder and 12 of theft": no part, the count is left out.
        if (singular
            && draft.Quantity.Form != NumberForm.Fraction
            && draft.Quantity.High != 1
            && tagged.Text.Is(at - 1, "of")
            && Antecedent(tagged, drafts, draft) is { Phrase: not null } counted)
        {
            return counted;
        }

        return draft.Quantity.Form == NumberForm.Fraction && singular
            ? draft with { Unit = Nothing, Phrase = phrase }
            : Counting(tagged, draft, phrase);
    }

    private static NounPhrase? Whole(TaggedText tagged, int at, TokenRange sentence) =>
        tagged.Text.Is(at, "of") ? NounPhrase.At(tagged, AfterDeterminers(tagged, at + 1, sentence), sentence.End, plural: true) : null;

    private static int AfterDeterminers(TaggedText tagged, int at, TokenRange sentence)
    {
        while (IsDeterminer(tagged, at, sentence)
            || IsPossessor(tagged, at, sentence)
            || IsBeforeNumber(tagged, at, sentence)
            || (at < sentence.End && tagged.Text.IsAny(at, "some", "nearly", "about", "other")))
        {
            at++;
        }

        return at;
    }

    // "the combined 4.3 million", "the remaining 12"
    private static bool IsBeforeNumber(TaggedText tagged, int at, TokenRange sentence) =>
        at + 1 < sentence.End
            && (tagged[at].Class == WordClass.Adjective || tagged[at].Tag is PennTag.VBN or PennTag.VBG)
            && !tagged.Text.IsAny(at + 1, "a", "an")
            && NumberReader.MayStart(tagged.Text, at + 1);

    private static bool IsDeterminer(TaggedText tagged, int at, TokenRange sentence) =>
        at < sentence.End && (tagged[at].Class == WordClass.Determiner || tagged[at].Tag is PennTag.PRPS or PennTag.PDT);

    // "the country’s dogs", "Phnom Penh’s markets", "the growers’ sheds"
    private static bool IsPossessor(TaggedText tagged, int at, TokenRange sentence)
    {
        if (at >= sentence.End) return false;
        if (tagged[at].IsPossessive) return true;
        if (tagged.Text.Tokens[at].Kind == TokenKind.Quote) return at > sentence.First && tagged[at - 1].IsNoun && !tagged.Text.SpaceBefore(at);
        for (var t = at; t < Math.Min(sentence.End, at + 4) && tagged[t].IsNoun; t++)
        {
            if (tagged[t].IsPossessive) return true;
            if (t + 1 < sentence.End
                && tagged.Text.Tokens[t + 1].Kind == TokenKind.Quote
                && !tagged.Text.SpaceBefore(t + 1)
                && Singular.IsPlural(tagged.Text[t]))
            {
                return true;
            }
        }

        return false;
    }

    private static Draft LeftOut(TaggedText tagged, List<Draft> drafts, Draft draft, TokenRange sentence)
    {
        if (OfWhich(tagged, drafts, draft, sentence) is { } named) return Counting(tagged, draft, named);
        if (Numbered(tagged, draft.Quantity, sentence) is { } numbered) return Counting(tagged, draft, numbered);
        if (Subject.Of(tagged, draft.Quantity.First, sentence) is { } thing)
            return thing.IsPlural(tagged) ? Counting(tagged, draft, thing) : draft with { Unit = Nothing, Phrase = thing };

        if (draft.Quantity.Form != NumberForm.Fraction)
        {
            // "350 hectares, 12 more than planned": the measure is left out too.
            var compared = tagged.Text.IsAny(draft.Quantity.End, "more", "less", "fewer") && tagged.Text.Is(draft.Quantity.End + 1, "than");
            return compared
                && drafts.Count > 0
                && drafts[^1] is { Unit: not "-", Quantity.Unit: not null } measured
                && measured.Sentence == draft.Sentence
                ? draft with { Unit = measured.Unit, Phrase = measured.Phrase }
                : Antecedent(tagged, drafts, draft);
        }

        // "half of all births …, compared with a third": a part of the same.
        if (drafts.Count > 0
            && drafts[^1] is { IsPart: true, Counts: true } part
            && part.Sentence == draft.Sentence
            && tagged.Text.IsAny(draft.Quantity.First - 1, "with", "to", "from", "against"))
        {
            return draft with { Unit = part.Unit, Phrase = part.Phrase };
        }

        // "a third had never voted": a part that something is said of is a part of those named before.
        var subject = draft.Quantity.End < sentence.End && tagged[draft.Quantity.End].IsFinite;
        return subject ? Antecedent(tagged, drafts, draft) : draft with { Unit = Nothing };
    }

    // "the number of seats came to 700", "arrivals reached 15.3 million": the plural that the verb before the number is about.
    private static NounPhrase? Numbered(TaggedText tagged, Quantity quantity, TokenRange sentence)
    {
        var text = tagged.Text;
        var at = quantity.First - 1;
        while (at > sentence.First && (text.IsAny(at, "to", "at", "a", "than") || tagged[at].Class is WordClass.Adverb or WordClass.Adjective)) at--;
        for (var t = at; t > Math.Max(sentence.First, at - FurthestNumber); t--)
            if (text.Is(t, "of") && text.Is(t - 1, "number")) return NounPhrase.At(tagged, t + 1, quantity.First, plural: true) is { } of && of.IsPlural(tagged) ? of : null;

        if (quantity.Form is NumberForm.Fraction || at <= sentence.First || !Reaching.Holds(text, at)) return null;
        return Subject.Before(tagged, at, sentence) is { } subject
            && subject.IsPlural(tagged)
            && at - subject.End <= 1
            && !MeasuredInMoney.Holds(text, subject.Head)
            ? subject
            : null;
    }

    // "41 posts, of which about two-thirds are vacant": the noun before ", of which", or what was counted as part of it ("80 members of both houses, of whom 24").
    private static NounPhrase? OfWhich(TaggedText tagged, List<Draft> drafts, Draft draft, TokenRange sentence)
    {
        var text = tagged.Text;
        var number = draft.Quantity.First;
        for (var t = number - 1; t > Math.Max(sentence.First, number - FurthestWhich); t--)
        {
            if (!text.IsAny(t, "which", "whom") || !text.IsAny(t - 1, "of", "in", "among")) continue;
            var noun = text.Is(t - 2, ",") ? t - 3 : t - 2;
            if (noun < sentence.First || !tagged[noun].IsNoun) return null;
            return drafts.Count > 0 && drafts[^1] is { Counts: true, Phrase: { } counted } last && last.Sentence == draft.Sentence && text.Is(counted.End, "of") && noun - counted.End <= 3
                ? counted
                : new NounPhrase(noun, noun, noun + 1);
        }

        return null;
    }

    // What was counted last in the same sentence.
    private static Draft Antecedent(TaggedText tagged, List<Draft> drafts, Draft draft)
    {
        Draft? nearest = null;
        for (var i = drafts.Count - 1; i >= Math.Max(0, drafts.Count - FurthestName) && drafts[i].Sentence == draft.Sentence; i--)
        {
            if (drafts[i].Unit is null or "time" || (!drafts[i].Counts && !(drafts[i].Phrase is { } whole && whole.IsPlural(tagged)))) continue;

            // "1,234 households in 12 villages, 345 of them": what only tells where is passed over.
            nearest ??= drafts[i];
            if (BeforePlace.Holds(tagged.Text, drafts[i].Quantity.First - 1)) continue;
            nearest = drafts[i];
            break;
        }

        if (nearest is not { } found) return draft with { Unit = Nothing };
        return found.Counts ? draft with { Unit = found.Unit, Phrase = found.Phrase } : Counting(tagged, draft, found.Phrase!.Value);
    }

    // "fewer than 9,000 remain", "489 passed": many of what has no plural may be no noun at all.
    private static bool IsDoubtful(TaggedText tagged, Draft draft, NounPhrase phrase) =>
        draft.Quantity.High != 1
            && phrase.Head == phrase.First
            && tagged[phrase.Head].Tag is PennTag.NN or PennTag.NNS
            && !phrase.IsPlural(tagged)
            && !Singular.IsKnown(tagged.Text[phrase.Head]);

    // "in 8 Moscow": a name alone is not counted.
    private static bool IsNameAlone(TaggedText tagged, Draft draft, NounPhrase phrase) =>
        tagged[phrase.Head].Class == WordClass.ProperNoun
            && tagged[phrase.Head].Tag != PennTag.NNPS
            && !Singular.IsPlural(tagged.Text[phrase.Head])
            && draft.Quantity.High != 1;
}
