using Ingest.Sources;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Sources;

public sealed class AddSource(SourceRequests sources)
{
    [Function(nameof(AddSource))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/sources")] HttpRequest request, CancellationToken cancellation) =>
        sources.AddAsync(request, cancellation);
}
