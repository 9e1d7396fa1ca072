using System.Collections.Immutable;

namespace Ingest.Extraction.Language;

/// <summary>Cuts a text into tokens and paragraphs in one pass.</summary>
internal static class Tokeniser
{
    private static readonly HashSet<string> Abbreviations = DataFile.Words("Extraction/Data/abbreviations.txt");

    private static readonly HashSet<string> Lettered = DataFile.Words("Extraction/Data/lettered-nouns.txt");

    private static readonly HashSet<string> NameParticles = DataFile.Words("Extraction/Data/name-particles-inner.txt");

    private static readonly HashSet<string> SentenceOpeners = DataFile.Words("Extraction/Data/sentence-openers.txt");

    // Of "trillion-won" and "million-dollar" the scale belongs to its number.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Scales =
        new HashSet<string>(["thousand", "million", "billion", "trillion", "lakh", "crore"], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    // Written as they stand: "P61 million" is money, "p61" no word at all.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> SignsOfMoney =
        DataFile.Lines("Extraction/Data/glued-currencies.txt").ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static (ImmutableArray<Token> Tokens, ImmutableArray<TokenRange> Paragraphs) Cut(string text)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>(text.Length / 5 + 4);
        var paragraphs = ImmutableArray.CreateBuilder<TokenRange>();
        var paragraphStart = 0;
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i];
            if (c is '\n' or '\r' or '\u2028' or '\u2029')
            {
                if (tokens.Count > paragraphStart) paragraphs.Add(new TokenRange(paragraphStart, tokens.Count));
                paragraphStart = tokens.Count;
                i++;
                continue;
            }

            if (char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF')
            {
                i++;
                continue;
            }

            var (end, kind) = Read(text, i);
            tokens.Add(new Token(i, end, kind));
            i = end;
        }

        if (tokens.Count > paragraphStart) paragraphs.Add(new TokenRange(paragraphStart, tokens.Count));
        return (tokens.ToImmutable(), paragraphs.ToImmutable());
    }

    private static (int End, TokenKind Kind) Read(string text, int start)
    {
        var c = text[start];
        if (IsDigit(c)) return (NumberEnd(text, start), TokenKind.Number);
        if (IsLetter(text, start)) return (WordEnd(text, start), TokenKind.Word);
        // Two single marks, or two grave accents, are one double mark typed without its key.
        if (c is '\'' or '`' && start + 1 < text.Length && text[start + 1] == c) return (start + 2, TokenKind.Quote);
        if (IsQuote(c)) return (start + 1, TokenKind.Quote);
        if (char.IsHighSurrogate(c) && start + 1 < text.Length && char.IsLowSurrogate(text[start + 1])) return (start + 2, TokenKind.Mark);
        return (start + 1, TokenKind.Mark);
    }

    private static int NumberEnd(string text, int start)
    {
        var i = start + 1;
        while (i < text.Length)
        {
            if (IsDigit(text[i])) i++;
            else if (text[i] is ',' or '.' or ':' && i + 1 < text.Length && IsDigit(text[i + 1])) i += 2;
            else break;
        }

        return i;
    }

    private static int WordEnd(string text, int start)
    {
        var i = start;
        while (i < text.Length)
        {
            if (IsLetter(text, i))
            {
                i += char.IsHighSurrogate(text[i]) ? 2 : 1;
            }
            else if (IsDigit(text[i]))
            {
                if (i - start <= 4 && SignsOfMoney.Contains(text.AsSpan(start, i - start).TrimEnd('.'))) return i;
                i++;
            }
            else if (text[i] is '-' or '‑' && i - start <= 8 && Scales.Contains(text.AsSpan(start, i - start)))
            {
                return i;
            }
            else if (text[i] is '\'' or '’' or '-' or '‑' && i + 1 < text.Length && (IsLetter(text, i + 1) || (text[i] is '-' or '‑' && IsDigit(text[i + 1]))))
            {
                i++;
            }
            else if (text[i] == '.' && OwnsFullStop(text, start, i))
            {
                i++;
            }
            else
            {
                break;
            }
        }

        return i;
    }

    // "U.S." and "p.m." by their shape, "Gen." and "Mr." by the list.
    private static bool OwnsFullStop(string text, int start, int stop)
    {
        var sinceStop = stop - 1;
        while (sinceStop > start && text[sinceStop - 1] != '.') sinceStop--;
        var single = stop - sinceStop == 1;
        if (single && stop + 1 < text.Length && char.IsLetter(text[stop + 1])) return true;
        if (single && sinceStop > start) return true;
        if (single && IsInitial(text, start, stop)) return true;
        return stop - start <= 6 && Abbreviations.Contains(text[start..stop]);
    }

    // "M. Kumar", "Lydia C. Cruz": a name follows the capital, and what stands before it is not told apart by letters ("vitamin C").
    private static bool IsInitial(string text, int start, int stop)
    {
        if (!char.IsUpper(text[start]) || stop + 2 >= text.Length || text[stop + 1] != ' ') return false;
        var word = start - 2;
        while (word >= 0 && char.IsLetter(text[word])) word--;
        if (word + 1 < start - 1 && Lettered.Contains(text[(word + 1)..(start - 1)])) return false;
        var next = stop + 2;
        while (next < text.Length && char.IsLetter(text[next])) next++;
        // "Plan B. The …" ends a sentence: a name's next word is no word that opens one.
        if (!char.IsUpper(text[stop + 2])) return NameParticles.Contains(text[(stop + 2)..next]);
        return (next < text.Length && text[next] == '.') || !SentenceOpeners.Contains(text[(stop + 2)..next]);
    }

    private static bool IsDigit(char c) => char.IsDigit(c);

    private static bool IsLetter(string text, int i) =>
        char.IsLetter(text[i])
        || char.GetUnicodeCategory(text[i]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark
        || (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLetter(text, i));

    internal static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '‟' or '\'' or '‘' or '’' or '‚' or '‛' or '«' or '»' or '‹' or '›' or '「' or '」' or '＂';
}
