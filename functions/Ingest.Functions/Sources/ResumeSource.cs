using Ingest.Sources;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Sources;

public sealed class ResumeSource(SourceRequests sources)
{
    [Function(nameof(ResumeSource))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/sources/{id}/resume")] HttpRequest request, string id, CancellationToken cancellation) =>
        sources.ResumeAsync(id, cancellation);
}
