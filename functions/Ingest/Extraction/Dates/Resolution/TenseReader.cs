using Ingest.Extraction.Language;

namespace Ingest.Extraction.Dates.Resolution;

/// <summary>Reads the tense that a calendar expression stands in: of the nearest verb before it in its sentence, else of the first one after it.</summary>
internal static class TenseReader
{
    private const int Reach = 40;
    private const int NearVerb = 3;

    private static readonly WordSet PlanningVerbs = WordSet.Named("Extraction/Dates/Data/word-sets.txt", "planning-verbs");
    private static readonly WordSet Alike = WordSet.Named("Extraction/Dates/Data/word-sets.txt", "alike-in-past");
    private static readonly WordSet Expecting = WordSet.Named("Extraction/Dates/Data/word-sets.txt", "expecting-verbs");
    private static readonly WordSet Planned = Words("planning-words");
    private static readonly WordSet Aiming = Words("aiming-verbs");
    private static readonly WordSet Scheduled = Words("scheduled-verbs");
    private static readonly WordSet Subordinators = WordSet.Named("Extraction/Dates/Data/word-sets.txt", "subordinators");

    public static TenseReading Of(TaggedText tagged, int first, int end)
    {
        var text = tagged.Text;
        var sentence = text.Sentences[text.SentenceOf(first)];
        if (text.IsAny(first - 1, "since", "following") || (text.Is(first - 1, "after") && IsPossessive(text, end))) return new TenseReading(Tense.Past, true);
        var deadline = first > sentence.First
            && (text.IsAny(first - 1, "by", "before", "until", "till") || text.Is(first - 1, "of") && text.Is(first - 2, "ahead"));
        var tense = Left(tagged, sentence, first, end, deadline) ?? Right(tagged, sentence, end);
        if (deadline && tense is Tense.Unknown or Tense.Present) tense = Tense.Deadline;
        return new TenseReading(tense, IsVerb(tagged, sentence, first - 1) || IsVerb(tagged, sentence, first - 2) || IsVerb(tagged, sentence, first - 3));
    }

    // "after Tuesday's talks": they have been held, whatever is said of them.
    private static bool IsPossessive(TokenisedText text, int end) => text[end - 1] is [.., '\'' or '’', 's'];

    private static bool IsVerb(TaggedText tagged, TokenRange sentence, int t) =>
        t >= sentence.First && tagged[t].Class is WordClass.Verb or WordClass.Auxiliary;

    // Null where no verb before it tells.
    private static Tense? Left(TaggedText tagged, TokenRange sentence, int first, int end, bool deadline)
    {
        var text = tagged.Text;
        var infinitive = false;
        var participle = false;
        for (var t = first - 1; t >= Math.Max(sentence.First, first - Reach); t--)
        {
            if (text.Tokens[t].Kind == TokenKind.Quote && IsDouble(text, t)) return deadline ? Tense.Deadline : null;
            if (Planned.Contains(text[t])) return Tense.Future;
            if (t < first - 1 && Subordinators.Contains(text[t]) && OwnVerb(tagged, sentence, end) is { } own) return own;
            switch (tagged[t].Tag)
            {
                case PennTag.MD:
                    return Modal(tagged, t);
                case PennTag.VBD:
                    if ((deadline && !text.IsAny(t, "had", "was", "were")) || IsAimed(text, t, first)) return Tense.Deadline;
                    return infinitive ? Tense.Unknown : Tense.Past;
                // "Fiat announced on Friday": a past tense that was taken for a noun.
                case PennTag.NN when t == first - 2 && text[t].Length > 5 && text[t].EndsWith("ed", StringComparison.Ordinal):
                    return Tense.Past;
                case PennTag.VBN when Auxiliary(tagged, t - 1, sentence.First) is { } helper:
                    infinitive |= text.Is(helper, "be");
                    if (text.Is(helper, "be")) break;
                    if ((deadline && (infinitive || text.IsAny(first - 1, "until", "till"))) || IsAimed(text, t, first)) return Tense.Deadline;
                    if (infinitive) return Tense.Unknown;
                    return text.IsAny(helper, "is", "are") ? deadline ? Tense.Future : Tense.Present : Tense.Past;
                case PennTag.VBN when text.Is(first - 1, "by") && t == first - 2 && !Planned.Contains(text[t]) && Right(tagged, sentence, end) != Tense.Future:
                    return Tense.Past;
                case PennTag.VBN when t >= first - 2 && !deadline:
                    return IsAimed(text, t, first) ? Tense.Deadline : Tense.Past;
                case PennTag.VBN:
                    participle = true;
                    break;
                case PennTag.VBZ or PennTag.VBP:
                    if (infinitive && (deadline || Expecting.Contains(text[t]))) return Tense.Future;
                    if (Present(tagged, t) is not Tense.Unknown and var present) return present;
                    break;
                case PennTag.TO when t + 1 < first && tagged[t + 1].Tag == PennTag.VB:
                    if (deadline) return Tense.Future;
                    if (Auxiliary(tagged, t - 1, sentence.First) is { } governor && PlanningVerbs.Contains(text[governor])) return Tense.Future;
                    infinitive = true;
                    break;
                default:
                    infinitive |= text.Is(t, "be");
                    break;
            }
        }

        // A participle without its auxiliary may be a past tense that was taken for one.
        return participle && !deadline && !infinitive ? Tense.Past : null;
    }

    // "after the Assembly on Wednesday gave him the seat": the clause's own verb stands right behind the date.
    private static Tense? OwnVerb(TaggedText tagged, TokenRange sentence, int end)
    {
        for (var t = end; t < Math.Min(sentence.End, end + NearVerb); t++)
        {
            if (tagged[t].Tag == PennTag.MD) return Modal(tagged, t);
            if (tagged[t].Tag == PennTag.VBD) return IsToBe(tagged, t) ? Tense.Future : Tense.Past;
            if (tagged[t].Class is not WordClass.Adverb) return null;
        }

        return null;
    }

    // "announced for December", "moved to Friday": the verb aims at the date.
    private static bool IsAimed(TokenisedText text, int verb, int first) =>
        verb == first - 2 && text.IsAny(first - 1, "for", "to") && Aiming.Contains(text[verb]);

    private static Tense Right(TaggedText tagged, TokenRange sentence, int end)
    {
        var found = Tense.Unknown;
        for (var t = end; t < Math.Min(sentence.End, end + Reach); t++)
        {
            if (tagged[t].Tag == PennTag.MD) return Modal(tagged, t);
            if (tagged[t].Tag == PennTag.VBD) return IsToBe(tagged, t) ? Tense.Future : Tense.Past;
            if (tagged[t].Tag is PennTag.VBZ or PennTag.VBP && found == Tense.Unknown)
            {
                // "X, who is also chairman, urged": the clause inside does not tell.
                if (tagged[t - 1].Tag is PennTag.WP or PennTag.WDT || tagged.Text.Is(t - 1, "who")) continue;
                found = Present(tagged, t);
                if (found is Tense.Future or Tense.Past) return found;
            }
        }

        return found;
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
        // "who quit in March": what is written alike in both tenses is news of the past.
        if (tagged[verb].Tag == PennTag.VBP && Alike.Holds(tagged.Text, verb)) return Tense.Past;
        if (IsToBe(tagged, verb) || (tagged[verb].Class == WordClass.Verb && Scheduled.Contains(tagged.Text[verb]))) return Tense.Future;
        for (var t = verb + 1; t < Math.Min(verb + 4, tagged.Tags.Length); t++)
        {
            if (tagged[t].Tag is PennTag.VBN or PennTag.VBD) return tagged.Text.IsAny(verb, "has", "have", "'ve") ? Tense.Past : Tense.Present;
            if (tagged[t].Class is not (WordClass.Adverb or WordClass.Particle or WordClass.Auxiliary)) break;
        }

        return Tense.Present;
    }

    // "is to", "was due", "are scheduled", "is expected"
    private static bool IsToBe(TaggedText tagged, int verb) =>
        tagged.Text.IsAny(verb, "is", "are", "was", "were")
            && verb + 1 < tagged.Tags.Length
            && (tagged.Text.Is(verb + 1, "to") || Planned.Contains(tagged.Text[verb + 1]));

    // The verb that helps or governs the one behind it, adverbs between them passed over.
    private static int? Auxiliary(TaggedText tagged, int t, int first)
    {
        while (t >= first && tagged[t].Class is WordClass.Adverb or WordClass.Particle && !tagged.Text.Is(t, "to")) t--;
        return t >= first && (tagged[t].Class is WordClass.Auxiliary or WordClass.Verb or WordClass.Particle || tagged[t].Tag is PennTag.TO)
            ? t
            : null;
    }

    private static bool IsDouble(TokenisedText text, int token) => text.Text[text.Tokens[token].Start] is '"' or '“' or '”';

    private static WordSet Words(string list) => WordSet.Of($"Extraction/Dates/Data/{list}.txt");
}
