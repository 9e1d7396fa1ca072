using Ingest.Extraction.Language;

namespace Ingest.Extraction.Statements.Quotations;

/// <summary>One mark, with what it can be where it stands.</summary>
/// <param name="Token">Its token.</param>
/// <param name="Style">Marks of one style pair with each other.</param>
/// <param name="Role">Which way it points.</param>
internal readonly record struct QuotationMark(int Token, char Style, QuotationMark.Pointing Role)
{
    internal enum Pointing
    {
        /// <summary>It can open or close.</summary>
        Either,

        /// <summary>It opens.</summary>
        Forward,

        /// <summary>It closes.</summary>
        Back,
    }

    public bool IsSingle => Style == '\'';

    /// <summary>The mark at the token, or null where the token is none.</summary>
    public static QuotationMark? At(TokenisedText text, TokenRange paragraph, int token)
    {
        if (token >= paragraph.End || text.Tokens[token].Kind != TokenKind.Quote) return null;
        var (style, glyph) = Glyph(text[token]);
        var stands = Stance(text, paragraph, token);
        // A mark that points one way but clearly stands the other way (”so“) is a slip of the keyboard.
        return new QuotationMark(token, style, glyph == Pointing.Either || (stands != Pointing.Either && stands != glyph) ? stands : glyph);
    }

    /// <summary>Whether a single mark stands for left-out letters: “’em”, “’90s”.</summary>
    public bool IsElision(TokenisedText text)
    {
        if (!IsSingle || Token + 1 >= text.Tokens.Length || text.SpaceBefore(Token + 1)) return false;
        var next = text[Token + 1];
        return char.IsDigit(next[0]) || next is "em" or "til" or "tis" or "twas" or "cause" or "n" or "bout" or "round";
    }

    /// <summary>Whether a single mark may end a possessive plural: “the owners’ association”.</summary>
    public bool IsPossessive(TokenisedText text) =>
        IsSingle && Token > 0 && Token + 1 < text.Tokens.Length && !text.SpaceBefore(Token) && text[Token - 1][^1] == 's'
        && text.SpaceBefore(Token + 1) && text.Tokens[Token + 1].Kind == TokenKind.Word && char.IsLower(text[Token + 1][0]);

    private static (char Style, Pointing Glyph) Glyph(ReadOnlySpan<char> mark) => mark.Length == 2 ? ('"', Pointing.Either) : mark[0] switch
    {
        '“' or '„' or '‟' => ('"', Pointing.Forward),
        '”' => ('"', Pointing.Back),
        '‘' or '‚' or '‛' => ('\'', Pointing.Forward),
        '’' => ('\'', Pointing.Back),
        '\'' => ('\'', Pointing.Either),
        '«' or '‹' => ('«', Pointing.Forward),
        '»' or '›' => ('«', Pointing.Back),
        '「' => ('「', Pointing.Forward),
        '」' => ('「', Pointing.Back),
        _ => ('"', Pointing.Either),
    };

    private static Pointing Stance(TokenisedText text, TokenRange paragraph, int token)
    {
        var freeBefore = token == paragraph.First || text.SpaceBefore(token) || IsBracketOrDash(text[token - 1]) || IsForward(text, token - 1);
        var freeAfter = token + 1 >= paragraph.End || text.SpaceBefore(token + 1) || !IsWordLike(text, token + 1);
        return (freeBefore, freeAfter) switch
        {
            (true, false) => Pointing.Forward,
            (false, true) => Pointing.Back,
            _ => Pointing.Either,
        };
    }

    private static bool IsBracketOrDash(ReadOnlySpan<char> mark) => mark is "(" or "[" or "—" or "–" or "-" or "/";

    private static bool IsForward(TokenisedText text, int token) =>
        text.Tokens[token].Kind == TokenKind.Quote && Glyph(text[token]).Glyph != Pointing.Back && (token == 0 || text.SpaceBefore(token));

    private static bool IsWordLike(TokenisedText text, int token) =>
        text.Tokens[token].Kind is TokenKind.Word or TokenKind.Number || text[token][0] is '$' or '€' or '£' or '¥' or '#' or '@' or '.' or '…' or '‘' or '“' or '\'' or '(' or '[';
}
