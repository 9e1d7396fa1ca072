using Ingest.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Queries;

public sealed class CiteStatement(CitationQueries citations)
{
    [Function(nameof(CiteStatement))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/statements/{id}/citation")] HttpRequest request, string id, CancellationToken cancellation) =>
        citations.GetAsync(request, id, cancellation);
}
