using Ingest.Extraction.Officials;
using Ingest.Storage.Record;

namespace Ingest.Queries.Page;

/// <summary>What the record holds of one official.</summary>
/// <param name="Official">Names and roles.</param>
/// <param name="Statements">Newest first; at most as many as are counted over.</param>
/// <param name="IsPartial">Whether there are more.</param>
/// <param name="Terms">What the official spoke of most, against the rest of the record.</param>
/// <param name="Figures">Figures in the official's statements, newest first.</param>
internal sealed record Dossier(
    OfficialRecord Official,
    IReadOnlyList<StatementRecord> Statements,
    bool IsPartial,
    IReadOnlyList<SpokenTerm> Terms,
    IReadOnlyList<FigureRecord> Figures);

/// <summary>The view of one official, of two side by side, and the list of all.</summary>
internal static class OfficialView
{
    private const int ShownQuotes = 12;
    private const int ShownFigures = 10;

    /// <summary>One official.</summary>
    /// <param name="dossier">What the record holds.</param>
    /// <param name="merges">Editors' merges of this official with others, undone ones included.</param>
    /// <param name="sources">The sources' names by their ids.</param>
    public static HtmlPage Page(Dossier dossier, IReadOnlyList<Correction> merges, IReadOnlyDictionary<string, string> sources) => new(dossier.Official.Name, "/officials", Html.Of($"""
        <div class="headline"><h1><bdi>{dossier.Official.Name}</bdi></h1>{Names(dossier.Official)}</div>
        <div class="columns">
        {Offices(dossier.Official)}
        {MonthsOf(dossier)}
        {Terms(dossier)}
        {Figures(dossier)}
        </div>
        {Quotes(dossier, sources)}
        <section aria-labelledby="compare"><h2 id="compare">Compare</h2>
        <form action="/officials" method="get" class="searchbox"><input type="hidden" name="with" value="{dossier.Official.Id}"><label class="unseen" for="compare-q">Name of the official to compare with</label><input id="compare-q" name="q" type="search" placeholder="Name of another official"><button type="submit">Find</button></form></section>
        {CorrectForm.Merge(dossier.Official)}{CorrectForm.History(merges)}
        """))
    {
        Feeds = [("application/rss+xml", $"Statements by {dossier.Official.Name} (RSS)", $"/api/statements?official={Uri.EscapeDataString(dossier.Official.Id)}&format=rss")],
    };

    /// <summary>Two officials side by side.</summary>
    public static HtmlPage Compare(Dossier one, Dossier other, IReadOnlyDictionary<string, string> sources) => new($"{one.Official.Name} and {other.Official.Name}", "/officials", Html.Of($"""
        <div class="headline"><h1><bdi>{one.Official.Name}</bdi> and <bdi>{other.Official.Name}</bdi></h1></div>
        <section aria-labelledby="months-both"><h2 id="months-both">Statements a month</h2>
        <p class="small">Filled: <bdi>{one.Official.Name}</bdi>. Outlined: <bdi>{other.Official.Name}</bdi>.</p>
        {Plots.Months($"Statements a month: {one.Official.Name} {one.Statements.Count}, {other.Official.Name} {other.Statements.Count}", Facets.Months(one.Statements), Facets.Months(other.Statements))}</section>
        <section><div class="columns">{Side(one)}{Side(other)}</div></section>
        """));

    /// <summary>The list of officials.</summary>
    /// <param name="officials">Those to show.</param>
    /// <param name="query">What was searched for, or null.</param>
    /// <param name="with">The official to compare with, or null.</param>
    /// <param name="next">The address of the next page, or null.</param>
    public static HtmlPage List(IReadOnlyList<OfficialRecord> officials, string? query, string? with, string? next) => new("Officials", "/officials", Html.Of($"""
        <div class="headline"><h1>Officials</h1><p>{(with is null ? "Everybody whom an article gave an office." : "Choose whom to compare with.")}</p></div>
        <form class="searchbox" action="/officials" method="get" role="search"><label class="unseen" for="q">Name</label><input id="q" name="q" type="search" value="{query}" placeholder="Name, any spelling">{(with is null ? Html.None : Html.Of($"<input type=\"hidden\" name=\"with\" value=\"{with}\">"))}<button class="strong" type="submit">Search</button></form>
        {(officials.Count > 0 ? Html.Of($"<ul class=\"people\">{officials.Select(official => Person(official, with))}</ul>") : NoOfficials(query))}
        {(next is null ? Html.None : Html.Of($"<nav class=\"pages\" aria-label=\"Pages\"><a class=\"button\" rel=\"next\" href=\"{next}\">More officials</a></nav>"))}
        """));

    private static Html NoOfficials(string? query) => query is null
        ? Html.Of($"<div class=\"notice\"><h2>No officials yet</h2><p>They stand here as soon as articles have been read. <a href=\"/sources\">See how the sources are doing</a>.</p></div>")
        : Html.Of($"<div class=\"notice\"><h2>Nobody of that name</h2><p>No official on record is called “{query}”. Try the family name alone, or <a href=\"/?q={Uri.EscapeDataString(query)}\">search what was said</a>.</p></div>");

    private static Html Person(OfficialRecord official, string? with)
    {
        var role = official.Roles.FirstOrDefault();
        var address = with is null || with == official.Id ? $"/officials/{official.Id}" : $"/officials/{with}?with={Uri.EscapeDataString(official.Id)}";
        return Html.Of($"<li><a class=\"speaker\" href=\"{address}\"><bdi>{official.Name}</bdi></a>{(role is null ? Html.None : Html.Of($"<br><span class=\"small faint\">{RoleWords(role)}</span>"))}</li>");
    }

    private static Html Side(Dossier dossier) => Html.Of($"""
        <section aria-label="{dossier.Official.Name}"><h2><a href="/officials/{dossier.Official.Id}"><bdi>{dossier.Official.Name}</bdi></a></h2>
        <ul class="people">{dossier.Official.Roles.Select(role => Html.Of($"<li>{RoleWords(role)} <span class=\"small faint\">{Period(role)}</span></li>"))}</ul>
        <h3>Speaks of</h3>{TermList(dossier)}
        <h3>Latest</h3><ul class="people">{dossier.Statements.Take(5).Select(statement => Html.Of($"<li><a href=\"/statements/{statement.Id}\">{statement.Text}</a> <span class=\"small faint\">{Wording.Time(statement.Article.Published ?? statement.Article.ListedAt)}</span></li>"))}</ul></section>
        """);

    private static Html Names(OfficialRecord official) => official.Names.Length < 2 ? Html.None
        : Html.Of($"<p>also written {string.Join(", ", official.Names.Where(name => name != official.Name))}</p>");

    private static Html Offices(OfficialRecord official) => official.Roles.IsEmpty ? Html.None : Html.Of($"""
        <section aria-labelledby="offices"><h2 id="offices">Offices over time</h2>
        {Plots.Offices($"Offices of {official.Name}, from first to last mention", [.. official.Roles.Select(role => new OfficeSpell(RoleWords(role), role.HeldFrom ?? role.FirstSeen, role.HeldTo ?? role.LastSeen, role.HeldFrom is null))])}
        <div class="scroll"><table><thead><tr><th scope="col">Office</th><th scope="col">On record</th><th scope="col">Proof</th></tr></thead>
        <tbody>{official.Roles.Select(role => Html.Of($"<tr><td>{RoleWords(role)}</td><td data-label=\"On record\">{Period(role)}</td><td data-label=\"Proof\">{Html.Join(role.Articles.Take(2).Select(article => Html.Of($"<a href=\"/articles/{article.Id}\">{article.Title}</a>")), Html.Of($"; "))}</td></tr>"))}</tbody></table></div></section>
        """);

    private static Html MonthsOf(Dossier dossier) => dossier.Statements.Count == 0 ? Html.None : Html.Of($"""
        <section aria-labelledby="months"><h2 id="months">Statements a month</h2>
        <p class="small faint">{(dossier.IsPartial ? "The newest " : "")}{Wording.Count(dossier.Statements.Count, "statement")}</p>
        {Plots.Months($"Statements of {dossier.Official.Name} a month, {dossier.Statements.Count} in all", Facets.Months(dossier.Statements))}</section>
        """);

    private static Html Terms(Dossier dossier) => Html.Of($"""
        <section aria-labelledby="terms"><h2 id="terms">Speaks of, more than others do</h2>{TermList(dossier)}</section>
        """);

    private static Html TermList(Dossier dossier) => dossier.Terms.Count == 0
        ? Html.Of($"<p class=\"faint\">Too few statements to tell.</p>")
        : Html.Of($"<ul class=\"terms\">{dossier.Terms.Select(term => Html.Of($"<li><a href=\"/?q={Uri.EscapeDataString(term.Word)}&amp;official={Uri.EscapeDataString(dossier.Official.Id)}\">{term.Word}</a> <span class=\"small faint\">{term.Count}</span></li>"))}</ul>");

    private static Html Figures(Dossier dossier) => dossier.Figures.Count == 0 ? Html.None : Html.Of($"""
        <section aria-labelledby="figures"><h2 id="figures">Figures cited</h2>
        <div class="scroll"><table><thead><tr><th scope="col">Figure</th><th scope="col">Of what</th><th scope="col">When</th></tr></thead>
        <tbody>{dossier.Figures.Take(ShownFigures).Select(FigureView.Row)}</tbody></table></div></section>
        """);

    private static Html Quotes(Dossier dossier, IReadOnlyDictionary<string, string> sources) => dossier.Statements.Count == 0
        ? Html.Of($"<section class=\"notice\"><h2>No statements</h2><p>Articles name {dossier.Official.Name}, but quote nothing yet.</p></section>")
        : Html.Of($"""
            <section aria-labelledby="quotes"><h2 id="quotes">Latest statements</h2>
            {Clipping.Cuts(dossier.Statements.Take(ShownQuotes), sources)}
            {(dossier.Statements.Count > ShownQuotes ? Html.Of($"<p class=\"pages\"><a class=\"button\" href=\"/?official={Uri.EscapeDataString(dossier.Official.Id)}\">All statements</a></p>") : Html.None)}</section>
            """);

    private static string RoleWords(RoleRecord role) => Wording.Before(role.Status) + Wording.Office(role.Title, role.Organisation);

    private static string Period(RoleRecord role) => role switch
    {
        { HeldFrom: { } from, HeldTo: { } to } when from == to => Wording.ShortDay(from),
        { HeldFrom: { } from, HeldTo: { } to } => $"{Wording.ShortDay(from)} – {Wording.ShortDay(to)}",
        _ when role.Status == OfficeStatus.Unknown => Wording.ShortDay(role.LastSeen),
        _ => $"told of as past, {Wording.ShortDay(role.LastSeen)}",
    };
}
