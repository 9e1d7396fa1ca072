using System.Collections.Immutable;

namespace Ingest.Extraction.Language;

/// <summary>A run of tokens: <paramref name="First"/> up to, not including, <paramref name="End"/>.</summary>
internal readonly record struct TokenRange(int First, int End)
{
    public int Count => End - First;

    public bool Contains(int token) => First <= token && token < End;
}

/// <summary>
/// A text cut once into tokens, sentences and paragraphs; every extractor reads this one cut.
/// Offsets are UTF-16 units of <see cref="Text"/>, ends exclusive.
/// </summary>
internal sealed class TokenisedText
{
    private readonly int[] sentenceOfToken;

    private TokenisedText(string text, ImmutableArray<Token> tokens, ImmutableArray<TokenRange> paragraphs, ImmutableArray<TokenRange> sentences)
    {
        Text = text;
        Tokens = tokens;
        Paragraphs = paragraphs;
        Sentences = sentences;
        sentenceOfToken = new int[tokens.Length];
        for (var s = 0; s < sentences.Length; s++)
            for (var t = sentences[s].First; t < sentences[s].End; t++) sentenceOfToken[t] = s;
    }

    public string Text { get; }

    public ImmutableArray<Token> Tokens { get; }

    /// <summary>Paragraphs are parted by a line break.</summary>
    public ImmutableArray<TokenRange> Paragraphs { get; }

    /// <summary>Sentences never cross a paragraph; a closing quotation mark belongs to the sentence it closes.</summary>
    public ImmutableArray<TokenRange> Sentences { get; }

    public static TokenisedText Of(string text)
    {
        var (tokens, paragraphs) = Tokeniser.Cut(text);
        return new TokenisedText(text, tokens, paragraphs, SentenceSplitter.Split(text, tokens, paragraphs));
    }

    /// <summary>The token's words, verbatim, without a copy.</summary>
    public ReadOnlySpan<char> this[int token] => Text.AsSpan(Tokens[token].Start, Tokens[token].Length);

    /// <summary>Whether the token reads so, whatever its case.</summary>
    public bool Is(int token, string word) =>
        (uint)token < (uint)Tokens.Length && this[token].Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the token reads as one of the words, whatever its case.</summary>
    public bool IsAny(int token, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (Is(token, word)) return true;
        return false;
    }

    /// <summary>The index of the sentence that the token stands in.</summary>
    public int SentenceOf(int token) => sentenceOfToken[token];

    /// <summary>The text from the first to the last token of the range.</summary>
    public TextSpan SpanOf(TokenRange range) =>
        range.Count <= 0 ? default : new TextSpan(Tokens[range.First].Start, Tokens[range.End - 1].End);

    /// <summary>The first token that ends after <paramref name="offset"/>, or the number of tokens where none does.</summary>
    public int TokenAt(int offset)
    {
        int low = 0, high = Tokens.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Tokens[middle].End <= offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Whether white space or the text's edge stands before the token.</summary>
    public bool SpaceBefore(int token) => Tokens[token].Start == 0 || char.IsWhiteSpace(Text[Tokens[token].Start - 1]);
}
