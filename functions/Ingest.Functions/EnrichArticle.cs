using Ingest.Extraction.LanguageService;
using Ingest.Storage;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions;

/// <summary>Has one stored article read by the optional Language service.</summary>
public sealed class EnrichArticle(ArticleEnricher enricher)
{
    [Function("EnrichArticle")]
    public Task Run([QueueTrigger(StorageNames.EnrichArticleQueue)] EnrichArticleMessage message, CancellationToken cancellation) =>
        enricher.EnrichAsync(message, cancellation);
}
