using System.Collections.Immutable;

namespace Ingest.Extraction.Language;

/// <summary>What models see of a word, computed once a token: hashes of its lower-case form and of its edges, and its shape.</summary>
internal readonly record struct WordForm(ulong Word, ulong Suffix2, ulong Suffix3, ulong Suffix4, ulong Prefix3, byte Shape)
{
    private const byte Upper = 1, Lower = 2, Digit = 4, Hyphen = 8, Apostrophe = 16, Initial = 32, Stop = 64;

    /// <summary>Whether the word begins with a capital.</summary>
    public bool IsCapital => (Shape & Initial) != 0;

    /// <summary>Stands for what lies before the first and after the last token of a paragraph.</summary>
    public static WordForm Edge { get; } = new(1, 1, 1, 1, 1, 0);

    public static WordForm Of(ReadOnlySpan<char> word)
    {
        var hash = FeatureHash.Seed;
        ulong prefix3 = 0;
        byte shape = 0;
        Span<char> tail = stackalloc char[4];
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            if (char.IsUpper(c))
            {
                shape |= i == 0 ? (byte)(Upper | Initial) : Upper;
                c = char.ToLowerInvariant(c);
            }
            else if (char.IsLetter(c))
            {
                shape |= Lower;
            }
            else if (char.IsDigit(c))
            {
                shape |= Digit;
                c = '0';
            }
            else if (c is '\'' or '’')
            {
                shape |= Apostrophe;
                c = '\'';
            }
            else if (c is '-' or '‑')
            {
                shape |= Hyphen;
                c = '-';
            }
            else if (c == '.')
            {
                shape |= Stop;
            }

            hash = FeatureHash.Step(hash, c);
            if (i == 2) prefix3 = hash;
            if (word.Length - i <= 4) tail[i + 4 - word.Length] = c;
        }

        if (word.Length < 3) prefix3 = hash;
        return new WordForm(hash, Tail(tail, word.Length, 2), Tail(tail, word.Length, 3), Tail(tail, word.Length, 4), prefix3, shape);
    }

    private static ulong Tail(ReadOnlySpan<char> tail, int length, int count)
    {
        var hash = FeatureHash.Seed;
        for (var i = 4 - Math.Min(count, length); i < 4; i++) hash = FeatureHash.Step(hash, tail[i]);
        return hash;
    }

    /// <summary>The forms of all tokens.</summary>
    public static ImmutableArray<WordForm> Of(TokenisedText text)
    {
        var forms = ImmutableArray.CreateBuilder<WordForm>(text.Tokens.Length);
        for (var t = 0; t < text.Tokens.Length; t++) forms.Add(Of(text[t]));
        return forms.MoveToImmutable();
    }
}
