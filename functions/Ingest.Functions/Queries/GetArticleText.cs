using Ingest.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Queries;

public sealed class GetArticleText(ArticleQueries articles)
{
    [Function(nameof(GetArticleText))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/articles/{id}/text")] HttpRequest request, string id, CancellationToken cancellation) =>
        articles.GetWithTextAsync(request, id, cancellation);
}
