using System.Text;
using Ingest.Extraction.Language;

namespace Ingest.Storage.Record;

/// <summary>
/// Gives the mentions of one article their ids: the cluster's id and a hash of the mention's own words, so that a better extractor that
/// finds the same words, and a syndicated copy that carries them, give the same id. Words that occur twice are told apart by their order.
/// </summary>
internal sealed class MentionIds(string cluster)
{
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    /// <summary>The next id for these words.</summary>
    /// <param name="kind">"s", "f" or "d"; of a statement it says nothing about direct or indirect.</param>
    /// <param name="words">What tells the mention from others.</param>
    public string Next(string kind, string words)
    {
        var key = $"{kind} {Normalised(words)}";
        var occurrence = seen[key] = seen.GetValueOrDefault(key) + 1;
        return $"{cluster}-{kind}{RowKeys.Hash($"{key} {occurrence}", 12)}";
    }

    /// <summary>The cluster that an id belongs to, or null where it is no id of ours.</summary>
    public static string? ClusterOf(string id) => id.LastIndexOf('-') is > 0 and var end ? id[..end] : null;

    /// <summary>The id of the same words in another cluster.</summary>
    public static string Moved(string id, string cluster) => cluster + id[id.LastIndexOf('-')..];

    // Case, marks and spacing may differ between copies and between extractors; the words may not.
    private static string Normalised(string words)
    {
        var folded = new StringBuilder(words.Length);
        foreach (var c in LatinFolding.Fold(words))
        {
            if (char.IsLetterOrDigit(c)) folded.Append(c);
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }
}
