using Ingest.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Queries;

public sealed class ListFigures(FigureQueries figures)
{
    [Function(nameof(ListFigures))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/figures")] HttpRequest request, CancellationToken cancellation) =>
        figures.ListAsync(request, cancellation);
}
