using Ingest.Queries.Page;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Page;

public sealed class ShowStatement(Pages pages)
{
    [Function(nameof(ShowStatement))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "statements/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        pages.StatementAsync(id, cancellation);
}
