using Ingest.Storage.Record;

namespace Ingest.Queries.Page;

/// <summary>The view of one statement: the quote in its sentences, its citations, its corrections.</summary>
internal static class StatementView
{
    /// <summary>One statement.</summary>
    /// <param name="statement">The statement as it stands, corrections applied.</param>
    /// <param name="citations">Style and text of each citation.</param>
    /// <param name="sources">The sources' names by their ids.</param>
    public static HtmlPage Page(StatementRecord statement, IReadOnlyList<(string Style, string Text)> citations, IReadOnlyDictionary<string, string> sources) => new($"{statement.Speaker.Name ?? "A statement"}, {Wording.ShortDay(DateOnly.FromDateTime((statement.Article.Published ?? statement.Article.ListedAt).DateTime))}", "/", Html.Of($"""
        <h1 class="unseen">A statement by {statement.Speaker.Name ?? "an unknown speaker"}</h1>
        <div class="reading specimen"><div>
        {Clipping.Render(statement, sources)}
        <section aria-labelledby="context"><h2 id="context">In its sentences</h2><div class="article"><div class="text">{Context(statement)}</div></div>
        <p class="hint">The statement is right, speaker and words, with a probability of {(int)Math.Round(100 * statement.Confidence)}%.</p></section>
        <section aria-labelledby="cite"><h2 id="cite">Cite it</h2>{citations.Select(Citation)}</section>
        </div><div>{CorrectForm.Statement(statement)}</div></div>
        """));

    /// <summary>What is shown where an id names nothing.</summary>
    public static HtmlPage Missing(string what) => new("Not on record", "/", Html.Of($"""
        <div class="notice"><h1>Not on record</h1><p>{what}</p><p>It may have been corrected away, or its article has changed since. <a href="/">Search the record</a></p></div>
        """), Status: 404);

    private static Html Citation((string Style, string Text) citation) => Html.Of($"""
        <div class="field"><h3 class="label">{citation.Style}</h3><p data-citation>{citation.Text}</p><p><button class="quiet" type="button" data-copy-citation hidden>Copy<span class="unseen"> the {citation.Style} citation</span></button></p></div>
        """);

    private static Html Context(StatementRecord statement)
    {
        var marks = statement.Pieces
            .Select(piece => new TextSpan(piece.Start - statement.ContextStart, piece.End - statement.ContextStart))
            .Where(span => span.Start >= 0 && span.End <= statement.Context.Length)
            .Select(span => new Mark(span, MarkKind.Statement, "The statement"));
        return MarkedText.Render(statement.Context, marks);
    }
}
