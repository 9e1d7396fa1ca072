using Ingest.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Queries;

public sealed class ListArticles(ArticleQueries articles)
{
    [Function(nameof(ListArticles))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/articles")] HttpRequest request, CancellationToken cancellation) =>
        articles.ListAsync(request, cancellation);
}
