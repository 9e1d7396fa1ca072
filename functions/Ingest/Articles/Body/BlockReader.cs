using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace Ingest.Articles.Body;

/// <summary>Reads a page's text as blocks, in the page's order, in one walk.</summary>
internal sealed class BlockReader
{
    private static readonly FrozenSet<string> Unread = DataFile.Words("Articles/Data/unread-elements.txt").ToFrozenSet();
    private static readonly FrozenSet<string> Inline = DataFile.Words("Articles/Data/inline-elements.txt").ToFrozenSet();

    private readonly ElementNames names;
    private readonly List<TextBlock> blocks = [];
    private readonly StringBuilder text = new();

    /// <summary>Where the block begins in the text; before it stand the blocks that it interrupts.</summary>
    private int start;

    private int linkLength;
    private bool endsWithBreak;

    private readonly IReadOnlySet<IElement>? passedOver;

    private BlockReader(ElementNames names, IReadOnlySet<IElement>? passedOver) => (this.names, this.passedOver) = (names, passedOver);

    private readonly record struct Place(IElement Block, BlockKind Kind, bool InLink);

    /// <summary>The blocks in an element.</summary>
    /// <param name="root">The element.</param>
    /// <param name="names">What names of elements say.</param>
    /// <param name="passedOver">Elements that are not read, or null.</param>
    public static List<TextBlock> Read(IElement root, ElementNames names, IReadOnlySet<IElement>? passedOver)
    {
        var reader = new BlockReader(names, passedOver);
        reader.Walk(root, new Place(root, BlockKind.Paragraph, false));
        reader.EndBlock(new Place(root, BlockKind.Paragraph, false));
        return reader.blocks;
    }

    private void Walk(IElement element, Place place)
    {
        // A node of the document finds its next sibling by its own index, which takes time in proportion to it.
        var nodes = element.ChildNodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            var node = nodes[i];
            if (node is IText { Data: var data }) Append(data, place.InLink);
            else if (node is IElement child) Enter(child, place);
        }
    }

    private void Enter(IElement element, Place place)
    {
        var name = element.LocalName;
        if (name == "br")
        {
            if (endsWithBreak) EndBlock(place);
            else if (text.Length > start) Append("\n", false);
            endsWithBreak = true;
            return;
        }

        if (Unread.Contains(name) || passedOver?.Contains(element) == true) return;
        var inner = place with { InLink = place.InLink || name == "a" };
        if (Inline.Contains(name))
        {
            if (!names.SayAside(element) && !names.SayCaption(element)) Walk(element, inner);
            else Interrupt(element, inner);
            return;
        }

        EndBlock(place);
        inner = inner with { Block = element, Kind = KindOf(element, place.Kind) };
        Walk(element, inner);
        EndBlock(inner);
    }

    /// <summary>Reads what stands within a line and is named as no part of it as a block of its own; the line goes on behind it.</summary>
    private void Interrupt(IElement element, Place place)
    {
        var (startBefore, linkBefore) = (start, linkLength);
        (start, linkLength) = (text.Length, 0);
        var inner = place with { Block = element, Kind = KindOf(element, place.Kind) };
        Walk(element, inner);
        EndBlock(inner);
        (start, linkLength) = (startBefore, linkBefore);
    }

    private BlockKind KindOf(IElement element, BlockKind outer) => element.LocalName switch
    {
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => outer == BlockKind.Caption ? outer : BlockKind.Heading,
        "li" or "dd" or "dt" => outer == BlockKind.Caption ? outer : BlockKind.ListItem,
        "blockquote" => BlockKind.Quotation,
        "td" or "th" => outer == BlockKind.Caption ? outer : BlockKind.Cell,
        "figcaption" or "figure" or "caption" => BlockKind.Caption,
        _ => names.SayCaption(element) ? BlockKind.Caption : outer,
    };

    private void Append(string data, bool inLink)
    {
        var before = text.Length;
        foreach (var c in data)
        {
            // Soft hyphens say where a line may break; the zero-width spaces of Khmer part words and stay.
            if (c is '\ufeff' or '\u00ad') continue;
            if (!char.IsWhiteSpace(c))
            {
                text.Append(c);
                endsWithBreak = false;
            }
            else if (text.Length > start && text[^1] != ' ')
            {
                text.Append(' ');
            }
        }

        if (inLink) linkLength += text.Length - before;
    }

    private void EndBlock(Place place)
    {
        endsWithBreak = false;
        var length = text.Length - start;
        if (length > 0 && text[^1] == ' ') length--;
        if (length > 0) blocks.Add(new TextBlock(text.ToString(start, length), place.Kind, place.Block, Math.Min(linkLength, length)));
        text.Length = start;
        linkLength = 0;
    }
}
