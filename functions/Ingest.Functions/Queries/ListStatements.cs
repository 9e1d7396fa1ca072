using Ingest.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Queries;

public sealed class ListStatements(StatementQueries statements)
{
    [Function(nameof(ListStatements))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/statements")] HttpRequest request, CancellationToken cancellation) =>
        statements.ListAsync(request, cancellation);
}
