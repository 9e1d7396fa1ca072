using System.Collections.Immutable;
using Ingest.Queries.Formats;
using Ingest.Queries.Parameters;
using Microsoft.AspNetCore.Http;

namespace Ingest.Queries;

/// <summary>Answers questions for figures.</summary>
public sealed class FigureQueries
{
    private readonly FigureFinder finder;
    private readonly PageAnswerer pages;

    internal FigureQueries(FigureFinder finder, PageAnswerer pages) => (this.finder, this.pages) = (finder, pages);

    internal static ImmutableArray<Parameter> ListParameters { get; } = [.. FigureFilter.Parameters, KnownParameters.Order, .. PageAnswerer.Parameters];

    /// <summary>GET /api/figures</summary>
    public Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellation) => pages.AnswerAsync(
        request,
        ListParameters,
        Shapes.Figures,
        (parameters, cursor, top, budget) => finder.FindAsync(
            FigureFilter.Read(parameters), parameters.Choice(KnownParameters.Order) == "oldest", cursor, top, budget, cancellation),
        cancellation);
}
