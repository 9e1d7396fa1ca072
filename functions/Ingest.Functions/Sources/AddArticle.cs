using Ingest.Sources;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Sources;

public sealed class AddArticle(SourceRequests sources)
{
    [Function(nameof(AddArticle))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/articles")] HttpRequest request, CancellationToken cancellation) =>
        sources.FetchAsync(request, cancellation);
}
