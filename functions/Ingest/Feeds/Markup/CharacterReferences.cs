using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Ingest.Feeds.Markup;

/// <summary>
/// Reads character references: those of HTML, in whatever document, and those that a document declares for itself. A
/// declared one expands once and never into another, and all of a document's expansions together stay within a bound.
/// </summary>
internal sealed partial class CharacterReferences
{
    private const int MostDeclared = 256;
    private const int LongestValue = 1024;
    private const int LongestSubset = MostDeclared * LongestValue;
    private const int MostExpanded = 64 * 1024;

    private readonly Dictionary<string, string> declared = [];
    private int expanded;

    /// <summary>Remembers what a document type's internal subset declares as plain text.</summary>
    public void Declare(ReadOnlySpan<char> subset)
    {
        if (!subset.Contains("<!ENTITY", StringComparison.OrdinalIgnoreCase)) return;
        var entity = Entity().Match(subset[..Math.Min(subset.Length, LongestSubset)].ToString());
        for (var read = 0; entity.Success && read < MostDeclared; read++, entity = entity.NextMatch())
        {
            var value = entity.Groups["value"].Value;
            if (value.Length <= LongestValue) declared.TryAdd(entity.Groups["name"].Value, value);
        }
    }

    /// <summary>The characters that are meant.</summary>
    public string Decode(ReadOnlySpan<char> raw)
    {
        var text = raw.ToString();
        if (raw.Contains('&'))
        {
            if (declared.Count > 0) text = Declared().Replace(text, Expand);
            text = WebUtility.HtmlDecode(text);
        }

        return Western(text);
    }

    /// <summary>
    /// The C1 control characters as what they are meant to be: Windows-1252's quotation marks and dashes under their old numbers.
    /// </summary>
    private static string Western(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\u0080', '\u009f') < 0) return text;
        var mended = new StringBuilder(text);
        for (var i = 0; i < mended.Length; i++)
            if (mended[i] is >= '\u0080' and <= '\u009f') mended[i] = C1[mended[i] - '\u0080'];
        return mended.ToString();
    }

    private string Expand(Match reference)
    {
        if (!declared.TryGetValue(reference.Groups["name"].Value, out var value)) return reference.Value;
        expanded += value.Length;
        return expanded <= MostExpanded ? value : "";
    }

    private const string C1 =
        "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
        "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

    [GeneratedRegex(@"<!ENTITY\s+(?<name>[\w.:-]+)\s+(?:""(?<value>[^""]*)""|'(?<value>[^']*)')", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Entity();

    [GeneratedRegex(@"&(?<name>[\p{L}_][\w.:-]*);", RegexOptions.NonBacktracking)]
    private static partial Regex Declared();
}
