using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ingest.Feeds.Markup;

namespace Ingest.Articles.Metadata;

/// <summary>Decides who wrote a page's article: the people whom it names, else the organisation.</summary>
internal static class Authorship
{
    private const int MostLookedAt = 10;

    /// <summary>A longer text is no byline, whatever its element is called.</summary>
    private const int LongestByline = 500;

    private static readonly string[] Written = ["author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator", "citation_author", "cXenseParse:author"];

    private static readonly string[] Printed = [.. DataFile.Lines("Articles/Data/byline-selectors.txt")];

    private static readonly string AnyPrinted = string.Join(", ", Printed);

    private static readonly string[] LikelyPrinted = [.. DataFile.Lines("Articles/Data/likely-byline-selectors.txt")];

    private static readonly string AnyLikelyPrinted = string.Join(", ", LikelyPrinted);

    /// <summary>Who took a picture is printed like who wrote the words.</summary>
    private const string BesidePicture = "figure, figcaption, [class*=caption i], [class*=media i]";

    /// <summary>The names as printed; none where nobody is named.</summary>
    /// <param name="page">The document.</param>
    /// <param name="meta">Its meta elements.</param>
    /// <param name="json">Its JSON-LD.</param>
    /// <param name="sites">What the site is called: as an author it stands for nobody.</param>
    public static ImmutableArray<string> Read(IHtmlDocument page, MetaTags meta, JsonLd json, string[] sites)
    {
        ImmutableArray<string> organisations = [];
        foreach (var names in Candidates(page, meta, json))
        {
            ImmutableArray<string> people = [.. names.Where(list => !Headlines.IsSite(list[0], sites)).SelectMany(list => list).Where(name => !Headlines.IsSite(name, sites)).Distinct(StringComparer.OrdinalIgnoreCase)];
            if (people.Length > 0) return people;
            if (organisations.IsEmpty) organisations = [.. names.SelectMany(Organisations).Distinct(StringComparer.OrdinalIgnoreCase)];
        }

        if (Bylines.Names(json.AuthoringOrganisations) is { Length: > 0 } named) organisations = named;
        if (organisations.IsEmpty) return Likely(page);
        return organisations.All(name => Headlines.IsSite(name, sites)) && Signed(page, AnyLikelyPrinted) is [var signed] ? signed : organisations;
    }

    private static ImmutableArray<string> Likely(IHtmlDocument page) =>
        [.. LikelyPrinted.Select(selector => PrintedIn(page, selector, isSure: false)).FirstOrDefault(names => names.Count > 0, []).SelectMany(list => list).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>A byline that the site opens goes on with where it is, or with whose report it used: "The Paper, Phnom Penh", "The Paper and AFP".</summary>
    private static IEnumerable<string> Organisations(ImmutableArray<string> names) => names.Where((name, index) => index == 0 || Bylines.IsAgency(name));

    /// <summary>The names in each byline, from the surest place of names to the least sure.</summary>
    private static IEnumerable<List<ImmutableArray<string>>> Candidates(IHtmlDocument page, MetaTags meta, JsonLd json)
    {
        var said = Each(json.Authors);
        if (said.Count > 0 && Signed(page, AnyPrinted) is { Count: > 0 } signed && !Prints(page, said)) yield return signed;
        yield return said;
        yield return Each(meta.Labelled("Written by"));
        foreach (var name in Written) yield return Each(meta.All(name));
        foreach (var selector in Printed) yield return PrintedIn(page, selector, isSure: true);
    }

    /// <summary>The first line that is surely a byline: it opens as one and holds nothing but names of people.</summary>
    private static List<ImmutableArray<string>> Signed(IHtmlDocument page, string selector) =>
    [
        .. page.QuerySelectorAll(selector)
            .Take(MostLookedAt)
            .Where(element => element.TextContent.Length <= LongestByline && element.Closest("aside, footer, li, nav") is null)
            .Select(element => Bylines.OfLine(MarkupWriter.InOneLine(element.TextContent)))
            .Where(names => names.Length > 0)
            .Take(1),
    ];

    /// <summary>Whether one of the names stands on the page. One that does not is who filed the article, where the page names another.</summary>
    private static bool Prints(IHtmlDocument page, List<ImmutableArray<string>> bylines)
    {
        var text = page.Body?.TextContent ?? "";
        return bylines.SelectMany(names => names).Any(name => text.Contains(name[(name.LastIndexOf(' ') + 1)..], StringComparison.OrdinalIgnoreCase));
    }

    private static List<ImmutableArray<string>> Each(IEnumerable<string> bylines) => [.. bylines.Select(byline => Bylines.Names([byline])).Where(names => names.Length > 0)];

    /// <summary>What the first element of a kind prints that prints names, and those beside it; further ones are other stories' bylines.</summary>
    private static List<ImmutableArray<string>> PrintedIn(IHtmlDocument page, string selector, bool isSure)
    {
        var printed = page.QuerySelectorAll(selector)
            .Take(MostLookedAt)
            .Where(element => element.TextContent.Length <= LongestByline && !IsOfSite(element) && (isSure || element.Closest(BesidePicture) is null))
            .Select(element => (Element: element, Names: Bylines.PrintedNames(element, isSure)))
            .Where(byline => byline.Names.Length > 0)
            .ToList();
        return [.. printed.Where(byline => IsBeside(byline.Element, printed[0].Element)).Select(byline => byline.Names)];
    }

    /// <summary>Whether it stands where sites speak of themselves; an article's own footer tells who wrote it.</summary>
    private static bool IsOfSite(IElement element) =>
        element.Closest("nav") is not null || (element.Closest("footer") is { } footer && footer.Closest("article") is null);

    private static bool IsBeside(IElement element, IElement first) =>
        element == first || element.ParentElement == first.ParentElement || element.ParentElement?.ParentElement == first.ParentElement?.ParentElement;
}
