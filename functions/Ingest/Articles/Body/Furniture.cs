using System.Collections.Frozen;

namespace Ingest.Articles.Body;

/// <summary>Knows lines that pages put between an article's paragraphs and that are no words of it.</summary>
internal static class Furniture
{
    private const int LongestHeading = 60;

    private static readonly FrozenSet<string> Whole = Read("whole-lines.txt").ToFrozenSet();

    /// <summary>Longest first would not matter: one that fits suffices.</summary>
    private static readonly ILookup<string, string> Openings = Read("opening-words.txt").ToLookup(FirstWord);

    private static readonly FrozenSet<string> RelatedHeadings = Read("related-headings.txt").ToFrozenSet();

    /// <summary>Whether the line is an advertisement's label, an invitation to subscribe, share or read something else.</summary>
    public static bool Is(string text)
    {
        var plain = Plain(text, 120);
        return Whole.Contains(plain) || Openings[FirstWord(plain)].Any(opening => plain.StartsWith(opening, StringComparison.Ordinal) && EndsWord(plain, opening.Length));
    }

    /// <summary>Whether the block announces other stories: "Related stories", "Most read".</summary>
    public static bool IsRelatedHeading(TextBlock block) =>
        block.Text.Length <= LongestHeading && block.Kind != BlockKind.ListItem && RelatedHeadings.Contains(Plain(block.Text, LongestHeading));

    /// <summary>In lower case, signs as single spaces, no more than that many characters.</summary>
    private static string Plain(string text, int length)
    {
        Span<char> plain = stackalloc char[Math.Min(text.Length, length)];
        var count = 0;
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, length)))
        {
            if (char.IsLetterOrDigit(c)) plain[count++] = char.ToLowerInvariant(c);
            else if (c is not ('\'' or '’') && count > 0 && plain[count - 1] != ' ') plain[count++] = ' ';
        }

        return plain[..count].TrimEnd().ToString();
    }

    private static string FirstWord(string text) => text.IndexOf(' ') is > 0 and var end ? text[..end] : text;

    private static bool EndsWord(string text, int index) => index == text.Length || text[index] == ' ';

    private static IEnumerable<string> Read(string list) => DataFile.Lines("Articles/Data/" + list).Select(line => Plain(line, 120));
}
