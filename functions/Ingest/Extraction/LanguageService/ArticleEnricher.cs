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
    private readonly LanguageServiceFinder? service;
    private readonly ILogger<ArticleEnricher> log;

    // Without a service nothing is asked and nothing found.
    internal ArticleEnricher(ArticleStore articles, FindingStore findings, ArticleQueues queues, LanguageServiceFinder? service, ILogger<ArticleEnricher> log) =>
        (this.articles, this.findings, this.queues, this.service, this.log) = (articles, findings, queues, service, log);

    /// <summary>Asks for a revision to be enriched, where the service is turned on and has not answered yet.</summary>
    public async Task AskAsync(string articleId, int revision, CancellationToken cancellation)
    {
        if (service is null || await findings.FindAsync(articleId, revision, cancellation).ConfigureAwait(false) is not null) return;
        await queues.SendAsync(new EnrichArticleMessage(articleId, revision), cancellation).ConfigureAwait(false);
    }

    /// <summary>Enriches one revision, unless that is done; what was asked for before the service was turned off is let go.</summary>
    public async Task EnrichAsync(EnrichArticleMessage message, CancellationToken cancellation)
    {
        if (service is null || await findings.FindAsync(message.ArticleId, message.Revision, cancellation).ConfigureAwait(false) is not null) return;
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
                await findings.SaveAsync(message.ArticleId, message.Revision, found.Findings, cancellation).ConfigureAwait(false);
                break;
        }
    }
}
