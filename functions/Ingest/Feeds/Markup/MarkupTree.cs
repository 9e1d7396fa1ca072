namespace Ingest.Feeds.Markup;

/// <summary>
/// Builds a document's elements from its tags. An end tag ends what is open within its element, one without a start is
/// passed over, what the document leaves open ends with it, and a prefix that nobody declared means what it usually means.
/// </summary>
internal sealed class MarkupTree
{
    /// <summary>Feeds are a handful of levels deep and their markup a few dozen; tags below are passed over, their text is kept.</summary>
    private const int DeepestElement = 100;

    /// <summary>A sitemap of fifty thousand pages has a quarter of a million; what follows is left unread.</summary>
    private const int MostElements = 300_000;

    /// <summary>The namespaces of feeds and their usual prefixes.</summary>
    private static readonly Dictionary<string, string> Prefixes =
        DataFile.Rows("Feeds/Data/namespaces.txt").ToDictionary(row => row[0], row => row.Length > 1 ? row[1] : "", StringComparer.OrdinalIgnoreCase);

    private static readonly ILookup<string, string> Namespaces = Prefixes.ToLookup(pair => pair.Value, pair => pair.Key);

    private readonly MarkupElement root;
    private readonly List<Open> open = [];
    private int tooDeep;
    private int elements;

    private MarkupTree(Uri? address)
    {
        root = new MarkupElement("", "", "", address, []);
        open.Add(new Open(root, "", null));
    }

    private sealed record Open(MarkupElement Element, string Tag, Dictionary<string, string>? Declared);

    /// <summary>The document: an element without a name that holds the others.</summary>
    /// <param name="source">XML in any state.</param>
    /// <param name="address">Where it came from, or null.</param>
    public static MarkupElement Parse(string source, Uri? address)
    {
        var tree = new MarkupTree(address);
        var scanner = new MarkupScanner(source);
        while (tree.elements <= MostElements && scanner.Next(tree.open[^1].Tag) is { } token)
        {
            switch (token)
            {
                case MarkupToken.Text:
                    tree.AddText(scanner.References.Decode(scanner.RawText));
                    break;
                case MarkupToken.CharacterData:
                    tree.AddText(scanner.RawText.ToString());
                    break;
                case MarkupToken.Start:
                    tree.Start(scanner.Name, scanner.Attributes.Count == 0 ? [] : [.. scanner.Attributes], scanner.IsSelfClosing);
                    break;
                case MarkupToken.End:
                    tree.End(scanner.Name);
                    break;
            }
        }

        return tree.root;
    }

    private void AddText(string text)
    {
        if (text.Length > 0) open[^1].Element.Add(new MarkupText(text));
    }

    private void Start(string tag, IReadOnlyList<MarkupAttribute> attributes, bool isSelfClosing)
    {
        elements++;
        if (open.Count > DeepestElement)
        {
            if (!isSelfClosing) tooDeep++;
            return;
        }

        var declared = Declarations(attributes);
        var (prefix, local) = Split(tag);
        var (space, usual) = Resolve(prefix, declared);
        var name = (usual.Length == 0 ? local : $"{usual}:{local}").ToLowerInvariant();

        // An item never holds another: the one before was left open.
        if (name is "item" or "entry" && open.FindLastIndex(o => o.Element.Name == name) is > 0 and var unclosed) open.RemoveRange(unclosed, open.Count - unclosed);

        var parent = open[^1].Element;
        var element = new MarkupElement(name, local, space, Rebase(parent.Base, attributes), attributes);
        parent.Add(element);
        if (!isSelfClosing) open.Add(new Open(element, tag, declared));
    }

    private void End(string tag)
    {
        if (tooDeep > 0)
        {
            tooDeep--;
            return;
        }

        var index = open.FindLastIndex(o => o.Tag.Equals(tag, StringComparison.OrdinalIgnoreCase));
        if (index > 0) open.RemoveRange(index, open.Count - index);
    }

    private (string Namespace, string Prefix) Resolve(string prefix, Dictionary<string, string>? own)
    {
        var space = own?.GetValueOrDefault(prefix);
        for (var i = open.Count - 1; space is null && i > 0; i--) space = open[i].Declared?.GetValueOrDefault(prefix);
        if (space is null) return (prefix.Length == 0 ? "" : Namespaces[prefix].FirstOrDefault() ?? "", prefix);

        // A default namespace that nobody knows is some dialect's own, so its names are taken for those that we know.
        return (space, Prefixes.TryGetValue(space, out var usual) ? usual : prefix);
    }

    private static Dictionary<string, string>? Declarations(IReadOnlyList<MarkupAttribute> attributes)
    {
        Dictionary<string, string>? declared = null;
        foreach (var (name, value) in attributes)
        {
            if (name == "xmlns") (declared ??= [])[""] = value;
            else if (name.StartsWith("xmlns:", StringComparison.Ordinal)) (declared ??= [])[name["xmlns:".Length..]] = value;
        }

        return declared;
    }

    private static Uri? Rebase(Uri? parent, IReadOnlyList<MarkupAttribute> attributes)
    {
        foreach (var (name, value) in attributes)
            if (name == "xml:base") return Links.Resolve(value, parent) is { } link && Uri.TryCreate(link, UriKind.Absolute, out var own) ? own : parent;
        return parent;
    }

    private static (string Prefix, string Local) Split(string tag) =>
        tag.IndexOf(':') is > 0 and var colon && colon < tag.Length - 1 ? (tag[..colon], tag[(colon + 1)..]) : ("", tag.TrimStart(':'));
}
