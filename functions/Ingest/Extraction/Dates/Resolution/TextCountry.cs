using System.Collections.Frozen;
using Ingest.Extraction.Language;

namespace Ingest.Extraction.Dates.Resolution;

/// <summary>Which country a text is about, by the words of Data/countries.txt; read only when a day or year depends on it.</summary>
internal sealed class TextCountry(TokenisedText text)
{
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Countries = DataFile.Rows("Extraction/Dates/Data/countries.txt")
        .ToFrozenDictionary(row => row[0], row => row[1], StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Lazy<string?> code = new(() => MostNamed(text));

    /// <summary>ISO 3166 code of the country named most often, the first named of equals; null where none is named.</summary>
    public string? Code => code.Value;

    private static string? MostNamed(TokenisedText text)
    {
        var counts = new Dictionary<string, int>();
        for (var t = 0; t < text.Tokens.Length; t++)
        {
            var word = text[t];
            if (word.Length > 2 && word[^1] == 's' && word[^2] is '\'' or '’') word = word[..^2];
            if (Countries.TryGetValue(word, out var country)) counts[country] = counts.GetValueOrDefault(country) + 1;
        }

        return counts.Count == 0 ? null : counts.MaxBy(count => count.Value).Key;
    }
}
