using Ingest.Extraction.Language;
using Ingest.Extraction.Officials;

namespace Ingest.Extraction.Names;

/// <summary>Reads the name of a person from the token it starts at.</summary>
internal static class NameReader
{
    /// <summary>More words than this are no name.</summary>
    private const int MostWords = 7;

    private const WordTraits PersonName = WordTraits.Given | WordTraits.Family;
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> AfterI =
        DataFile.Words("Extraction/Data/names-after-i.txt").GetAlternateLookup<ReadOnlySpan<char>>();

    private const WordTraits NoName = WordTraits.BodyHead | WordTraits.PlaceHead | WordTraits.Calendar;

    /// <summary>The tokens of the name that starts at <paramref name="start"/>; empty where none does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">A token.</param>
    /// <param name="afterTitle">Whether a title or honorific stands right before, so that a person must follow.</param>
    public static TokenRange Read(MarkedText text, int start, bool afterTitle)
    {
        var sentence = text.Sentence(start);
        if (!Begins(text, start, sentence, afterTitle)) return new TokenRange(start, start);
        var end = start;
        var words = 0;
        while (end < sentence.End && words < MostWords)
        {
            if (words > 0 && text.IsPossessive(end - 1)) break;
            var next = NextWord(text, end, sentence, words);
            if (next < 0) break;
            end = next;
            words++;
        }

        return new TokenRange(start, WithGeneration(text, end, sentence));
    }

    /// <summary>The name's units: without quotation mark and possessive at its end.</summary>
    public static TextSpan SpanOf(MarkedText text, TokenRange name) => new(text.WordStart(name.First), text.WordEnd(name.End - 1));

    /// <summary>Whether the token could be a word of a person's name.</summary>
    public static bool IsNameWord(MarkedText text, int t, bool first)
    {
        if (!text.IsCapital(t)) return false;
        if (first && BeginsBalinese(text, t)) return true;
        if (IsFunctionWord(text, t)) return false;
        if (IsAbbreviatedTitle(text, t)) return false;
        if (text.Has(t, PersonName)) return !text.Has(t, WordTraits.Calendar) || (first && IsCalendarName(text, t));
        // "Spokesman Jan Bakker", "John Baker": a trade in capitals after a given name is a family name.
        if (!first && text.OfficeAt(t) is { Length: 1, Value: { IsPlural: false, Kind: OfficeKind.Trade or OfficeKind.Kin } } && text.Has(t - 1, WordTraits.Given) && !text.IsCapital(t + 1)) return true;
        if (text.Has(t, NoName) || text.StatusAt(t) is not null || text.HonorificAt(t).Length > (first ? 0 : 1)) return false;
        if (text.OfficeAt(t).Length > 0) return false;
        return !(first && text.Has(t, WordTraits.Demonym));
    }

    // "I Nyoman Arta".
    private static bool BeginsBalinese(MarkedText text, int t) =>
        text.Text.Tokens[t].Length == 1 && text.Text[t][0] == 'I' && t + 1 < text.Text.Tokens.Length && AfterI.Contains(text.Text[t + 1]);

    // "Jan Muhammad Sethi", "Sun Chanthy", not "in Jan Mirza’s shop opened": a word of a name follows, and no preposition leads it in.
    private static bool IsCalendarName(MarkedText text, int t) =>
        t > 0 && text.IsCapital(t + 1) && text.Has(t + 1, PersonName) && !text.Has(t + 1, WordTraits.Calendar) && text.Tag(t - 1).Class is not WordClass.Adposition;

    // "The", "In" and "And" stay what they are under a capital.
    private static bool IsFunctionWord(MarkedText text, int t) =>
        text.Has(t, WordTraits.Opener) && !text.Has(t, PersonName) || text.Tag(t).Class is WordClass.Determiner or WordClass.Conjunction or WordClass.Adposition or WordClass.Subordinator && text.Text.Tokens[t].Length <= 4 && !text.Has(t, PersonName);

    /// <summary>Whether the token is a title cut short by a full stop ("Sen."), which is no name though "Sen" may be one.</summary>
    public static bool IsAbbreviatedTitle(MarkedText text, int t) => text.OfficeAt(t).Length == 1 && text.Text[t][^1] == '.';

    private static bool Begins(MarkedText text, int t, TokenRange sentence, bool afterTitle)
    {
        if (!IsNameWord(text, t, first: true)) return false;
        if (text.Has(t, WordTraits.BodyWord | WordTraits.PlaceHead) && !text.Has(t, PersonName)) return false;
        if (afterTitle) return true;
        if (!StartsClause(text, t, sentence)) return true;
        // "Said Jahangir, a boatman: …" is a verb.
        if (text.Text.Is(t, "Said") || text.Text.Is(t, "Says")) return false;
        // The first word of a sentence is capital anyhow.
        if (text.Has(t, PersonName)) return IsOpenClass(text, t) || text.IsCapital(t + 1);
        return text.Tag(t).Class == WordClass.ProperNoun || (text.IsCapital(t + 1) && text.Tag(t).Class is WordClass.Noun or WordClass.Other or WordClass.Adjective && !text.Has(t + 1, NoName));
    }

    private static bool IsOpenClass(MarkedText text, int t) => text.Tag(t).Class switch
    {
        WordClass.Noun or WordClass.ProperNoun or WordClass.Adjective or WordClass.Other or WordClass.Interjection => true,
        WordClass.Verb or WordClass.Auxiliary => text.IsMark(t + 1, ',') || (t + 1 < text.Text.Tokens.Length && text.Tag(t + 1).IsFinite),
        _ => false,
    };

    private static bool StartsClause(MarkedText text, int t, TokenRange sentence) =>
        t == sentence.First || (text.Text.Tokens[t - 1].Kind is TokenKind.Quote) || text.IsMark(t - 1, ':') || text.IsMark(t - 1, '•');

    // The token after the name's next word, or −1 where the name has ended.
    private static int NextWord(MarkedText text, int t, TokenRange sentence, int words)
    {
        if (IsNameWord(text, t, first: words == 0)) return t + 1;
        if (words == 0) return -1;
        if (text.Has(t, WordTraits.Particle) && text.Text.SpaceBefore(t))
        {
            var after = t + 1;
            while (after < sentence.End && text.Has(after, WordTraits.Particle) && !text.IsCapital(after)) after++;
            return after < sentence.End && IsNameWord(text, after, first: false) ? after + 1 : -1;
        }

        if (IsPatronymic(text, t, sentence)) return IsNameWord(text, t + 3, first: false) ? t + 4 : -1;
        if (text.IsMark(t, '@') && IsNameWord(text, t + 1, first: false)) return t + 2;
        return NicknameEnd(text, t, sentence);
    }

    // "a/l", "a/p", "s/o", "d/o".
    private static bool IsPatronymic(MarkedText text, int t, TokenRange sentence) =>
        t + 3 < sentence.End && text.IsMark(t + 1, '/') && text.Text.Tokens[t].Length == 1 && text.Text.Tokens[t + 2].Length == 1;

    // “Dodong” between two words of a name.
    private static int NicknameEnd(MarkedText text, int t, TokenRange sentence)
    {
        if (text.Text.Tokens[t].Kind != TokenKind.Quote || !text.Text.SpaceBefore(t)) return -1;
        for (var close = t + 2; close <= t + 4 && close < sentence.End; close++)
        {
            if (!text.IsCapital(close - 1)) return -1;
            if (text.Text.Tokens[close].Kind == TokenKind.Quote) return IsNameWord(text, close + 1, first: false) ? close + 2 : -1;
        }

        return -1;
    }

    // ", Jr."
    private static int WithGeneration(MarkedText text, int end, TokenRange sentence) =>
        end + 1 < sentence.End && text.IsMark(end, ',') && (text.Text.Is(end + 1, "Jr.") || text.Text.Is(end + 1, "Sr.") || text.Text.Is(end + 1, "Jr")) ? end + 2 : end;
}
