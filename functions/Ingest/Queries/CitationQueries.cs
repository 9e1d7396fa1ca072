using System.Collections.Immutable;
using Ingest.Queries.Formats;
using Ingest.Queries.Parameters;
using Ingest.Sources;
using Ingest.Storage;
using Microsoft.AspNetCore.Http;

namespace Ingest.Queries;

/// <summary>Cites statements.</summary>
public sealed class CitationQueries
{
    private readonly StatementFinder finder;
    private readonly ArticleStore articles;
    private readonly SourceCatalogue sources;

    internal CitationQueries(StatementFinder finder, ArticleStore articles, SourceCatalogue sources) =>
        (this.finder, this.articles, this.sources) = (finder, articles, sources);

    internal static ImmutableArray<Parameter> GetParameters { get; } = [KnownParameters.Style];

    /// <summary>GET /api/statements/{id}/citation</summary>
    public Task<IResult> GetAsync(HttpRequest request, string id, CancellationToken cancellation) => Answers.OrProblem(async () =>
    {
        var style = new ParameterReader(request.Query, GetParameters).Choice(KnownParameters.Style)!;
        var statement = await finder.FindAsync(id, cancellation);
        if (statement is null || await articles.FindAsync(statement.Article.Id, statement.Article.Revision, cancellation) is not { } article)
            return Answers.Problem(StatusCodes.Status404NotFound, "Not found", $"There is no statement '{id}'.");
        var source = await sources.FindAsync(statement.Article.Source, cancellation);
        var (type, text) = Citation.Of(statement, article, source?.Name ?? statement.Article.Source).In(style);
        return Answers.Text(type, text);
    });
}
