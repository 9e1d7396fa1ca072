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
    private readonly List<MarkupNode> children = [];

    /// <summary>In the document's order.</summary>
    public IReadOnlyList<MarkupNode> Children => children;

    /// <summary>The elements among its children.</summary>
    public IEnumerable<MarkupElement> Elements => children.OfType<MarkupElement>();

    /// <summary>The attribute's value, whatever its name's case, or null.</summary>
    public string? Attribute(string name)
    {
        foreach (var attribute in Attributes)
            if (attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return attribute.Value;
        return null;
    }

    /// <summary>All characters in it, trimmed.</summary>
    public string Text => string.Concat(Texts()).Trim();

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
    internal void Add(MarkupNode child) => children.Add(child);

    private IEnumerable<string> Texts()
    {
        foreach (var child in children)
        {
            if (child is MarkupText text) yield return text.Text;
            else if (child is MarkupElement element) yield return element.Text;
        }
    }
}
