using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ingest.Feeds.Markup;

namespace Ingest.Articles.Metadata;

/// <summary>The meta elements of a page by their names, whether name, property or itemprop.</summary>
internal sealed class MetaTags
{
    private const int MostLabels = 4;

    private readonly ILookup<string, string> tags;

    private MetaTags(ILookup<string, string> tags) => this.tags = tags;

    /// <summary>Reads all of a page's.</summary>
    public static MetaTags Read(IHtmlDocument page) => new(
        page.QuerySelectorAll("meta[content]")
            .Select(tag => (Name: Name(tag), Content: tag.GetAttribute("content")!.Trim()))
            .Where(tag => tag.Name.Length > 0 && tag.Content.Length > 0)
            .ToLookup(tag => tag.Name, tag => tag.Content, StringComparer.OrdinalIgnoreCase));

    /// <summary>The first content under the first of these names that has any, as text in one line; or null.</summary>
    public string? First(params string[] names) => names.SelectMany(All).FirstOrDefault();

    /// <summary>All contents under a name.</summary>
    public IEnumerable<string> All(string name) => tags[name].Select(MarkupWriter.ToText).Where(text => text.Length > 0);

    /// <summary>What cards of shared links show under a label: twitter:label1 and twitter:data1.</summary>
    public IEnumerable<string> Labelled(string label)
    {
        for (var i = 1; i <= MostLabels; i++)
            if (string.Equals(First($"twitter:label{i}"), label, StringComparison.OrdinalIgnoreCase) && First($"twitter:data{i}") is { } value) yield return value;
    }

    private static string Name(IElement tag) => tag.GetAttribute("property") ?? tag.GetAttribute("name") ?? tag.GetAttribute("itemprop") ?? "";
}
