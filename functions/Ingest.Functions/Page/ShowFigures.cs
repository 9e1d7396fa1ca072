using Ingest.Queries.Page;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Page;

public sealed class ShowFigures(Pages pages)
{
    [Function(nameof(ShowFigures))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "figures")] HttpRequest request, CancellationToken cancellation) =>
        pages.FiguresAsync(request, cancellation);
}
