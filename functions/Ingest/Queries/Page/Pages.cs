using Microsoft.AspNetCore.Http;

namespace Ingest.Queries.Page;

/// <summary>The page, a method for each of its addresses.</summary>
public sealed class Pages
{
    private readonly SearchPage search;
    private readonly StatementPage statement;
    private readonly OfficialPages officials;
    private readonly ArticlePage article;
    private readonly FigurePage figures;
    private readonly CalendarPage calendar;
    private readonly SourcePage sources;
    private readonly TryPage trial;

    internal Pages(SearchPage search, StatementPage statement, OfficialPages officials, ArticlePage article, FigurePage figures, CalendarPage calendar, SourcePage sources, TryPage trial) =>
        (this.search, this.statement, this.officials, this.article, this.figures, this.calendar, this.sources, this.trial) =
        (search, statement, officials, article, figures, calendar, sources, trial);

    /// <summary>GET /</summary>
    public Task<IResult> SearchAsync(HttpRequest request, CancellationToken cancellation) => search.AnswerAsync(request, cancellation);

    /// <summary>GET /statements/{id}</summary>
    public Task<IResult> StatementAsync(string id, CancellationToken cancellation) => statement.AnswerAsync(id, cancellation);

    /// <summary>GET /officials</summary>
    public Task<IResult> OfficialsAsync(HttpRequest request, CancellationToken cancellation) => officials.ListAsync(request, cancellation);

    /// <summary>GET /officials/{id}</summary>
    public Task<IResult> OfficialAsync(HttpRequest request, string id, CancellationToken cancellation) => officials.GetAsync(request, id, cancellation);

    /// <summary>GET /articles/{id}</summary>
    public Task<IResult> ArticleAsync(HttpRequest request, string id, CancellationToken cancellation) => article.AnswerAsync(request, id, cancellation);

    /// <summary>GET /figures</summary>
    public Task<IResult> FiguresAsync(HttpRequest request, CancellationToken cancellation) => figures.AnswerAsync(request, cancellation);

    /// <summary>GET /calendar</summary>
    public Task<IResult> CalendarAsync(HttpRequest request, CancellationToken cancellation) => calendar.AnswerAsync(request, cancellation);

    /// <summary>GET /sources</summary>
    public Task<IResult> SourcesAsync(CancellationToken cancellation) => sources.AnswerAsync(cancellation);

    /// <summary>GET and POST /try</summary>
    public Task<IResult> TryAsync(HttpRequest request, CancellationToken cancellation) => trial.AnswerAsync(request, cancellation);

    /// <summary>GET /assets/{name}</summary>
    public IResult Asset(string name) => PageAssets.Serve(name);
}
