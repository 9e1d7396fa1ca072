namespace Ingest.Articles.Body;

/// <summary>Parts the blocks of an article's element into its words and what stands between, before and after them.</summary>
internal static class BlockFilter
{
    /// <summary>The share of links above which a block leads elsewhere.</summary>
    private const double MostlyLinks = 0.6;

    /// <summary>The share of an article's prose that may be cut with the related stories at its end.</summary>
    private const double LargestTail = 0.2;

    /// <summary>The blocks that are words of the article.</summary>
    public static List<TextBlock> Keep(List<TextBlock> blocks, string? title)
    {
        blocks = CutTail(blocks);
        var first = blocks.FindIndex(block => block.IsProse);
        var last = blocks.FindLastIndex(block => block.IsProse);
        var kept = new List<TextBlock>(blocks.Count);
        var nextIsKept = false;
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            var block = blocks[i];
            var keep = block.LinkShare <= MostlyLinks && !Furniture.Is(block.Text) && (title is null || !Headline.IsSame(block.Text, title));
            if (keep && i < first) keep = IsOpening(block);
            if (keep && i > last) keep = IsClosing(block);

            // What announces something that is dropped goes with it.
            if (keep && Announces(block)) keep = nextIsKept;
            nextIsKept = keep;
            if (keep) kept.Add(block);
        }

        kept.Reverse();
        return kept;
    }

    /// <summary>Leaves out what follows a heading of related stories, unless that is most of the article.</summary>
    private static List<TextBlock> CutTail(List<TextBlock> blocks)
    {
        var all = blocks.Sum(block => block.Prose);
        var after = 0.0;
        var cut = blocks.Count;
        for (var i = blocks.Count - 1; i >= 0 && after <= all * LargestTail; i--)
        {
            if (Furniture.IsRelatedHeading(blocks[i])) cut = i;
            after += blocks[i].Prose;
        }

        return cut < blocks.Count ? blocks.GetRange(0, cut) : blocks;
    }

    /// <summary>Headings and sentences open an article; bylines, dates and sections do not.</summary>
    private static bool IsOpening(TextBlock block) => block.Kind == BlockKind.Heading || block.EndsSentence;

    /// <summary>Short sentences and paragraphs may close an article: its last words, who wrote it, where it first stood.</summary>
    private static bool IsClosing(TextBlock block) =>
        block.Kind is BlockKind.Paragraph or BlockKind.Quotation or BlockKind.Cell && (block.Element.LocalName == "p" || (block.Prose > 0 && block.EndsSentence));

    private static bool Announces(TextBlock block) => block.Kind == BlockKind.Heading || (block.Text.Length < 60 && block.Text[^1] == ':');
}
