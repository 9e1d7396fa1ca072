using System.Text;

namespace Ingest.Feeds.Markup;

/// <summary>
/// Writes the markup that feeds carry as HTML: addresses absolute, attributes sorted and quoted, and nothing in it that a
/// browser would run.
/// </summary>
internal sealed class MarkupWriter(Uri? address)
{
    /// <summary>The longest articles have a few hundred thousand characters; what follows in a text is left out.</summary>
    public const int LongestText = 1_000_000;

    private const char SoftHyphen = '\u00ad';
    private const char ByteOrderMark = '\ufeff';
    private const string HtmlNamespace = "http://www.w3.org/1999/xhtml";
    private const string LinkNamespace = "http://www.w3.org/1999/xlink";

    private static readonly HashSet<string> Void = DataFile.Words("Feeds/Data/void-elements.txt");
    private static readonly HashSet<string> Active = DataFile.Words("Feeds/Data/active-elements.txt");
    private static readonly HashSet<string> Addresses = DataFile.Words("Feeds/Data/address-attributes.txt");
    private static readonly HashSet<string> Html = DataFile.Words("Feeds/Data/html-elements.txt");

    private readonly StringBuilder written = new();
    private string? inActive;

    /// <summary>Markup that is written as text: <c>&amp;lt;b&amp;gt;</c>, decoded once.</summary>
    public static string Rewrite(string html, Uri? address)
    {
        var writer = new MarkupWriter(address);
        var scanner = new MarkupScanner(html);
        while (writer.HasRoom && scanner.Next() is { } token)
        {
            switch (token)
            {
                case MarkupToken.Start: writer.Start(scanner.Name, scanner.Attributes, scanner.IsSelfClosing); break;
                case MarkupToken.End: writer.End(scanner.Name); break;
                case MarkupToken.Text: writer.Raw(scanner.RawText); break;
                case MarkupToken.CharacterData: writer.Characters(scanner.RawText); break;
            }
        }

        return writer.written.ToString().Trim();
    }

    /// <summary>What stands inside an element.</summary>
    public static string Inner(MarkupElement element)
    {
        var writer = new MarkupWriter(element.Base);
        foreach (var child in element.Children) writer.Node(child, HtmlNamespace);
        return writer.written.ToString().Trim();
    }

    /// <summary>Whether text holds HTML's tags or character references.</summary>
    public static bool LooksLikeMarkup(string text)
    {
        if (text.AsSpan().IndexOfAny('<', '&') < 0) return false;
        var scanner = new MarkupScanner(text);
        while (scanner.Next() is { } token)
        {
            if (token is MarkupToken.Start or MarkupToken.End && Html.Contains(scanner.Name)) return true;
            if (token is MarkupToken.Text && HoldsReference(scanner.RawText)) return true;
        }

        return false;
    }

    /// <summary>The words of HTML in one line.</summary>
    public static string ToText(string html)
    {
        if (html.AsSpan().IndexOfAny('<', '&') < 0) return InOneLine(html);
        var text = new StringBuilder();
        var scanner = new MarkupScanner(html);
        string? inActive = null;
        while (text.Length < LongestText && scanner.Next() is { } token)
        {
            var isElement = token is MarkupToken.Start or MarkupToken.End && Html.Contains(scanner.Name);
            if (inActive is not null)
            {
                if (token == MarkupToken.End && scanner.Name.Equals(inActive, StringComparison.OrdinalIgnoreCase)) inActive = null;
            }
            else if (token == MarkupToken.Text)
            {
                text.Append(scanner.References.Decode(Bounded(scanner.RawText)));
            }
            else if (token == MarkupToken.CharacterData)
            {
                text.Append(Bounded(scanner.RawText));
            }
            else if (token == MarkupToken.Start && Active.Contains(scanner.Name) && !Void.Contains(scanner.Name) && !scanner.IsSelfClosing)
            {
                inActive = scanner.Name;
            }
            else if (!isElement && token == MarkupToken.Start)
            {
                text.Append('<').Append(scanner.Name).Append('>');
            }
            else if (scanner.Name is "br" or "p" or "div" or "li" or "BR" or "P")
            {
                text.Append(' ');
            }
        }

        return InOneLine(text.ToString());
    }

    /// <summary>White space as single spaces, none around; no soft hyphens.</summary>
    public static string InOneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            // Where a line may break is no part of the words.
            if (c is SoftHyphen or ByteOrderMark) continue;
            if (!char.IsWhiteSpace(c)) line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }

        if (line.Length > 0 && line[^1] == ' ') line.Length--;
        return line.ToString();
    }

    private bool HasRoom => written.Length < LongestText;

    private static ReadOnlySpan<char> Bounded(ReadOnlySpan<char> text) => text.Length > LongestText ? text[..LongestText] : text;

    private void Node(MarkupNode node, string space)
    {
        if (!HasRoom) return;
        if (node is MarkupText { Text: var text })
        {
            Characters(text);
        }
        else if (node is MarkupElement element)
        {
            var attributes = element.Attributes;
            // Prefixes go, so an element says by itself where its vocabulary is not its parent's.
            if (element.Namespace != space && element.Namespace.Length > 0 && !IsFeeds(element))
                attributes = [.. attributes.Where(a => a.Name != "xmlns"), new("xmlns", element.Namespace)];
            Start(element.LocalName, attributes, isSelfClosing: false);
            foreach (var child in element.Children) Node(child, element.Namespace);
            if (!Void.Contains(element.LocalName)) End(element.LocalName);
        }
    }

    /// <summary>Markup in a feed's own vocabulary is HTML that forgot to say so.</summary>
    private static bool IsFeeds(MarkupElement element) => element.Name.Length == element.LocalName.Length;

    private void Start(string name, IReadOnlyList<MarkupAttribute> attributes, bool isSelfClosing)
    {
        if (inActive is not null) return;
        if (Active.Contains(name))
        {
            if (!isSelfClosing && !Void.Contains(name)) inActive = name;
            return;
        }

        written.Append('<').Append(name);
        var safe = attributes.Where(a => IsSafe(a) && a is not ("xmlns", HtmlNamespace) && !a.Name.StartsWith("xmlns:", StringComparison.Ordinal));
        if (attributes.Any(a => a.Name.StartsWith("xlink:", StringComparison.Ordinal))) safe = safe.Append(new("xmlns:xlink", LinkNamespace));
        foreach (var attribute in safe.OrderBy(a => a.Name, StringComparer.Ordinal))
        {
            written.Append(' ').Append(attribute.Name).Append("=\"");
            var value = Addresses.Contains(attribute.Name) ? Links.Resolve(attribute.Value, address) ?? "" : attribute.Value;
            written.Append(value.Replace("&", "&amp;").Replace("\"", "&quot;").Replace("<", "&lt;")).Append('"');
        }

        written.Append(Void.Contains(name) ? " />" : ">");
    }

    private void End(string name)
    {
        if (inActive is null)
        {
            if (!Active.Contains(name) && !Void.Contains(name)) written.Append("</").Append(name).Append('>');
        }
        else if (inActive.Equals(name, StringComparison.OrdinalIgnoreCase))
        {
            inActive = null;
        }
    }

    private void Characters(ReadOnlySpan<char> text)
    {
        if (inActive is not null) return;
        foreach (var c in Bounded(text))
        {
            if (c == '&') written.Append("&amp;");
            else if (c == '<') written.Append("&lt;");
            else if (c == '>') written.Append("&gt;");
            else written.Append(c);
        }
    }

    /// <summary>Text with its references as they are; what only looks like one or like a tag is written as what it is.</summary>
    private void Raw(ReadOnlySpan<char> text)
    {
        if (inActive is not null) return;
        text = Bounded(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '&' && ReferenceLength(text[i..]) == 0) written.Append("&amp;");
            else if (text[i] == '<') written.Append("&lt;");
            else written.Append(text[i]);
        }
    }

    private static bool HoldsReference(ReadOnlySpan<char> text)
    {
        for (var i = text.IndexOf('&'); i >= 0; i = text.IndexOf('&'))
        {
            text = text[i..];
            if (ReferenceLength(text) > 0) return true;
            text = text[1..];
        }

        return false;
    }

    /// <summary>The length of the reference that the text starts with: <c>&amp;#8217;</c>, <c>&amp;rsquo;</c>; 0 where it is none.</summary>
    private static int ReferenceLength(ReadOnlySpan<char> text)
    {
        var i = 1;
        if (i < text.Length && text[i] == '#') i++;
        var name = i;
        while (i < text.Length && i - name < 32 && char.IsAsciiLetterOrDigit(text[i])) i++;
        return i > name && i < text.Length && text[i] == ';' ? i + 1 : 0;
    }

    private static bool IsSafe(MarkupAttribute attribute) =>
        !attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
        && !attribute.Name.Equals("srcdoc", StringComparison.OrdinalIgnoreCase)
        && !(Addresses.Contains(attribute.Name) && IsScript(attribute.Value));

    private static bool IsScript(string link)
    {
        // Browsers pass over control characters and white space in front of and inside a scheme.
        var scheme = string.Concat(link.TakeWhile(c => c != ':').Where(c => c > ' '));
        return link.Contains(':') && scheme.ToLowerInvariant() is "javascript" or "vbscript" or "data";
    }
}
