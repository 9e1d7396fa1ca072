using Ingest.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Queries;

public sealed class GetOfficial(OfficialQueries officials)
{
    [Function(nameof(GetOfficial))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/officials/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        officials.GetAsync(request, id, cancellation);
}
