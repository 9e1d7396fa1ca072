using Ingest.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Queries;

public sealed class ListFindings(FindingQueries findings)
{
    [Function(nameof(ListFindings))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/articles/{id}/findings")] HttpRequest request, string id, CancellationToken cancellation) =>
        findings.GetAsync(request, id, cancellation);
}
