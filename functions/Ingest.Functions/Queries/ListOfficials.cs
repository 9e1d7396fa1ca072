using Ingest.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Queries;

public sealed class ListOfficials(OfficialQueries officials)
{
    [Function(nameof(ListOfficials))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/officials")] HttpRequest request, CancellationToken cancellation) =>
        officials.ListAsync(request, cancellation);
}
