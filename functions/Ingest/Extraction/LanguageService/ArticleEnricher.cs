using Ingest.Storage;
using Microsoft.Extensions.Logging;

namespace Ingest.Extraction.LanguageService;

/// <summary>
/// Has a stored article read by Azure AI Language beside the built-in extractors. Whatever happens to the service costs
/// its findings and nothing else: the article is recorded before, and is asked about again later.
/// </summary>
public sealed class ArticleEnricher
{
    private readonly ArticleStore articles;
    private readonly FindingStore findings;
    private readonly ArticleQueues queues;
    private readonly BuiltInFinder builtIn;
    private readonly LanguageServiceFinder? service;
    private readonly ILogger<ArticleEnricher> log;

    // Without a service nothing is asked and nothing found.
    internal ArticleEnricher(ArticleStore articles, FindingStore findings, ArticleQueues queues, BuiltInFinder builtIn, LanguageServiceFinder? service, ILogger<ArticleEnricher> log) =>
        (this.articles, this.findings, this.queues, this.builtIn, this.service, this.log) = (articles, findings, queues, builtIn, service, log);

    /// <summary>Asks for a revision to be enriched, where the service is turned on.</summary>
    public Task AskAsync(string articleId, int revision, CancellationToken cancellation) =>
        service is null ? Task.CompletedTask : queues.SendAsync(new EnrichArticleMessage(articleId, revision), cancellation);

    /// <summary>Enriches one revision; what was asked for before the service was turned off is let go.</summary>
    public async Task EnrichAsync(EnrichArticleMessage message, CancellationToken cancellation)
    {
        if (service is null) return;
        if (await articles.FindAsync(message.ArticleId, message.Revision, cancellation).ConfigureAwait(false) is not { } stored) return;

        var text = new ArticleText(stored.Article.Text, stored.PublishedDay, stored.Article.Title);
        switch (await service.FindAsync(text, cancellation).ConfigureAwait(false))
        {
            case FinderAnswer.Later later:
                log.LogWarning("{Article} waits {Wait} for the Language service: {Why}", message.ArticleId, later.After, later.Why);
                await queues.SendAsync(message, cancellation, later.After).ConfigureAwait(false);
                break;
            case FinderAnswer.Found found:
                foreach (var refusal in found.Refused) log.LogWarning("The Language service could not read a part of {Article}: {Refusal}", message.ArticleId, refusal);
                var ours = (FinderAnswer.Found)await builtIn.FindAsync(text, cancellation).ConfigureAwait(false);
                await findings.SaveAsync(message.ArticleId, message.Revision, Findings.Merge(ours.Findings, found.Findings), cancellation).ConfigureAwait(false);
                break;
        }
    }
}
