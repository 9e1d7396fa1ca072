using Ingest.Queries.Page;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Page;

/// <summary>Answers at the root. An empty route would mean the function's name, so it has a parameter that no text fits.</summary>
public sealed class ShowSearch(Pages pages)
{
    [Function(nameof(ShowSearch))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{ignored:maxlength(0)?}")] HttpRequest request, CancellationToken cancellation) =>
        pages.SearchAsync(request, cancellation);
}
