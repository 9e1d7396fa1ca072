using Ingest.Queries.Page;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Page;

public sealed class ShowOfficial(Pages pages)
{
    [Function(nameof(ShowOfficial))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "officials/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        pages.OfficialAsync(request, id, cancellation);
}
