using Ingest.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Queries;

public sealed class Extract(ExtractQueries extraction)
{
    [Function(nameof(Extract))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/extract")] HttpRequest request, CancellationToken cancellation) =>
        extraction.ExtractAsync(request, cancellation);
}
