using System.Collections.Frozen;

namespace Ingest.Extraction.Language;

/// <summary>
/// Phrases of one word or more, each with what it stands for, found where they stand in a text, the longest first. Case does not count unless
/// the phrase is listed as it must be written; a possessive's mark is passed over.
/// </summary>
internal sealed class PhraseTable<T>
{
    private readonly FrozenDictionary<string, Entry[]>.AlternateLookup<ReadOnlySpan<char>> byFirstWord;

    /// <param name="phrases">Words parted by spaces, their meaning, and whether they must be written just so.</param>
    public PhraseTable(IEnumerable<(string Phrase, T Meaning, bool Exact)> phrases) => byFirstWord = phrases
        .Select(phrase => new Entry(Words(phrase.Phrase), phrase.Meaning, phrase.Exact))
        .GroupBy(entry => entry.Words[0], StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(entry => entry.Words.Length).ToArray(), StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a phrase may begin with the word.</summary>
    public bool MayStart(ReadOnlySpan<char> word) => byFirstWord.ContainsKey(word);

    /// <summary>The longest phrase that stands at the token and ends at or before <paramref name="limit"/>.</summary>
    public bool TryFind(TokenisedText text, int at, int limit, out T meaning, out int end)
    {
        if (at >= 0 && at < limit && byFirstWord.TryGetValue(Bare(text[at]), out var entries))
        {
            foreach (var entry in entries)
            {
                if (End(text, at, limit, entry) is not { } found) continue;
                (meaning, end) = (entry.Meaning, found);
                return true;
            }
        }

        (meaning, end) = (default!, at);
        return false;
    }

    /// <summary>What the phrase stands for, on its own.</summary>
    public bool TryGet(string phrase, out T meaning)
    {
        var words = Words(phrase);
        var entry = byFirstWord.TryGetValue(words[0], out var entries)
            ? entries.FirstOrDefault(entry => entry.Words.SequenceEqual(words, StringComparer.OrdinalIgnoreCase))
            : default;
        meaning = entry.Meaning;
        return entry.Words is not null;
    }

    /// <summary>The word without its possessive's mark and its abbreviation's stop.</summary>
    public static ReadOnlySpan<char> Bare(ReadOnlySpan<char> word)
    {
        if (word.Length > 2 && word[^1] is 's' or 'S' && word[^2] is '\'' or '’') return word[..^2];
        return word.Length > 1 && word[^1] == '.' ? word[..^1] : word;
    }

    private static int? End(TokenisedText text, int at, int limit, Entry entry)
    {
        foreach (var word in entry.Words)
        {
            // The apostrophe of a plural ("Teachers’ Day") and the hyphen of "percentage-point" are tokens of their own.
            if (at < limit && at > 0 && word != entry.Words[0] && !text.SpaceBefore(at) && text.Tokens[at].Kind is TokenKind.Quote) at++;
            if (at >= limit || !Bare(text[at]).Equals(word, entry.Exact ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase)) return null;
            at++;
        }

        return at;
    }

    private static string[] Words(string phrase) =>
        [.. phrase.Replace("'s", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Split(' ').Select(word => Bare(word).ToString())];

    private readonly record struct Entry(string[] Words, T Meaning, bool Exact);
}
