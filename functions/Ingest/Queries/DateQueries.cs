using System.Collections.Immutable;
using Ingest.Queries.Formats;
using Ingest.Queries.Parameters;
using Microsoft.AspNetCore.Http;

namespace Ingest.Queries;

/// <summary>Answers questions for dates.</summary>
public sealed class DateQueries
{
    private readonly DateFinder finder;
    private readonly PageAnswerer pages;

    internal DateQueries(DateFinder finder, PageAnswerer pages) => (this.finder, this.pages) = (finder, pages);

    internal static ImmutableArray<Parameter> ListParameters { get; } = [.. DateFilter.Parameters, KnownParameters.DayOrder, .. PageAnswerer.Parameters];

    /// <summary>GET /api/dates</summary>
    public Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellation) => pages.AnswerAsync(
        request,
        ListParameters,
        Shapes.Dates,
        (parameters, cursor, top, budget) => finder.FindAsync(
            DateFilter.Read(parameters), parameters.Choice(KnownParameters.DayOrder) == "newest", cursor, top, budget, cancellation),
        cancellation);
}
