using System.Text;

namespace Ingest.Feeds.Markup;

/// <summary>A node of a document: an element or text.</summary>
internal abstract record MarkupNode;

/// <summary>Characters, decoded.</summary>
internal sealed record MarkupText(string Text) : MarkupNode;

/// <summary>An element of a document.</summary>
/// <param name="Name">
/// In lower case, under the usual prefix of its namespace ("dc:creator") whatever the document's own; the vocabularies of RSS
/// and Atom have none ("title").
/// </param>
/// <param name="LocalName">As written, without prefix.</param>
/// <param name="Namespace">Its namespace's URI; empty where it has none.</param>
/// <param name="Base">What relative addresses in it are resolved against, or null.</param>
/// <param name="Attributes">In the document's order, names as written.</param>
internal sealed record MarkupElement(string Name, string LocalName, string Namespace, Uri? Base, IReadOnlyList<MarkupAttribute> Attributes) : MarkupNode
{
    private List<MarkupNode>? children;

    /// <summary>In the document's order.</summary>
    public IReadOnlyList<MarkupNode> Children => children ?? [];

    /// <summary>The elements among its children.</summary>
    public IEnumerable<MarkupElement> Elements => Children.OfType<MarkupElement>();

    /// <summary>The attribute's value, whatever its name's case, or null.</summary>
    public string? Attribute(string name)
    {
        foreach (var attribute in Attributes)
            if (attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return attribute.Value;
        return null;
    }

    /// <summary>The characters in it, trimmed, up to the longest text that is worth reading.</summary>
    public string Text
    {
        get
        {
            if (Children is [MarkupText { Text.Length: <= MarkupWriter.LongestText } only]) return only.Text.Trim();
            var text = new StringBuilder();
            AppendTo(text);
            return text.ToString().Trim();
        }
    }

    /// <summary>Its elements and theirs, in the document's order.</summary>
    public IEnumerable<MarkupElement> Descendants()
    {
        foreach (var element in Elements)
        {
            yield return element;
            foreach (var inner in element.Descendants()) yield return inner;
        }
    }

    /// <summary>While its document is built.</summary>
    internal void Add(MarkupNode child) => (children ??= []).Add(child);

    private void AppendTo(StringBuilder text)
    {
        foreach (var child in Children)
        {
            var room = MarkupWriter.LongestText - text.Length;
            if (room <= 0) return;
            if (child is MarkupText { Text: var characters }) text.Append(characters, 0, Math.Min(room, characters.Length));
            else if (child is MarkupElement element) element.AppendTo(text);
        }
    }
}
