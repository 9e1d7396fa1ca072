using Ingest.Sources;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Sources;

public sealed class PauseSource(SourceRequests sources)
{
    [Function(nameof(PauseSource))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/sources/{id}/pause")] HttpRequest request, string id, CancellationToken cancellation) =>
        sources.PauseAsync(id, cancellation);
}
