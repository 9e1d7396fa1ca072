using Ingest.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Queries;

public sealed class ListChanges(ChangeQueries changes)
{
    [Function(nameof(ListChanges))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/changes")] HttpRequest request, CancellationToken cancellation) =>
        changes.ListAsync(request, cancellation);
}
