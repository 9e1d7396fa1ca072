using System.Collections.Immutable;

namespace Ingest.Extraction.Language;

/// <summary>Cuts paragraphs into sentences.</summary>
internal static class SentenceSplitter
{
    public static ImmutableArray<TokenRange> Split(string text, ImmutableArray<Token> tokens, ImmutableArray<TokenRange> paragraphs)
    {
        var sentences = ImmutableArray.CreateBuilder<TokenRange>();
        foreach (var paragraph in paragraphs)
        {
            var first = paragraph.First;
            for (var t = paragraph.First; t < paragraph.End; t++)
            {
                if (!Ends(text, tokens, t)) continue;
                var end = t + 1;
                while (end < paragraph.End && Closes(text, tokens, end)) end++;
                if (end < paragraph.End && !Starts(text, tokens, end)) continue;
                sentences.Add(new TokenRange(first, end));
                first = end;
                t = end - 1;
            }

            if (first < paragraph.End) sentences.Add(new TokenRange(first, paragraph.End));
        }

        return sentences.ToImmutable();
    }

    private static bool Ends(string text, ImmutableArray<Token> tokens, int t)
    {
        var token = tokens[t];
        if (token.Kind == TokenKind.Mark) return text[token.Start] is '.' or '!' or '?' or '…' or '。' or '។';
        // "at 5 p.m. The" ends a sentence, "Gen. Hok" does not: what follows decides, and titles are lower down the list of starts.
        return token.Kind == TokenKind.Word && text[token.End - 1] == '.' && text.AsSpan(token.Start, token.Length) is "a.m." or "p.m." or "U.S." or "etc." or "U.N." or "Inc." or "Co." or "Ltd." or "Jr.";
    }

    // A mark that touches what went before and not what follows closes it.
    private static bool Closes(string text, ImmutableArray<Token> tokens, int t)
    {
        var token = tokens[t];
        if (token.Start > 0 && char.IsWhiteSpace(text[token.Start - 1])) return false;
        return token.Kind == TokenKind.Quote || (token.Kind == TokenKind.Mark && text[token.Start] is ')' or ']' or '.' or '!' or '?' or '…');
    }

    private static bool Starts(string text, ImmutableArray<Token> tokens, int t)
    {
        var token = tokens[t];
        if (token.Start > 0 && !char.IsWhiteSpace(text[token.Start - 1])) return false;
        return token.Kind switch
        {
            TokenKind.Word => !char.IsLower(text[token.Start]),
            TokenKind.Number => true,
            // "the U.S. “clearly” needed": what opens in lower case goes on with the sentence.
            TokenKind.Quote => t + 1 >= tokens.Length || tokens[t + 1].Kind != TokenKind.Word || tokens[t + 1].Start != token.End || !char.IsLower(text[tokens[t + 1].Start]),
            _ => text[token.Start] is '(' or '[' or '$' or '—' or '–' or '-' or '•',
        };
    }
}
