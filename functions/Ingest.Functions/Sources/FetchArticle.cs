using Ingest.Articles;
using Ingest.Storage;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Sources;

public sealed class FetchArticle(ArticleFetcher fetcher)
{
    [Function(nameof(FetchArticle))]
    public Task Run([QueueTrigger(StorageNames.FetchArticleQueue)] FetchArticleMessage message, CancellationToken cancellation) =>
        fetcher.FetchAsync(message, cancellation);
}
