using System.Collections.Frozen;

namespace Ingest.Extraction.Language;

/// <summary>A set of words, whatever their case, looked up without a copy.</summary>
internal sealed class WordSet
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words;

    private WordSet(IEnumerable<string> words) =>
        this.words = words.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The words of a data file, one a line.</summary>
    public static WordSet Of(string path) => new(DataFile.Lines(path));

    /// <summary>One of the sets of a data file that holds several, a line each: its name, a tab, its words parted by spaces.</summary>
    public static WordSet Named(string path, string name) => new(DataFile.Rows(path).Single(row => row[0] == name)[1].Split(' '));

    public bool Contains(ReadOnlySpan<char> word) => words.Contains(word);

    /// <summary>Whether the token is one of the words.</summary>
    public bool Holds(TokenisedText text, int token) => (uint)token < (uint)text.Tokens.Length && words.Contains(text[token]);
}
