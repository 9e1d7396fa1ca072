using Ingest.Queries.Page;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Page;

public sealed class TryText(Pages pages)
{
    [Function(nameof(TryText))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "try")] HttpRequest request, CancellationToken cancellation) =>
        pages.TryAsync(request, cancellation);
}
