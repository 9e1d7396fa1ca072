using Ingest.Extraction;
using Ingest.Storage;
using Microsoft.Extensions.Logging;

namespace Ingest.Articles;

/// <summary>Brings an article together with its copies, and asks for all that is not extracted yet to be.</summary>
internal sealed class ArticleHandOver(ClusterStore clusters, ArticleStore articles, ArticleQueues queues, ILogger<ArticleHandOver> logger)
{
    /// <summary>Hands on an article and those that it moves. Its own head comes last: until that says so, a replay does all of this again.</summary>
    public async Task HandOnAsync(ArticleHeadRow head, CancellationToken cancellation)
    {
        var joined = await clusters.JoinAsync(head, cancellation).ConfigureAwait(false);
        foreach (var waiting in joined.OrderBy(waiting => waiting.Id == head.Id))
        {
            if (MentionExtractor.Reads(waiting.Language))
                await queues.SendAsync(new ExtractMentionsMessage(waiting.Id, waiting.Revision), cancellation).ConfigureAwait(false);
            else logger.OtherLanguage(waiting.Url, waiting.Language!);
            await articles.ChangeAsync(waiting.Id, row => row.Announced = Math.Max(row.Announced, waiting.Revision), cancellation).ConfigureAwait(false);
        }
    }
}
