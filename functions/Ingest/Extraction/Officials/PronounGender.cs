using Ingest.Extraction.Language;
using Ingest.Extraction.Names;

namespace Ingest.Extraction.Officials;

/// <summary>What the pronouns after a name say of its bearer: "Keat Sovanthy … gave him".</summary>
internal static class PronounGender
{
    /// <summary>A pronoun further off than this, in tokens, may mean anybody.</summary>
    private const int Reach = 40;

    /// <summary>
    /// The gender of the first pronoun of the reporter's words after the name, where nobody else is named between; unknown where
    /// there is none. A subject ("he") is sure to mean the one named, an object or possessive may mean another.
    /// </summary>
    public static (Gender Gender, bool IsSure) After(MarkedText text, PersonMention mention, Func<int, bool> isNamed, bool nextSentence)
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
            if (text.Text.Is(t, "he") || text.Text.Is(t, "himself")) return (Gender.Male, true);
            if (text.Text.Is(t, "she") || text.Text.Is(t, "herself")) return (Gender.Female, true);
            if (text.Text.Is(t, "his") || text.Text.Is(t, "him")) return (Gender.Male, false);
            if (text.Text.Is(t, "her")) return (Gender.Female, false);
        }

        return default;
    }
}
