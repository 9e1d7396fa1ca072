using Ingest.Storage.Record;

namespace Ingest.Queries.Page;

/// <summary>What the search view shows.</summary>
/// <param name="Selection">What was chosen.</param>
/// <param name="Statements">The page's statements.</param>
/// <param name="NextCursor">Where the next page begins, or null on the last.</param>
/// <param name="Counted">The statements that facets and months were counted over.</param>
/// <param name="IsPartial">Whether there are more than were counted.</param>
/// <param name="Sources">The sources' names by their ids.</param>
/// <param name="Names">Names for values of the selection that are ids.</param>
/// <param name="Found">The search whose words are marked in the quotes, or null.</param>
/// <param name="Problem">What is wrong with the selection, or null.</param>
internal sealed record SearchResults(
    Selection Selection,
    IReadOnlyList<StatementRecord> Statements,
    string? NextCursor,
    IReadOnlyCollection<StatementRecord> Counted,
    bool IsPartial,
    IReadOnlyDictionary<string, string> Sources,
    IReadOnlyDictionary<string, string> Names,
    WordQuery? Found,
    string? Problem = null)
{
    /// <summary>What was chosen in the parameters that programs know: a period among the words is one of its own.</summary>
    public Selection Meant { get; init; } = Selection;

    /// <summary>The period that was typed among the words, or null.</summary>
    public TypedPeriod? Period { get; init; }
}

/// <summary>The search view: one box, the facets' drawer, the clippings, and what can be done with the selection.</summary>
internal static class SearchView
{
    public static HtmlPage Page(SearchResults results)
    {
        var title = results.Selection["q"] is { } words ? $"“{words}”" : results.Selection.IsEverything ? "Search the record" : "Statements";
        return new HtmlPage(title, "/", Main(results), results.Problem is null ? 200 : 400)
        {
            Feeds =
            [
                ("application/rss+xml", "These statements (RSS)", results.Meant.ApiAddress("rss")),
                ("application/feed+json", "These statements (JSON Feed)", results.Meant.ApiAddress("jsonfeed")),
            ],
        };
    }

    private static Html Main(SearchResults results) => Html.Of($"""
        <h1 class="unseen">Search what was said</h1>
        <form class="searchbox" action="/" method="get" role="search" data-live>
        <label class="unseen" for="q">Words, “phrases” or people</label>
        <input id="q" name="q" type="search" value="{results.Selection["q"]}" placeholder="Words, “phrases”, people" autocomplete="off" spellcheck="false" maxlength="300" enterkeyhint="search">
        {Kept(results.Selection, "q")}<button class="strong" type="submit">Search</button>
        </form>
        <p class="unseen" role="status" id="count"></p>
        {ChosenList(results)}
        <div class="desk" id="desk">
        {Drawer(results)}
        <section class="results" aria-label="Statements" id="results" tabindex="-1">{Period(results.Period)}{Clippings(results)}</section>
        {SelectionCard(results)}
        </div>
        """);

    private static IEnumerable<Html> Kept(Selection selection, params string[] without) => selection.Chosen
        .Where(chosen => chosen.Name != "cursor" && !without.Contains(chosen.Name))
        .Select(chosen => Html.Of($"<input type=\"hidden\" name=\"{chosen.Name}\" value=\"{chosen.Value}\">"));

    private static Html ChosenList(SearchResults results)
    {
        var chosen = Selection.Filters.Where(filter => filter.Name != "q" && results.Selection[filter.Name] is not null).ToList();
        return chosen.Count == 0 ? Html.Of($"<div id=\"chosen\"></div>") : Html.Of($"<ul class=\"chosen\" id=\"chosen\" aria-label=\"Narrowed to\">{chosen.Select(Item)}</ul>");

        Html Item((string Name, string Words) filter)
        {
            var value = results.Selection[filter.Name]!;
            return Html.Of($"<li><a href=\"{results.Selection.With(filter.Name, null).Address}\"><span class=\"unseen\">Remove </span>{filter.Words}: {results.Names.GetValueOrDefault(value, value)}</a></li>");
        }
    }

    private static Html Drawer(SearchResults results) => Html.Of($"""
        <details class="drawer"><summary>Narrow the selection</summary>
        {Facets.Of(results.Counted, results.Sources).Where(facet => facet.Values.Count > 0).Select(facet => FacetList(results, facet))}
        <section class="facet" aria-labelledby="facet-period"><h2 class="label" id="facet-period">Period</h2>
        <form action="/" method="get">
        <div class="field"><label for="from">From</label><input id="from" type="date" name="publishedFrom" value="{results.Selection["publishedFrom"]}"></div>
        <div class="field"><label for="to">To</label><input id="to" type="date" name="publishedTo" value="{results.Selection["publishedTo"]}"></div>
        {Kept(results.Selection, "publishedFrom", "publishedTo")}<button type="submit">Set the period</button>
        </form></section>
        </details>
        """);

    private static Html FacetList(SearchResults results, Facet facet)
    {
        return Html.Of($"""
            <section class="facet" aria-labelledby="facet-{facet.Parameter}"><h2 class="label" id="facet-{facet.Parameter}">{facet.Title}</h2>
            <ul>{facet.Values.Select(Item)}</ul></section>

            """);

        Html Item(FacetValue value)
        {
            var text = Html.Of($"<span><bdi>{value.Name}</bdi></span><span class=\"count\">{value.Count}<span class=\"unseen\"> statements</span></span>");
            return results.Selection[facet.Parameter] == value.Value
                ? Html.Of($"<li><a href=\"{results.Selection.With(facet.Parameter, null).Address}\" aria-current=\"true\">{text}</a></li>")
                : Html.Of($"<li><a href=\"{results.Selection.With(facet.Parameter, value.Value).Address}\">{text}</a></li>");
        }
    }

    private static Html SelectionCard(SearchResults results)
    {
        if (results.Statements.Count == 0) return Html.None;
        var months = Facets.Months(results.Counted);
        return Html.Of($"""
            <aside class="selection" aria-label="This selection">
            <div><h2 class="label">Over time</h2>{Plots.Months($"Statements over time, {Wording.Count(results.Counted.Count, "statement")} in all", months)}</div>
            <div><h2 class="label">Subscribe</h2><ul><li><a href="{results.Meant.ApiAddress("rss")}">RSS</a></li><li><a href="{results.Meant.ApiAddress("atom")}">Atom</a></li><li><a href="{results.Meant.ApiAddress("jsonfeed")}">JSON Feed</a></li></ul></div>
            <div><h2 class="label">Export</h2><ul><li><a href="{results.Meant.ApiAddress("csv")}" download="statements.csv">CSV</a></li><li><a href="{results.Meant.ApiAddress("ndjson")}" download="statements.ndjson">NDJSON</a></li><li><a href="{results.Meant.ApiAddress("json")}">JSON</a></li></ul></div>
            <div><h2 class="label">Share</h2><button type="button" data-copy-address hidden>Copy this search’s address</button><p class="hint">The address bar holds the whole search.</p></div>
            </aside>
            """);
    }

    private static Html Clippings(SearchResults results)
    {
        if (results.Problem is { } problem)
            return Html.Of($"<div class=\"notice\" role=\"alert\"><h2>This search cannot be read</h2><p>{problem}</p><p><a href=\"/\">Begin a new search</a></p></div>");
        if (results.Statements.Count == 0 && results.NextCursor is not null) return Unfinished(results);
        if (results.Statements.Count == 0) return Nothing(results.Selection);
        var count = results.IsPartial ? $"More than {Wording.Count(results.Counted.Count, "statement")}" : Wording.Count(results.Counted.Count, "statement");
        return Html.Of($"""
            <div class="headline"><h2>{count}</h2>{Order(results.Selection)}</div>
            {Clipping.Cuts(results.Statements, results.Sources, results.Found)}
            {Pages(results)}
            """);
    }

    private static Html Order(Selection selection) => selection["order"] == "oldest"
        ? Html.Of($"<p class=\"small\"><a href=\"{selection.With("order", null).Address}\">Newest first</a> · <b>oldest first</b></p>")
        : Html.Of($"<p class=\"small\"><b>Newest first</b> · <a href=\"{selection.With("order", "oldest").Address}\">oldest first</a></p>");

    private static Html Pages(SearchResults results)
    {
        var back = results.Selection["cursor"] is null ? Html.None : Html.Of($"<a class=\"button\" href=\"{results.Selection.With("cursor", null).Address}\">To the first page</a>");
        var next = results.NextCursor is null ? Html.None : Html.Of($"<a class=\"button\" rel=\"next\" href=\"{results.Selection.With("cursor", results.NextCursor).Address}\">{(results.Statements.Count == 0 ? "Read on" : "More statements")}</a>");
        return back.IsEmpty && next.IsEmpty ? Html.None : Html.Of($"<nav class=\"pages\" aria-label=\"Pages\">{back}{next}</nav>");
    }

    private static Html Period(TypedPeriod? period) => period is null ? Html.None : Html.Of($"""
        <p class="hint">“{period.Typed}” is read as the time of publication, {Wording.ShortDay(period.From)}{(period.To == period.From ? "" : $" to {Wording.ShortDay(period.To)}")}. Put it in quotation marks to search for the words.</p>
        """);

    // What one request may read was read, and the record goes on.
    private static Html Unfinished(SearchResults results) => Html.Of($"""
        <div class="notice"><h2>Nothing yet</h2><p>No statement fits in the part of the record that was read. There is more to read.</p></div>{Pages(results)}
        """);

    private static Html Nothing(Selection selection) => selection.IsEverything
        ? Html.Of($"<div class=\"notice\"><h2>The record is still empty</h2><p>The first statements stand here as soon as an article has been read, about a minute after the first start. This page does not reload itself.</p><p><a href=\"/sources\">See how the sources are doing</a></p></div>")
        : Html.Of($"<div class=\"notice\"><h2>Nobody is on record with that</h2><p>No statement fits all of: {string.Join("; ", Selection.Filters.Where(filter => selection[filter.Name] is not null).Select(filter => $"{filter.Words.ToLowerInvariant()} {selection[filter.Name]}"))}.</p><p>Leave one of them out, use fewer words, or <a href=\"/\">begin a new search</a>.</p></div>");
}
