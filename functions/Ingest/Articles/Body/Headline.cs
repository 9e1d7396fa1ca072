namespace Ingest.Articles.Body;

/// <summary>Finds the block that is the article's headline.</summary>
internal static class Headline
{
    /// <summary>The index of the headline's block, or -1.</summary>
    /// <param name="blocks">The page's.</param>
    /// <param name="title">The title that the page's metadata gives, or null.</param>
    public static int Find(IReadOnlyList<TextBlock> blocks, string? title)
    {
        var (first, resembling) = (-1, -1);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Kind != BlockKind.Heading) continue;
            var isTop = blocks[i].Element.LocalName == "h1";
            var resembles = title is not null && Resembles(blocks[i].Text, title);
            if (isTop && resembles) return i;
            if (isTop && first < 0) first = i;
            if (resembles && resembling < 0) resembling = i;
        }

        return resembling >= 0 ? resembling : first;
    }

    /// <summary>Whether the text says what the title says, and no more.</summary>
    public static bool IsSame(string text, string title) => Shared(text, title) is var (common, shorter, longer) && common >= 0.9 * longer && shorter > 0;

    /// <summary>Whether the heading may be the headline that the title gives, shortened or with the site's name.</summary>
    public static bool Resembles(string text, string title) =>
        Shared(text, title) is var (common, shorter, longer) && (shorter < 3 ? common == longer && longer > 0 : common >= 0.6 * shorter);

    private static (int Common, int Shorter, int Longer) Shared(string text, string title)
    {
        if (text.Length > 3 * title.Length + 20 || title.Length > 6 * text.Length + 20) return (0, 0, 1);
        var (a, b) = (Words(text), Words(title));
        return (a.Count(b.Contains), Math.Min(a.Count, b.Count), Math.Max(a.Count, b.Count));
    }

    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i])) start = start < 0 ? i : start;
            else if (start >= 0)
            {
                words.Add(text[start..i]);
                start = -1;
            }
        }

        return words;
    }
}
