using System.Collections.Immutable;
using Ingest.Queries.Formats;
using Ingest.Queries.Parameters;
using Microsoft.AspNetCore.Http;

namespace Ingest.Queries;

/// <summary>Answers questions for statements.</summary>
public sealed class StatementQueries
{
    private readonly StatementFinder finder;
    private readonly PageAnswerer pages;

    internal StatementQueries(StatementFinder finder, PageAnswerer pages) => (this.finder, this.pages) = (finder, pages);

    internal static ImmutableArray<Parameter> ListParameters { get; } = [.. StatementFilter.Parameters, KnownParameters.Order, .. PageAnswerer.Parameters];

    /// <summary>GET /api/statements</summary>
    public Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellation) => pages.AnswerAsync(
        request,
        ListParameters,
        Shapes.Statements,
        (parameters, cursor, top, budget) => finder.FindAsync(
            StatementFilter.Read(parameters), parameters.Choice(KnownParameters.Order) == "oldest", cursor, top, budget, cancellation),
        cancellation);

    /// <summary>GET /api/statements/{id}</summary>
    public Task<IResult> GetAsync(HttpRequest request, string id, CancellationToken cancellation) => Answers.OrProblem(async () =>
    {
        _ = new ParameterReader(request.Query, []);
        return Answers.One(await finder.FindAsync(id, cancellation), "statement", id);
    });
}
