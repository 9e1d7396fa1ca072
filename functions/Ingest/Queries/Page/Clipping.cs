using Ingest.Queries.Formats;
using Ingest.Storage.Record;

namespace Ingest.Queries.Page;

/// <summary>One statement as the page shows it everywhere: the quote, who said it in which office, how, where and when.</summary>
internal static class Clipping
{
    /// <summary>Statements under the articles that they come from, in their order.</summary>
    /// <param name="statements">The statements.</param>
    /// <param name="sources">The sources' names by their ids.</param>
    /// <param name="found">The search whose words are marked in the quotes, or null.</param>
    public static Html Cuts(IEnumerable<StatementRecord> statements, IReadOnlyDictionary<string, string> sources, WordQuery? found = null)
    {
        var cuts = new List<List<StatementRecord>>();
        foreach (var statement in statements)
        {
            if (cuts.Count > 0 && cuts[^1][0].Article.Id == statement.Article.Id) cuts[^1].Add(statement);
            else cuts.Add([statement]);
        }

        return Html.Of($"<div class=\"cuts\">{cuts.Select(cut => Cut(cut, sources, found))}</div>");
    }

    /// <summary>One statement alone, with the article that it comes from.</summary>
    public static Html Render(StatementRecord statement, IReadOnlyDictionary<string, string> sources) => Html.Of($"""
        <div class="clipping {Facets.KindValue(statement.Kind)} alone" id="{statement.Id}">
        {Said(statement)}
        {Quote(statement, null)}
        <p class="where"><span>{Facets.KindWords(statement.Kind)}</span><cite><a href="{Shapes.LinkTo(statement)}">{statement.Article.Title}</a></cite><span>{SourceName(statement.Article, sources)}</span>{Wording.Time(statement.Article.Published ?? statement.Article.ListedAt)}{Copies(statement, sources)}<a href="/articles/{statement.Article.Id}#{statement.Id}">In the article</a></p>
        </div>
        """);

    /// <summary>The speaker's name, linked where the record knows the person or body.</summary>
    public static Html Speaker(SpeakerRecord speaker) => (speaker.Name ?? speaker.Mention, speaker.Id) switch
    {
        (null, _) => Html.Of($"<span class=\"speaker faint\">Speaker unknown</span>"),
        ({ } name, { } id) when speaker.IsOfficial => Html.Of($"<a class=\"speaker\" href=\"/officials/{id}\"><bdi>{name}</bdi></a>"),
        ({ } name, { } id) => Html.Of($"<a class=\"speaker\" href=\"/?official={Uri.EscapeDataString(id)}\"><bdi>{name}</bdi></a>"),
        ({ } name, null) => Html.Of($"<span class=\"speaker\"><bdi>{name}</bdi></span>"),
    };

    private static Html Cut(List<StatementRecord> statements, IReadOnlyDictionary<string, string> sources, WordQuery? found)
    {
        var article = statements[0].Article;
        return Html.Of($"""
            <article class="cut"><header><p class="label">{SourceName(article, sources)}</p><h3><a href="/articles/{article.Id}">{article.Title}</a></h3><p class="small faint">{Wording.Time(article.Published ?? article.ListedAt)}{Copies(statements[0], sources)}</p></header>
            <div class="quotes">{statements.Select(statement => Html.Of($"""
            <div class="clipping {Facets.KindValue(statement.Kind)}" id="{statement.Id}">{Said(statement)}{Quote(statement, found)}<p class="where"><span>{Facets.KindWords(statement.Kind)}</span><a href="{Shapes.LinkTo(statement)}">Source<span class="unseen"> of this statement</span></a><a href="/articles/{article.Id}#{statement.Id}">In the article</a><a href="/statements/{statement.Id}">Cite or correct</a><button class="quiet" type="button" data-copy-citation="/api/statements/{statement.Id}/citation?style=apa" hidden>Copy citation</button></p></div>
            """))}</div></article>

            """);
    }

    private static Html Said(StatementRecord statement) =>
        Html.Of($"<p class=\"said\">{Speaker(statement.Speaker)}{Office(statement.Speaker)}{Cue(statement.Cue)}</p>");

    private static Html Quote(StatementRecord statement, WordQuery? found) =>
        Html.Of($"<blockquote cite=\"{statement.Article.Url}\" dir=\"auto\"><p>{Words(statement.Text, found)}</p></blockquote>");

    private static Html SourceName(ArticleHead article, IReadOnlyDictionary<string, string> sources) =>
        Html.Of($"{sources.GetValueOrDefault(article.Source, article.Source)}{(article.Credit is { } credit ? $" · {credit}" : "")}");

    private static Html Office(SpeakerRecord speaker) =>
        speaker.Title is { } title ? Html.Of($", <span class=\"office\">{Wording.Office(title, speaker.Organisation)}</span>") : Html.None;

    private static Html Cue(string? cue) => cue is null ? Html.None : Html.Of($" · <span class=\"cue\">{cue}</span>");

    private static Html Copies(StatementRecord statement, IReadOnlyDictionary<string, string> sources) => statement.Places.Length == 0 ? Html.None
        : Html.Of($" <span>also in {Html.Join(statement.Places.Select(place => Html.Of($"<a href=\"{place.Article.Url}\">{sources.GetValueOrDefault(place.Article.Source, place.Article.Source)}</a>")), Html.Of($", "))}</span>");

    private static Html Words(string text, WordQuery? found)
    {
        if (found is null) return Html.Of($"{text}");
        var pieces = new List<Html>();
        var at = 0;
        foreach (var word in found.Hits(WordAnalyser.Words(text)))
        {
            pieces.Add(Html.Of($"{text[at..word.Start]}<mark>{text[word.Start..word.End]}</mark>"));
            at = word.End;
        }

        pieces.Add(Html.Of($"{text[at..]}"));
        return Html.Join(pieces);
    }
}
