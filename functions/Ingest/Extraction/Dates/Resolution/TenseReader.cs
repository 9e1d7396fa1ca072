using Ingest.Extraction.Language;

namespace Ingest.Extraction.Dates.Resolution;

/// <summary>Reads the tense that a calendar expression stands in: of the nearest verb before it in its sentence, else of the first one after it.</summary>
internal static class TenseReader
{
    private const int Reach = 40;

    private static readonly HashSet<string> Planned = DataFile.Words("Extraction/Dates/Data/planning-words.txt");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> IsPlanned = Planned.GetAlternateLookup<ReadOnlySpan<char>>();

    public static Tense Of(TaggedText tagged, int first, int end)
    {
        var text = tagged.Text;
        var sentence = text.Sentences[text.SentenceOf(first)];
        if (Is(text, first - 1, "since") || Is(text, first - 1, "following")) return Tense.Past;
        var left = Left(tagged, sentence, first);
        if (left != Tense.Unknown) return left;
        for (var t = end; t < Math.Min(sentence.End, end + Reach); t++)
        {
            if (tagged[t].Tag == PennTag.MD) return Modal(tagged, t);
            if (tagged[t].Tag == PennTag.VBD) return ToBe(tagged, t) ? Tense.Future : Tense.Past;
            if (tagged[t].Tag is PennTag.VBZ or PennTag.VBP) return Present(tagged, t);
        }

        return Tense.Unknown;
    }

    private static Tense Left(TaggedText tagged, TokenRange sentence, int first)
    {
        var text = tagged.Text;
        var deadline = first > sentence.First && Any(text, first - 1, "by", "before", "until", "till", "from");
        var ahead = false;
        for (var t = first - 1; t >= Math.Max(sentence.First, first - Reach); t--)
        {
            var tag = tagged[t].Tag;
            if (IsPlanned.Contains(text[t])) return Tense.Future;
            switch (tag)
            {
                case PennTag.MD:
                    return Modal(tagged, t);
                case PennTag.VBD:
                    return Tense.Past;
                case PennTag.VBN:
                    var before = Auxiliary(tagged, t - 1, sentence.First);
                    if (before < sentence.First) return Tense.Past;
                    if (Any(text, before, "be")) break;
                    return Any(text, before, "is", "are") ? Tense.Present : Tense.Past;
                case PennTag.VBZ or PennTag.VBP:
                    return ahead ? Tense.Future : Present(tagged, t);
                case PennTag.TO when t + 1 < first && tagged[t + 1].Tag == PennTag.VB:
                    if (deadline) return Tense.Future;
                    var governor = Auxiliary(tagged, t - 1, sentence.First);
                    if (governor >= sentence.First && Any(text, governor, "is", "are", "was", "were", "plans", "plan", "wants", "want", "hopes", "hope", "intends", "agreed", "promised", "vowed", "pledged", "going")) return Tense.Future;
                    ahead = true;
                    break;
                default:
                    break;
            }
        }

        return Tense.Unknown;
    }

    private static Tense Modal(TaggedText tagged, int modal)
    {
        // "would have opened" is told of the past; "will have opened" is not.
        for (var t = modal + 1; t < Math.Min(modal + 4, tagged.Tags.Length); t++)
        {
            if (tagged.Text.Is(t, "have")) return tagged.Text.Is(modal, "will") ? Tense.Future : Tense.Past;
            if (tagged[t].Class is not (WordClass.Adverb or WordClass.Particle)) break;
        }

        return Tense.Future;
    }

    private static Tense Present(TaggedText tagged, int verb)
    {
        if (ToBe(tagged, verb)) return Tense.Future;
        for (var t = verb + 1; t < Math.Min(verb + 4, tagged.Tags.Length); t++)
        {
            if (tagged[t].Tag == PennTag.VBN) return Any(tagged.Text, verb, "has", "have", "'ve") ? Tense.Past : Tense.Present;
            if (tagged[t].Class is not (WordClass.Adverb or WordClass.Particle or WordClass.Auxiliary)) break;
        }

        return Tense.Present;
    }

    // "is to", "was due", "are scheduled", "is expected"
    private static bool ToBe(TaggedText tagged, int verb) =>
        Any(tagged.Text, verb, "is", "are", "was", "were") && verb + 1 < tagged.Tags.Length && (tagged.Text.Is(verb + 1, "to") || IsPlanned.Contains(tagged.Text[verb + 1]));

    private static int Auxiliary(TaggedText tagged, int t, int first)
    {
        while (t >= first && tagged[t].Class is WordClass.Adverb or WordClass.Particle && !tagged.Text.Is(t, "to")) t--;
        return t >= first && (tagged[t].Class is WordClass.Auxiliary or WordClass.Verb or WordClass.Particle || tagged[t].Tag is PennTag.TO) ? t : first - 1;
    }

    private static bool Is(TokenisedText text, int token, string word) => text.Is(token, word);

    private static bool Any(TokenisedText text, int token, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (text.Is(token, word)) return true;
        return false;
    }
}
