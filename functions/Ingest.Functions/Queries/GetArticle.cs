using Ingest.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Queries;

public sealed class GetArticle(ArticleQueries articles)
{
    [Function(nameof(GetArticle))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/articles/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        articles.GetAsync(request, id, cancellation);
}
