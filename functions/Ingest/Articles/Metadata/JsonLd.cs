using System.Text.Json;
using Ingest.Feeds;
using Ingest.Feeds.Markup;

namespace Ingest.Articles.Metadata;

/// <summary>What a page says of its article in JSON-LD (schema.org), whichever of the allowed shapes it takes.</summary>
internal sealed class JsonLd
{
    /// <summary>More nodes than any page has a reason for; what follows is left unread.</summary>
    private const int MostNodes = 500;

    /// <summary>Pages have a few, shops some dozens.</summary>
    private const int MostScripts = 100;

    /// <summary>The tag of a script has a few attributes before its type, in characters.</summary>
    private const int LongestTag = 500;

    private const string MediaType = "application/ld+json";

    private static readonly HashSet<string> ArticleTypes = DataFile.Words("Articles/Data/article-types.txt");

    private readonly Dictionary<string, JsonElement> byId = new(StringComparer.Ordinal);
    private readonly List<JsonElement> nodes = [];
    private readonly JsonElement article;

    private JsonLd(IEnumerable<JsonElement> documents)
    {
        foreach (var document in documents) Collect(document, depth: 0);
        article = nodes.Find(node => Types(node).Any(ArticleTypes.Contains));
    }

    /// <summary>Whether there is an article.</summary>
    public bool HasArticle => article.ValueKind == JsonValueKind.Object;

    /// <summary>The headline.</summary>
    public string? Headline => Words(article.Text("headline")) ?? Words(article.Text("name"));

    /// <summary>Another headline that it bears, or null.</summary>
    public string? OtherHeadline => Words(article.Text("alternativeHeadline"));

    /// <summary>The names of the people who wrote it.</summary>
    public IEnumerable<string> Authors => Writers.Where(writer => !IsOrganisation(writer)).Select(Name).OfType<string>();

    /// <summary>The names of the organisations that are said to have written it.</summary>
    public IEnumerable<string> AuthoringOrganisations => Writers.Where(IsOrganisation).Select(Name).OfType<string>();

    /// <summary>The publisher's name.</summary>
    public string? Publisher => Many(article.Property("publisher")).Select(Name).FirstOrDefault(name => name is not null)
        ?? nodes.Where(node => Types(node).Contains("WebSite")).Select(Name).FirstOrDefault();

    /// <summary>The first date of publication, as written.</summary>
    public string? Published => article.Text("datePublished") ?? article.Text("dateCreated") ?? OfPage("datePublished");

    /// <summary>The last change, as written.</summary>
    public string? Modified => article.Text("dateModified") ?? OfPage("dateModified");

    /// <summary>The section.</summary>
    public string? Section => Many(article.Property("articleSection")).Select(section => Words(section.Text())).FirstOrDefault(section => section is not null);

    /// <summary>The tags; a list may be one text with commas.</summary>
    public IEnumerable<string> Keywords => Many(article.Property("keywords")).SelectMany(word => (Words(word.Text()) ?? Name(word) ?? "").Split(','));

    /// <summary>The language.</summary>
    public string? Language => Many(article.Property("inLanguage")).Select(language => language.Text() ?? language.Text("alternateName") ?? language.Text("name")).FirstOrDefault();

    /// <summary>The lead picture's address.</summary>
    public string? Picture => Many(article.Property("image")).Concat(Many(article.Property("thumbnailUrl"))).Select(image => image.Text() ?? image.Text("url") ?? image.Text("contentUrl")).FirstOrDefault(address => address is not null);

    /// <summary>The article's address.</summary>
    public string? Url => article.Text("url") ?? Many(article.Property("mainEntityOfPage")).Select(page => page.Text() ?? page.Text("@id") ?? page.Text("url")).FirstOrDefault(address => address is not null);

    /// <summary>The whole text, where it is given.</summary>
    public string? Body => article.Text("articleBody");

    /// <summary>The number of words, where it is given.</summary>
    public int? WordCount => int.TryParse(article.Text("wordCount"), out var count) ? count : null;

    /// <summary>Whether the whole article is said to be behind a payment or a log-in.</summary>
    public bool IsClosed => article.Property("isAccessibleForFree") is var free && (free.ValueKind == JsonValueKind.False || string.Equals(free.Text(), "false", StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads all of a page's JSON-LD; broken pieces are passed over.</summary>
    /// <param name="page">The page's text; scripts are no part of the parsed document.</param>
    public static JsonLd Read(string page)
    {
        var documents = new List<JsonElement>();
        for (var (at, scripts) = (0, 0); scripts < MostScripts && (at = page.IndexOf(MediaType, at, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            if (!IsInScriptTag(page, at))
            {
                at += MediaType.Length;
                continue;
            }

            scripts++;
            var start = page.IndexOf('>', at);
            if (start < 0) break;
            var end = page.IndexOf("</script", start, StringComparison.OrdinalIgnoreCase);
            if (end < 0) end = page.Length;
            if (Parse(page.AsSpan(start + 1, end - start - 1)) is { } document)
            {
                using (document) documents.Add(document.RootElement.Clone());
            }

            at = end;
        }

        return new JsonLd(documents);
    }

    /// <summary>Whether it is a script's type; scripts that write others speak of it too.</summary>
    private static bool IsInScriptTag(string page, int at)
    {
        var tag = at == 0 ? -1 : page.LastIndexOf('<', at - 1, Math.Min(at, LongestTag));
        return tag >= 0 && page.AsSpan(tag).StartsWith("<script", StringComparison.OrdinalIgnoreCase) && !page.AsSpan(tag, at - tag).Contains('>');
    }

    private static JsonDocument? Parse(ReadOnlySpan<char> script)
    {
        var text = script.Trim().ToString();
        if (text.StartsWith("<!--", StringComparison.Ordinal)) text = text[4..].Replace("-->", null);
        text = text.Replace("<![CDATA[", null).Replace("]]>", null).Trim().TrimEnd(';');
        if (text.Length == 0) return null;

        // Line breaks within strings are the commonest fault.
        return JsonReading.Document(text) ?? JsonReading.Document(string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)));
    }

    private void Collect(JsonElement element, int depth)
    {
        if (nodes.Count >= MostNodes || depth > 8) return;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) Collect(item, depth + 1);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            nodes.Add(element);
            if (element.Text("@id") is { } id) byId.TryAdd(id, element);
            Collect(element.Property("@graph"), depth + 1);
            Collect(element.Property("mainEntity"), depth + 1);
            if (element.Property("mainEntityOfPage") is { ValueKind: JsonValueKind.Object } page) Collect(page, depth + 1);
        }
    }

    private string? OfPage(string property) =>
        nodes.Where(node => Types(node).Any(type => type is "WebPage" or "NewsMediaOrganization" or "ItemPage")).Select(node => node.Text(property)).FirstOrDefault(text => text is not null);

    private IEnumerable<JsonElement> Writers => Many(article.Property("author")).Concat(Many(article.Property("creator"))).Select(Meant);

    /// <summary>The node that a mere reference means.</summary>
    private JsonElement Meant(JsonElement element) =>
        element.Text("name") is null && element.Text("@id") is { } id && byId.TryGetValue(id, out var node) ? node : element;

    private static bool IsOrganisation(JsonElement element) =>
        Types(element).ToList() is { Count: > 0 } types && types.TrueForAll(type => type.EndsWith("Organization", StringComparison.Ordinal));

    private string? Name(JsonElement element)
    {
        if (Words(element.Text()) is { } name) return name;
        if (Words(element.Text("name")) is { } own) return own;
        if (element.Text("familyName") is { } family) return Words($"{element.Text("givenName")} {family}");
        if (element.Property("name") is { ValueKind: JsonValueKind.Array } names) return names.EnumerateArray().Select(item => Words(item.Text())).FirstOrDefault(item => item is not null);
        return element.Text("@id") is { } id && byId.TryGetValue(id, out var node) && node.Text("name") is { } known ? Words(known) : null;
    }

    private static IEnumerable<string> Types(JsonElement node) => Many(node.Property("@type")).Select(type => type.Text()).OfType<string>();

    private static IEnumerable<JsonElement> Many(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray(),
        JsonValueKind.Undefined or JsonValueKind.Null => [],
        _ => [element],
    };

    /// <summary>Texts are often escaped as if they stood in HTML.</summary>
    private static string? Words(string? text) => text is null ? null : MarkupWriter.ToText(text) is { Length: > 0 } words ? words : null;
}
