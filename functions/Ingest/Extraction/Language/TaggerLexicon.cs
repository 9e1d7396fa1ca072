namespace Ingest.Extraction.Language;

/// <summary>What the tagger knows of words alone: the label that each has most often, and whether it hardly ever has another.</summary>
internal sealed class TaggerLexicon(IReadOnlyDictionary<ulong, TaggerLexicon.Entry> words)
{
    /// <summary>Stands for a word that is not held, a capital one apart from others.</summary>
    private const byte Strange = 250;

    /// <summary>A word's entry.</summary>
    /// <param name="Label">The index of its most frequent label.</param>
    /// <param name="IsPlain">Whether it needs no model: the, of, and.</param>
    internal readonly record struct Entry(byte Label, bool IsPlain);

    /// <summary>The label of a word that needs no model, or null.</summary>
    public byte? Plain(WordForm word) => words.TryGetValue(word.Word, out var entry) && entry.IsPlain ? entry.Label : null;

    /// <summary>A code for the word's most frequent label.</summary>
    public byte Usual(WordForm word) => words.TryGetValue(word.Word, out var entry) ? entry.Label : (byte)(Strange + (word.IsCapital ? 1 : 0));

    public static TaggerLexicon Read(BinaryReader reader)
    {
        var words = new Dictionary<ulong, Entry>();
        for (var count = reader.ReadInt32(); count > 0; count--) words.Add(reader.ReadUInt64(), new Entry(reader.ReadByte(), reader.ReadBoolean()));
        return new TaggerLexicon(words);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(words.Count);
        foreach (var (word, entry) in words.OrderBy(word => word.Key))
        {
            writer.Write(word);
            writer.Write(entry.Label);
            writer.Write(entry.IsPlain);
        }
    }
}
