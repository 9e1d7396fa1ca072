using Ingest.Extraction.Dates.Grammar;
using Ingest.Extraction.Dates.Resolution;
using Ingest.Extraction.Language;

namespace Ingest.Extraction.Dates;

/// <summary>
/// "Today" for nowadays: it opens the sentence and the sentence tells of how things are, or it closes one that tells how they were and are
/// ("what was $5 is $8 today").
/// </summary>
internal static class PresentDay
{
    private const int Reach = 40;

    private static readonly Moment Nowadays = new(DateType.Date, "PRESENT_REF", null, null, CalendarUnit.Day);

    /// <summary>PRESENT_REF where nowadays is meant, else null.</summary>
    public static Moment? Of(TaggedText tagged, FoundTime at) => Is(tagged, at) ? Nowadays : null;

    private static bool Is(TaggedText tagged, FoundTime at)
    {
        if (at.Expression is not DayFromNow { Days: 0 } || at.End != at.First + 1) return false;
        var sentence = tagged.Text.Sentences[tagged.Text.SentenceOf(at.First)];
        var opens = at.First == sentence.First
            || (at.First == sentence.First + 1 && tagged.Text.Tokens[sentence.First].Kind == TokenKind.Quote)
            || tagged.Text.IsAny(at.First - 1, ";", "but", "—", "–");
        if (!opens) return IsContrast(tagged, at, sentence);
        if (tagged.Text.IsAny(at.End, "we", "i")) return false;
        for (var t = at.End; t < sentence.End; t++)
        {
            if (!tagged[t].IsFinite) continue;
            if (tagged[t].Tag is not (PennTag.VBZ or PennTag.VBP) || t == at.End) return false;
            return t + 1 >= sentence.End || tagged[t + 1].Tag is not (PennTag.VBG or PennTag.VBN);
        }

        return false;
    }

    private static bool IsContrast(TaggedText tagged, FoundTime at, TokenRange sentence)
    {
        if (at.End < sentence.End && tagged.Text.Tokens[at.End].Kind == TokenKind.Word) return false;
        var (was, isNow) = (false, false);
        for (var t = Math.Max(sentence.First, at.First - Reach); t < at.First; t++)
        {
            if (!tagged[t].IsFinite) continue;
            isNow = tagged[t].Tag is PennTag.VBZ or PennTag.VBP;
            was |= tagged.Text.IsAny(t, "was", "were", "had");
        }

        return was && isNow;
    }
}
