namespace Ingest.Extraction.Language;

/// <summary>What a token is made of.</summary>
internal enum TokenKind : byte
{
    /// <summary>Letters, with inner apostrophes, hyphens and full stops of abbreviations.</summary>
    Word,

    /// <summary>Digits, with inner separators: "1,200", "2.5". A unit glued to it ("2.5ha") is a token of its own.</summary>
    Number,

    /// <summary>One opening or closing quotation mark, single or double (also typed as '' or ``); an apostrophe is part of its word.</summary>
    Quote,

    /// <summary>Any other mark, one a token: a comma, a dash, a currency sign.</summary>
    Mark,
}

/// <summary>A token of a text.</summary>
/// <param name="Start">Offset of its first UTF-16 unit.</param>
/// <param name="End">Offset after its last unit.</param>
/// <param name="Kind">What it is made of.</param>
internal readonly record struct Token(int Start, int End, TokenKind Kind)
{
    public TextSpan Span => new(Start, End);

    public int Length => End - Start;
}
