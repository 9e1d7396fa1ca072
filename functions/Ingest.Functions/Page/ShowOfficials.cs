using Ingest.Queries.Page;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Page;

public sealed class ShowOfficials(Pages pages)
{
    [Function(nameof(ShowOfficials))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "officials")] HttpRequest request, CancellationToken cancellation) =>
        pages.OfficialsAsync(request, cancellation);
}
