using Ingest.Sources;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Sources;

public sealed class RemoveSource(SourceRequests sources)
{
    [Function(nameof(RemoveSource))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Admin, "delete", Route = "api/sources/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        sources.RemoveAsync(id, cancellation);
}
