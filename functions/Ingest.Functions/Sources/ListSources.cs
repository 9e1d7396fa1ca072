using Ingest.Sources;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Sources;

public sealed class ListSources(SourceRequests sources)
{
    [Function(nameof(ListSources))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/sources")] HttpRequest request, CancellationToken cancellation) =>
        sources.ListAsync(cancellation);
}
