using Ingest.Extraction.Language;
using Ingest.Extraction.Names;

namespace Ingest.Extraction.Officials;

/// <summary>What the pronouns after a name say of its bearer: "Keat Sovanthy … gave him".</summary>
internal static class PronounGender
{
    /// <summary>A pronoun further off than this, in tokens, may mean anybody.</summary>
    private const int Reach = 40;

    /// <summary>
    /// The gender of the first he or she of the reporter's words after the name, up to the end of the next sentence, where nobody
    /// else is named between; unknown where there is none.
    /// </summary>
    public static Gender After(MarkedText text, PersonMention mention, Func<int, bool> isNamed, bool nextSentence)
    {
        var sentence = text.Text.SentenceOf(mention.Name.First);
        var quoted = false;
        for (var t = mention.Name.End; t < Math.Min(text.Text.Tokens.Length, mention.Name.End + Reach); t++)
        {
            var beyond = text.Text.SentenceOf(t) - sentence;
            if (beyond > (nextSentence ? 1 : 0)) break;
            if (text.Text.Tokens[t].Kind == TokenKind.Quote) quoted = !quoted;
            if (quoted) continue;
            if (isNamed(t)) break;
            if (text.Tag(t).Class != WordClass.Pronoun) continue;
            if (text.Text.Is(t, "he") || text.Text.Is(t, "his") || text.Text.Is(t, "him") || text.Text.Is(t, "himself")) return Gender.Male;
            if (text.Text.Is(t, "she") || text.Text.Is(t, "her") || text.Text.Is(t, "herself")) return Gender.Female;
        }

        return Gender.Unknown;
    }
}
