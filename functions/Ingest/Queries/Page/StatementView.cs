using Ingest.Storage.Record;

namespace Ingest.Queries.Page;

/// <summary>The view of one statement: the quote in its sentences, its citations, its corrections.</summary>
internal static class StatementView
{
    private static readonly (string Style, string Name)[] Styles = [("apa", "APA"), ("chicago", "Chicago"), ("bibtex", "BibTeX"), ("ris", "RIS")];

    /// <summary>One statement.</summary>
    /// <param name="statement">The statement as it stands, corrections applied.</param>
    /// <param name="corrections">What editors corrected in it, undone ones included.</param>
    /// <param name="sources">The sources' names by their ids.</param>
    public static HtmlPage Page(StatementRecord statement, IReadOnlyList<Correction> corrections, IReadOnlyDictionary<string, string> sources) => new($"{statement.Speaker.Name ?? "A statement"}, {Wording.ShortDay(DateOnly.FromDateTime((statement.Article.Published ?? statement.Article.ListedAt).DateTime))}", "", Html.Of($"""
        <h1 class="unseen">A statement by {statement.Speaker.Name ?? "an unknown speaker"}</h1>
        <div class="reading specimen"><div>
        {Clipping.Render(statement, sources)}
        <section aria-labelledby="context"><h2 id="context">In its sentences</h2><div class="article"><div class="text">{Context(statement)}</div></div>
        <p class="hint">The statement is right, speaker and words, with a probability of {(int)Math.Round(100 * statement.Confidence)}%.</p></section>
        <section aria-labelledby="cite"><h2 id="cite">Cite it</h2><ul class="stack">{Styles.Select(style => Citation(statement.Id, style))}</ul></section>
        </div><div>{CorrectForm.Statement(statement)}{CorrectForm.History(corrections)}</div></div>
        """));

    /// <summary>A statement that an editor found to be none.</summary>
    public static HtmlPage TakenOut(IReadOnlyList<Correction> corrections, IReadOnlyDictionary<string, string> sources) => new("Corrected away", "", Html.Of($"""
        <div class="headline"><h1>Corrected away</h1><p>An editor found that this is no statement.</p></div>
        <div class="reading specimen"><div>{(corrections[^1].Was is { } was ? Clipping.Render(was, sources) : Html.None)}</div>
        <div>{CorrectForm.Undo()}{CorrectForm.History(corrections)}</div></div>
        """), Status: 410);

    /// <summary>What is shown where an id names nothing.</summary>
    public static HtmlPage Missing(string what) => new("Not on record", "", Html.Of($"""
        <div class="notice"><h1>Not on record</h1><p>{what}</p><p>It may have been corrected away, or its article has changed since. <a href="/">Search the record</a></p></div>
        """), Status: 404);

    /// <summary>What is shown where a request cannot be read.</summary>
    public static HtmlPage Refused(string problem) => new("Not understood", "", Html.Of($"""
        <div class="notice" role="alert"><h1>This cannot be read</h1><p>{problem}</p><p><a href="/">Search the record</a></p></div>
        """), Status: 400);

    private static Html Citation(string id, (string Style, string Name) citation) => Html.Of($"""
        <li><a href="/api/statements/{id}/citation?style={citation.Style}">{citation.Name}</a> <button class="quiet" type="button" data-copy-citation="/api/statements/{id}/citation?style={citation.Style}" hidden>Copy<span class="unseen"> the {citation.Name} citation</span></button></li>
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
