using AngleSharp.Dom;

namespace Ingest.Articles.Body;

/// <summary>What a block of text is by its markup.</summary>
internal enum BlockKind
{
    /// <summary>A paragraph, or text that stands for itself.</summary>
    Paragraph,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary>A block quotation.</summary>
    Quotation,

    /// <summary>A cell of a table.</summary>
    Cell,

    /// <summary>The words under a picture.</summary>
    Caption,
}

/// <summary>A stretch of a page's text that no block element breaks.</summary>
/// <param name="Text">In one line.</param>
/// <param name="Kind">By the innermost element that says so.</param>
/// <param name="Element">The innermost block element around it.</param>
/// <param name="LinkLength">How many of its characters are links.</param>
internal sealed record TextBlock(string Text, BlockKind Kind, IElement Element, int LinkLength)
{
    /// <summary>The share of its characters that are links.</summary>
    public double LinkShare => (double)LinkLength / Text.Length;

    /// <summary>How much of it reads like sentences of an article, in characters.</summary>
    public double Prose { get; } = ProseOf(Text, Kind, LinkLength);

    /// <summary>Whether it reads like a paragraph of an article.</summary>
    public bool IsProse => Prose >= 60;

    /// <summary>Whether it ends as a sentence does.</summary>
    public bool EndsSentence => EndsAsSentence(Text);

    private static double ProseOf(string text, BlockKind kind, int linkLength)
    {
        if (kind is BlockKind.Caption or BlockKind.Heading || text.Length < 25 || linkLength > 0.4 * text.Length) return 0;
        var words = text.Length - linkLength;
        return words > 120 || EndsAsSentence(text) ? words : words / 4.0;
    }

    private static bool EndsAsSentence(string text) =>
        text.AsSpan().TrimEnd("\"'”’»)]* ") is [.., '.' or '!' or '?' or ':' or ';' or '…' or '。' or '！' or '？' or '।' or '។' or '۔' or '؟'];
}
