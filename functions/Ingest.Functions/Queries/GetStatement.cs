using Ingest.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Queries;

public sealed class GetStatement(StatementQueries statements)
{
    [Function(nameof(GetStatement))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/statements/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        statements.GetAsync(request, id, cancellation);
}
