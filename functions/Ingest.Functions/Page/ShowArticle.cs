using Ingest.Queries.Page;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Page;

public sealed class ShowArticle(Pages pages)
{
    [Function(nameof(ShowArticle))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "articles/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        pages.ArticleAsync(request, id, cancellation);
}
