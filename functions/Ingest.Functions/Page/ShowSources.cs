using Ingest.Queries.Page;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Page;

public sealed class ShowSources(Pages pages)
{
    [Function(nameof(ShowSources))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sources")] HttpRequest request, CancellationToken cancellation) =>
        pages.SourcesAsync(cancellation);
}
