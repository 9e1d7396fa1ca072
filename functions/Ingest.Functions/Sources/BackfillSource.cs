using Ingest.Sources;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Sources;

public sealed class BackfillSource(SourceRequests sources)
{
    [Function(nameof(BackfillSource))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/sources/{id}/backfill")] HttpRequest request, string id, CancellationToken cancellation) =>
        sources.BackfillAsync(request, id, cancellation);
}
