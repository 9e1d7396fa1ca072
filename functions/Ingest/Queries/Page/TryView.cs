namespace Ingest.Queries.Page;

/// <summary>What was tried.</summary>
/// <param name="Text">The text, pasted or read at the address.</param>
/// <param name="Published">The day that dates were resolved against, or null.</param>
/// <param name="Url">The address, or null where a text was pasted.</param>
/// <param name="Title">The article's headline, where it was read at an address.</param>
/// <param name="Found">What would be extracted, or null where nothing could be.</param>
/// <param name="Problem">Why nothing could be, or null.</param>
internal sealed record Trial(string? Text, DateOnly? Published, string? Url, string? Title = null, ExtractAnswer? Found = null, string? Problem = null);

/// <summary>The view in which a text or an address is tried; nothing of it is stored.</summary>
internal static class TryView
{
    /// <summary>As many characters as may be pasted.</summary>
    public const int MaxText = 100_000;

    /// <summary>The form, and what was found.</summary>
    /// <param name="trial">What was tried, or null.</param>
    /// <param name="takesAddresses">Whether an article's address may be given instead of a text.</param>
    public static HtmlPage Page(Trial? trial, bool takesAddresses) => new("Try it", "/try", Html.Of($"""
        <div class="headline"><h1>Try it</h1><p>See what would be extracted. Nothing is stored.</p></div>
        <div class="{(trial?.Found is null ? "" : "reading")}">
        {(trial is null ? Html.None : Outcome(trial))}
        <form class="trial" action="/try" method="post" accept-charset="utf-8">
        <div class="field"><label for="text">A text</label><textarea id="text" name="text" rows="{(trial?.Found is null ? 12 : 6)}" maxlength="{MaxText}" placeholder="Paste an article, its paragraphs parted by empty lines">{(trial?.Url is null ? trial?.Text : null)}</textarea></div>
        <div class="field"><label for="published">Published on</label><input id="published" name="published" type="date" value="{(trial?.Published is { } day ? day.ToString("yyyy-MM-dd") : "")}"><span class="hint">Dates such as “last week” count from this day.</span></div>
        {(takesAddresses ? Html.Of($"<div class=\"field\"><label for=\"url\">Or an article’s address</label><input id=\"url\" name=\"url\" type=\"url\" value=\"{trial?.Url}\" placeholder=\"https://…\" maxlength=\"2000\"></div>") : Html.None)}
        <p><button class="strong" type="submit">Extract</button></p>
        </form>
        </div>
        """));

    private static Html Outcome(Trial trial)
    {
        if (trial.Problem is { } problem) return Html.Of($"<div class=\"notice\" role=\"alert\"><h2>Nothing was extracted</h2><p>{problem}</p></div>");
        var found = trial.Found!;
        return Html.Of($"""
            <section class="article" aria-label="What was found">{(trial.Title is null ? Html.None : Html.Of($"<h2>{trial.Title}</h2>"))}
            {ArticleView.LegendList(found.Statements.Length, found.Officials.Length, found.Figures.Length, found.Dates.Length)}
            <div class="text">{MarkedText.Render(found.Text, ArticleMarks.Of(found))}</div>
            {Statements(found)}</section>
            """);
    }

    private static Html Statements(ExtractAnswer found) => found.Statements.IsEmpty
        ? Html.Of($"<p class=\"faint\">No statement: the text does not tell what anybody said.</p>")
        : Html.Of($"""
            <h2>Statements</h2><div class="scroll"><table><thead><tr><th scope="col">Said</th><th scope="col">By</th><th scope="col">Cue</th><th scope="col" class="number">Sure</th></tr></thead>
            <tbody>{found.Statements.Select(statement => Html.Of($"<tr><td>{statement.Text}</td><td data-label=\"By\">{statement.Speaker.Name ?? "unknown"}{(statement.Speaker.Title is null ? Html.None : Html.Of($"<br><span class=\"small faint\">{statement.Speaker.Title}</span>"))}</td><td data-label=\"Cue\">{statement.Cue}</td><td class=\"number\" data-label=\"Sure\">{(int)Math.Round(100 * statement.Confidence)}%</td></tr>"))}</tbody></table></div>
            """);
}
