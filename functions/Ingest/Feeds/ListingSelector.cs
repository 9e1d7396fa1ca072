using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ingest.Feeds.Markup;

namespace Ingest.Feeds;

/// <summary>Guesses which links of a page lead to articles: those that stand alike, lead into the site and read like headlines.</summary>
internal static class ListingSelector
{
    /// <summary>Shorter texts are names of sections.</summary>
    private const int ShortestHeadline = 25;

    private const int FewestHeadlines = 3;

    /// <summary>A selector for the page's headlines, or null where it has none to speak of.</summary>
    public static string? Guess(IHtmlDocument page, Uri address)
    {
        var groups = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var link in page.QuerySelectorAll("a[href]"))
        {
            if (MarkupWriter.InOneLine(link.TextContent).Length < ShortestHeadline) continue;
            if (Links.Web(link.GetAttribute("href"), address) is not { } target || target.Host != address.Host || target.AbsolutePath.Length < 2) continue;
            var selector = SelectorOf(link);
            if (!groups.TryGetValue(selector, out var targets)) groups.Add(selector, targets = new(StringComparer.Ordinal));
            targets.Add(target.AbsoluteUri);
        }

        var best = groups.OrderByDescending(group => group.Value.Count).ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault();
        return best.Key is not null && best.Value.Count >= FewestHeadlines ? best.Key : null;
    }

    /// <summary>The link by the names of itself and the two elements around it.</summary>
    private static string SelectorOf(IElement link)
    {
        var steps = new List<string>();
        for (var element = link; element is not null && steps.Count < 3 && element is not IHtmlBodyElement; element = element.ParentElement)
            steps.Insert(0, element.LocalName + string.Concat(element.ClassList.Where(IsStable).Take(1).Select(name => "." + name)));
        return string.Join(" > ", steps);
    }

    /// <summary>Names with numbers count the elements or the builds; those with other signs would have to be escaped.</summary>
    private static bool IsStable(string name) => name.Length > 1 && name.All(c => char.IsAsciiLetter(c) || c is '-' or '_') && name[0] is not ('-' or '_');
}
