using Ingest.Extraction.Language;

namespace Ingest.Extraction.Names;

/// <summary>Finds phrases of several words by the keys of their words, the longest first.</summary>
internal sealed class PhraseTable<T>
{
    private readonly Dictionary<ulong, T> phrases = [];
    private readonly Dictionary<ulong, int> longest = [];

    public PhraseTable(IEnumerable<KeyValuePair<string, T>> rows)
    {
        foreach (var (phrase, value) in rows)
        {
            var words = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            ulong hash = 0;
            foreach (var word in words) hash = FeatureHash.Of(1, hash, WordKey.Of(word));
            phrases[hash] = value;
            var first = WordKey.Of(words[0]);
            longest[first] = Math.Max(words.Length, longest.GetValueOrDefault(first));
        }
    }

    /// <summary>How many words the longest phrase has that begins the keys; 0 where none does.</summary>
    public int Match(ReadOnlySpan<ulong> keys, out T? value)
    {
        value = default;
        if (keys.IsEmpty || !longest.TryGetValue(keys[0], out var most)) return 0;
        var found = 0;
        ulong hash = 0;
        for (var i = 0; i < Math.Min(most, keys.Length); i++)
        {
            hash = FeatureHash.Of(1, hash, keys[i]);
            if (phrases.TryGetValue(hash, out var here)) (found, value) = (i + 1, here);
        }

        return found;
    }
}
