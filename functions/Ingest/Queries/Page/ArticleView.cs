using Ingest.Articles;
using Ingest.Storage;
using Ingest.Storage.Record;

namespace Ingest.Queries.Page;

/// <summary>What the article view shows.</summary>
/// <param name="Stored">The newest revision.</param>
/// <param name="Mentions">What it yielded, or null where it has not been extracted.</param>
/// <param name="ShowsWholeText">Whether the operator allows the whole text to be shown.</param>
/// <param name="Revisions">Every revision that is kept, the oldest first.</param>
/// <param name="Copies">The other articles of its cluster.</param>
internal sealed record ArticleReading(
    StoredArticle Stored,
    RecordedArticle? Mentions,
    bool ShowsWholeText,
    IReadOnlyList<StoredArticle> Revisions,
    IReadOnlyList<ArticleHead> Copies);

/// <summary>The view of one article: its text with everything that was found in it, its revisions and its copies.</summary>
internal static class ArticleView
{
    /// <summary>The article; with <paramref name="changes"/>, what its newest revision changed.</summary>
    public static HtmlPage Page(ArticleReading reading, IReadOnlyDictionary<string, string> sources, bool changes)
    {
        var article = reading.Stored.Article;
        return new HtmlPage(article.Title, "/", Html.Of($"""
            <header class="article" lang="{article.Language ?? "en"}">
            <p class="label">{sources.GetValueOrDefault(reading.Stored.SourceId, reading.Stored.SourceId)}</p>
            <h1 dir="auto">{article.Title}</h1>
            <p class="faint">{Byline(article)}{(article.Published is { } published ? Wording.Time(published) : Html.Of($"publication time unknown; first seen {Wording.Time(reading.Stored.FirstSeen)}"))}</p>
            </header>
            <div class="reading">
            <article class="article" lang="{article.Language ?? "en"}" aria-label="The text">
            {Body(reading, changes)}
            <p class="pages"><a class="button" href="{article.Url}">Read it at the publisher</a></p>
            </article>
            <aside class="selection" aria-label="About this article">
            {Legend(reading, changes)}
            {Facts(reading)}
            {Revisions(reading, changes)}
            {Copies(reading, sources)}
            {StatementList(reading)}
            </aside>
            </div>
            """));
    }

    /// <summary>The key to the marks.</summary>
    public static Html LegendList(int statements, int officials, int figures, int dates) => Html.Of($"""
        <div><h2 class="label">Marked</h2><ul class="legend">
        <li><span class="text"><mark>Statements</mark></span> {statements}</li><li><span class="text"><span class="official">Officials</span></span> {officials}</li><li><span class="text"><span class="figure">Figures</span></span> {figures}</li><li><span class="text"><span class="date">Dates</span></span> {dates}</li>
        </ul></div>
        """);

    private static Html Byline(Article article) => Html.Of($"{(article.Authors.IsEmpty ? "" : $"By {string.Join(", ", article.Authors)} · ")}{(article.Dateline is null ? "" : $"{article.Dateline} · ")}{(article.Credit is null ? "" : $"Credit: {article.Credit} · ")}");

    private static Html Body(ArticleReading reading, bool changes)
    {
        var text = reading.Stored.Article.Text;
        if (reading.Mentions is null)
            return Html.Of($"<div class=\"notice\"><h2>Not extracted</h2><p>{WhyNot(reading.Stored.Article)}</p></div>{(reading.ShowsWholeText ? Whole(text, []) : Html.None)}");
        if (!reading.ShowsWholeText)
        {
            var (excerpts, marks) = Excerpts.Of(reading.Mentions);
            return Html.Of($"<p class=\"hint\">The sentences on record. The whole article is at its publisher.</p>{Whole(excerpts, marks)}");
        }

        if (changes && reading.Revisions.Count > 1)
            return Html.Of($"<div class=\"text\">{WordChanges.Render(reading.Revisions[^2].Article.Text, text)}</div>");
        var captions = Html.Join(reading.Stored.Article.Captions.Select(caption => Html.Of($"<p class=\"caption\">{caption}</p>")));
        return Html.Of($"{captions}{Whole(text, ArticleMarks.Of(reading.Mentions))}");
    }

    private static Html Whole(string text, IEnumerable<Mark> marks) => Html.Of($"<div class=\"text\">{MarkedText.Render(text, marks)}</div>");

    private static string WhyNot(Article article) => article.Kind switch
    {
        PageKind.Article when article.Language is { } language && !language.StartsWith("en", StringComparison.OrdinalIgnoreCase) => $"Its language ({language}) is one that the extraction does not read. It is kept as it came.",
        PageKind.Article => "It waits for extraction, which follows within a minute of fetching.",
        PageKind.Teaser or PageKind.Paywall => "Only its beginning is free to read.",
        _ => "The page held no article.",
    };

    private static Html Legend(ArticleReading reading, bool changes) => reading.Mentions is not { } mentions || changes
        ? Html.None
        : LegendList(mentions.Statements.Length, mentions.Officials.Length, mentions.Figures.Length, mentions.Dates.Length);

    private static Html Facts(ArticleReading reading) => Html.Of($"""
        <div><h2 class="label">On record</h2><p class="small">First seen {Wording.Time(reading.Stored.FirstSeen)}. Revision {reading.Stored.Revision}{(reading.Stored.Article.Section is { } section ? $", section {section}" : "")}.</p></div>
        """);

    private static Html Revisions(ArticleReading reading, bool changes)
    {
        if (reading.Revisions.Count < 2) return Html.None;
        var address = $"/articles/{reading.Stored.Id}";
        return Html.Of($"""
            <div><h2 class="label">Revisions</h2><ul class="stack">{reading.Revisions.Select(revision => Html.Of($"<li>{revision.Revision}: {Wording.Time(revision.SeenAt)}</li>"))}</ul>
            <p>{(changes ? Html.Of($"<a href=\"{address}\">Show the marks</a>") : Html.Of($"<a href=\"{address}?changes=1\">Show what changed</a>"))}</p></div>
            """);
    }

    private static Html Copies(ArticleReading reading, IReadOnlyDictionary<string, string> sources) => reading.Copies.Count == 0 ? Html.None : Html.Of($"""
        <div><h2 class="label">Also published by</h2><ul class="stack">{reading.Copies.Select(copy => Html.Of($"<li><a href=\"/articles/{copy.Id}\">{sources.GetValueOrDefault(copy.Source, copy.Source)}: {copy.Title}</a></li>"))}</ul></div>
        """);

    private static Html StatementList(ArticleReading reading) => reading.Mentions is not { Statements.Length: > 0 } mentions ? Html.None : Html.Of($"""
        <div><h2 class="label">Who speaks</h2><ul class="stack">{mentions.Statements.GroupBy(statement => statement.Speaker.Name ?? "Unknown").Select(speaker => Html.Of($"<li>{Clipping.Speaker(speaker.First().Speaker)} <span class=\"faint\">{Html.Join(speaker.Select((statement, at) => Html.Of($"<a href=\"#{statement.Id}\" aria-label=\"Statement {at + 1} of {speaker.Key}\">{at + 1}</a>")), Html.Of($" "))}</span></li>"))}</ul></div>
        """);
}
