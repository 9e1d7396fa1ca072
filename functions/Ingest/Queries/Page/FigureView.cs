using System.Globalization;
using Ingest.Extraction.Figures;
using Ingest.Storage.Record;

namespace Ingest.Queries.Page;

/// <summary>A counted thing that several figures tell of.</summary>
/// <param name="Count">How many figures there are.</param>
/// <param name="Newest">The newest.</param>
internal sealed record FigureSeries(int Count, FigureRecord Newest)
{
    /// <summary>What the figures share.</summary>
    public string Key => Newest.Series!;
}

/// <summary>The view of figures: a counted thing followed over time, and the list of what can be followed.</summary>
internal static class FigureView
{
    /// <summary>One series: its plot, and each point with quote, speaker and source.</summary>
    public static HtmlPage Page(string key, IReadOnlyList<FigureRecord> figures)
    {
        if (figures.Count == 0) return List([], [], key);
        var newest = figures[0];
        var conflicts = FigureConflicts.Of(figures);
        var levels = figures.Where(figure => figure.Movement is not (Movement.RoseBy or Movement.FellBy)).ToList();
        var points = levels.Select(figure => new SeriesPoint(Day(figure), figure.Low, figure.High, Sign(figure.Bound), conflicts.Contains(figure.Id))).ToList();
        var name = Name(newest);
        return new HtmlPage($"{name} over time", "/figures", Html.Of($"""
            <p class="small"><a href="/figures">All figures</a></p>
            <div class="headline"><h1>{name}</h1><p>{Wording.Count(figures.Count, "figure")} on record{(newest.Unit == "-" ? "" : $", in {newest.Unit}")}</p></div>
            {(conflicts.Count > 0 ? Html.Of($"<p class=\"notice\">Figures of one day contradict each other here; they are marked red.</p>") : Html.None)}
            {Plots.Series($"{name}: {Wording.Count(points.Count, "value")} between {Plots.Compact(points.Select(point => point.Low).DefaultIfEmpty().Min())} and {Plots.Compact(points.Select(point => point.High).DefaultIfEmpty().Max())}", newest.Unit == "-" ? "" : newest.Unit, points)}
            <p class="hint">A dot is a value; a line spans a range; an arrow says “more than” or “up to”, a wave “about”.</p>
            <div class="scroll"><table><thead><tr><th scope="col">Figure</th><th scope="col">In its sentence</th><th scope="col">Said by</th><th scope="col">Source</th></tr></thead>
            <tbody>{figures.Select(figure => FullRow(figure, conflicts.Contains(figure.Id)))}</tbody></table></div>
            """));
    }

    /// <summary>What can be followed, and the newest figures that fit a search.</summary>
    public static HtmlPage List(IReadOnlyList<FigureSeries> series, IReadOnlyList<FigureRecord> found, string? query) => new("Figures", "/figures", Html.Of($"""
        <div class="headline"><h1>Figures</h1><p>Follow a counted thing over time.</p></div>
        <form class="searchbox" action="/figures" method="get" role="search"><label class="unseen" for="counted">What is counted</label><input id="counted" name="counted" type="search" value="{query}" placeholder="What is counted: deaths, exports, schools"><button class="strong" type="submit">Search</button></form>
        {SeriesList(series)}
        {FoundList(found, query)}
        """));

    /// <summary>A figure as a row: what it says, of what, when and where.</summary>
    public static Html Row(FigureRecord figure) => Html.Of($"""
        <tr><td><b>{figure.Text}</b></td><td>{Counted(figure)}</td><td><a href="/articles/{figure.Article.Id}#{figure.Id}">{Wording.ShortDay(Day(figure))}</a></td></tr>
        """);

    /// <summary>The publication day, which is the day that a figure stands for.</summary>
    public static DateOnly Day(FigureRecord figure) => DateOnly.FromDateTime((figure.Article.Published ?? figure.Article.ListedAt).DateTime);

    /// <summary>The sign of a bound.</summary>
    public static string Sign(Bound bound) => bound switch
    {
        Bound.About => "~",
        Bound.AtLeast => ">",
        Bound.AtMost => "<",
        _ => "=",
    };

    private static Html Counted(FigureRecord figure)
    {
        var words = figure.Counted ?? (figure.Unit == "-" ? "" : figure.Unit);
        return figure.Series is null ? Html.Of($"{words}") : Html.Of($"<a href=\"/figures?series={Uri.EscapeDataString(figure.Series)}\">{words}</a>");
    }

    /// <summary>"pumps", "share of evacuees", "families, Svay Rieng".</summary>
    private static string Name(FigureRecord figure)
    {
        var counted = figure.Counted ?? figure.Unit;
        if (figure.Series is not { } series) return counted;
        var name = SeriesKeys.IsOfShares(series) ? $"share of {counted}" : counted;
        return SeriesKeys.PlaceOf(series) is { } place ? $"{name}, {CultureInfo.InvariantCulture.TextInfo.ToTitleCase(place)}" : name;
    }

    private static string Value(FigureRecord figure)
    {
        if (figure.Series is { } series && SeriesKeys.IsOfShares(series)) return Percent(100);
        return figure.Unit == "percentage" ? Percent(1) : Wording.Value(figure.Low, figure.High, figure.Bound);

        string Percent(int of) => Wording.Value(Math.Round(of * figure.Low, 1), Math.Round(of * figure.High, 1), figure.Bound) + "%";
    }

    private static Html SeriesList(IReadOnlyList<FigureSeries> series) => series.Count == 0 ? Html.None : Html.Of($"""
        <section aria-labelledby="series"><h2 id="series">Told more than once</h2>
        <ul class="people">{series.Select(one => Html.Of($"<li><a class=\"speaker\" href=\"/figures?series={Uri.EscapeDataString(one.Key)}\">{Name(one.Newest)}</a><br><span class=\"small faint\">{Wording.Count(one.Count, "figure")}, last {Value(one.Newest)}, {Wording.ShortDay(Day(one.Newest))}</span></li>"))}</ul></section>
        """);

    private static Html FoundList(IReadOnlyList<FigureRecord> found, string? query) => found.Count == 0
        ? query is null
            ? Html.Of($"<div class=\"notice\"><h2>No figures yet</h2><p>They stand here as soon as articles have been read.</p></div>")
            : Html.Of($"<div class=\"notice\"><h2>Nothing counted by that name</h2><p>No figure on record counts “{query}”. Try the plain noun, such as “deaths” or “exports”.</p></div>")
        : Html.Of($"""
            <section aria-labelledby="found"><h2 id="found">{(query is null ? "Newest figures" : "Found")}</h2>
            <div class="scroll"><table><thead><tr><th scope="col">Figure</th><th scope="col">In its sentence</th><th scope="col">Said by</th><th scope="col">Source</th></tr></thead>
            <tbody>{found.Select(figure => FullRow(figure, conflicts: false))}</tbody></table></div></section>
            """);

    private static Html FullRow(FigureRecord figure, bool conflicts) => Html.Of($"""
        <tr id="{figure.Id}"><td>{(conflicts ? Html.Of($"<span class=\"state ill\">contradicted</span><br>") : Html.None)}<b>{figure.Text}</b><br><span class="small">{Counted(figure)}{Moved(figure.Movement)}</span></td><td data-label="In its sentence">{Sentence(figure)}</td><td data-label="Said by">{(figure.Speaker is null ? Html.Of($"<span class=\"faint\">the article</span>") : Clipping.Speaker(figure.Speaker))}</td><td data-label="Source"><a href="/articles/{figure.Article.Id}#{figure.Id}">{figure.Article.Title}</a><br><span class="small faint">{Wording.Time(figure.Article.Published ?? figure.Article.ListedAt)}</span></td></tr>
        """);

    private static Html Sentence(FigureRecord figure)
    {
        var at = figure.Start - figure.ContextStart;
        if (at < 0 || at + figure.Text.Length > figure.Context.Length) return Html.Of($"{figure.Context}");
        return Html.Of($"{figure.Context[..at]}<span class=\"found\">{figure.Text}</span>{figure.Context[(at + figure.Text.Length)..]}");
    }

    private static string Moved(Movement movement) => movement switch
    {
        Movement.RoseBy => " – rose by",
        Movement.FellBy => " – fell by",
        Movement.RoseTo => " – rose to",
        Movement.FellTo => " – fell to",
        Movement.From => " – before",
        _ => "",
    };
}
