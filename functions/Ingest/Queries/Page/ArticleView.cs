using System.Collections.Immutable;
using Ingest.Articles;
using Ingest.Extraction;
using Ingest.Extraction.LanguageService;
using Ingest.Storage;

namespace Ingest.Queries.Page;

/// <summary>What the article view shows.</summary>
/// <param name="Stored">The revision that is shown.</param>
/// <param name="Answer">What everyone is answered about it; its text is null where it is left to the publisher.</param>
/// <param name="Older">The text of the revision before it, where the changes are to be shown; else null.</param>
/// <param name="SeenByService">What the Language service alone sees in it.</param>
internal sealed record ArticleReading(StoredArticle Stored, ArticleAnswer Answer, string? Older, ImmutableArray<Finding> SeenByService)
{
    /// <summary>Whether it is of a language that the extractors read.</summary>
    public bool IsRead => MentionExtractor.Reads(Stored.Article.Language);
}

/// <summary>The view of one article: its text with everything that was found in it, its revisions and its copies.</summary>
internal static class ArticleView
{
    /// <summary>The article.</summary>
    public static HtmlPage Page(ArticleReading reading, IReadOnlyDictionary<string, string> sources)
    {
        var article = reading.Stored.Article;
        return new HtmlPage(article.Title, "", Html.Of($"""
            <header class="article" lang="{article.Language ?? "en"}">
            <p class="label">{sources.GetValueOrDefault(reading.Stored.SourceId, reading.Stored.SourceId)}</p>
            <h1 dir="auto">{article.Title}</h1>
            <p class="faint">{Byline(article)}{(article.Published is { } published ? Wording.Time(published) : Html.Of($"publication time unknown; first seen {Wording.Time(reading.Stored.FirstSeen)}"))}</p>
            </header>
            <div class="reading">
            <article class="article" lang="{article.Language ?? "en"}" aria-label="The text">
            {Body(reading)}
            <p class="pages"><a class="button" href="{article.Url}">Read it at the publisher</a></p>
            </article>
            <aside class="selection" aria-label="About this article">
            {Legend(reading)}
            {Facts(reading)}
            {Revisions(reading)}
            {Copies(reading, sources)}
            {StatementList(reading)}
            {SeenByService(reading)}
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

    private static Html Body(ArticleReading reading)
    {
        var captions = Html.Join(reading.Stored.Article.Captions.Select(caption => Html.Of($"<p class=\"caption\">{caption}</p>")));
        if (reading.Answer.Text is not { } text)
        {
            var (excerpts, marks) = Excerpts.Of(reading.Answer);
            return Html.Of($"<p class=\"hint\">The sentences on record. The whole article is at its publisher.</p>{Whole(excerpts, marks)}");
        }

        if (reading.Older is { } older) return Html.Of($"<div class=\"text\">{WordChanges.Render(older, text)}</div>");
        var notice = reading.IsRead ? Html.None
            : Html.Of($"<div class=\"notice\"><h2>Not extracted</h2><p>Its language ({reading.Stored.Article.Language}) is one that the extraction does not read. It is kept as it came.</p></div>");
        return Html.Of($"{notice}{captions}{Whole(text, ArticleMarks.Of(reading.Answer))}");
    }

    private static Html Whole(string text, IEnumerable<Mark> marks) => Html.Of($"<div class=\"text\">{MarkedText.Render(text, marks)}</div>");

    private static Html Legend(ArticleReading reading) => reading.Older is not null ? Html.None
        : LegendList(reading.Answer.Statements.Length, reading.Answer.Officials.Length, reading.Answer.Figures.Length, reading.Answer.Dates.Length);

    private static Html Facts(ArticleReading reading) => Html.Of($"""
        <div><h2 class="label">On record</h2><p class="small">First seen {Wording.Time(reading.Stored.FirstSeen)}. Revision {reading.Stored.Revision}{(reading.Stored.Article.Section is { } section ? $", section {section}" : "")}.</p></div>
        """);

    private static Html Revisions(ArticleReading reading)
    {
        if (reading.Answer.Revisions.Count < 2) return Html.None;
        var address = $"/articles/{reading.Stored.Id}";
        return Html.Of($"""
            <div><h2 class="label">Revisions</h2><ul class="stack">{reading.Answer.Revisions.Select(revision => Html.Of($"<li>{revision.Number}: <a href=\"{address}?revision={revision.Number}\">{Wording.Time(revision.SeenAt)}</a></li>"))}</ul>
            <p>{(reading.Older is not null ? Html.Of($"<a href=\"{address}?revision={reading.Stored.Revision}\">Show the marks</a>") : reading.Stored.Revision > 1 && reading.Answer.Text is not null ? Html.Of($"<a href=\"{address}?revision={reading.Stored.Revision}&amp;changes=1\">Show what revision {reading.Stored.Revision} changed</a>") : Html.None)}</p></div>
            """);
    }

    private static Html Copies(ArticleReading reading, IReadOnlyDictionary<string, string> sources) => reading.Answer.Copies.IsEmpty ? Html.None : Html.Of($"""
        <div><h2 class="label">Also published by</h2><ul class="stack">{reading.Answer.Copies.Select(copy => Html.Of($"<li><a href=\"/articles/{copy.Id}\">{sources.GetValueOrDefault(copy.Source, copy.Source)}: {copy.Title}</a></li>"))}</ul></div>
        """);

    private static Html StatementList(ArticleReading reading) => reading.Answer.Statements.IsEmpty ? Html.None : Html.Of($"""
        <div><h2 class="label">Who speaks</h2><ul class="stack">{reading.Answer.Statements.GroupBy(statement => statement.Speaker.Name ?? "Unknown").Select(speaker => Html.Of($"<li>{Clipping.Speaker(speaker.First().Speaker)} <span class=\"faint\">{Html.Join(speaker.Select((statement, at) => Html.Of($"<a href=\"#{statement.Id}\" aria-label=\"Statement {at + 1} of {speaker.Key}\">{at + 1}</a>")), Html.Of($" "))}</span></li>"))}</ul></div>
        """);

    private static Html SeenByService(ArticleReading reading)
    {
        var added = reading.SeenByService.DistinctBy(finding => (finding.Text, finding.Kind)).ToLookup(finding => finding.Kind);
        return added.Count == 0 ? Html.None : Html.Of($"""
            <div><h2 class="label">Seen by Azure AI Language alone</h2><ul class="stack">{added.OrderBy(kind => kind.Key).Select(kind => Html.Of($"<li><span class=\"faint\">{Wording.Several(kind.Key)}</span> {string.Join(", ", kind.Select(finding => finding.Text))}</li>"))}</ul></div>
            """);
    }
}
