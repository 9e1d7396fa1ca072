using System.Diagnostics;
using Ingest.Articles;
using Ingest.Extraction;
using Ingest.Extraction.LanguageService;
using Ingest.Telemetry;
using Microsoft.Extensions.Logging;

namespace Ingest.Storage;

/// <summary>The second half of the pipeline: from a stored article to the record.</summary>
public sealed partial class MentionRecorder
{
    // Others need seconds, and a dead writer's claim ends after minutes.
    private static readonly TimeSpan BusyDelay = TimeSpan.FromSeconds(20);

    private readonly ArticleStore articles;
    private readonly ArticleRereader rereader;
    private readonly ArticleQueues queues;
    private readonly MentionExtractor extractor;
    private readonly RecordWriter record;
    private readonly ArticleEnricher enricher;
    private readonly ILogger<MentionRecorder> log;

    internal MentionRecorder(
        ArticleStore articles,
        ArticleRereader rereader,
        ArticleQueues queues,
        MentionExtractor extractor,
        RecordWriter record,
        ArticleEnricher enricher,
        ILogger<MentionRecorder> log)
    {
        this.articles = articles;
        this.rereader = rereader;
        this.queues = queues;
        this.extractor = extractor;
        this.record = record;
        this.enricher = enricher;
        this.log = log;
    }

    /// <summary>Extracts the mentions of one revision of an article and records them. May be run again at any time.</summary>
    public async Task RecordAsync(ExtractMentionsMessage message, CancellationToken cancellation)
    {
        using var step = Instruments.Start("extract", message.TraceParent);
        if (message.FromPages) await rereader.RereadAsync(message.ArticleId, cancellation);
        var article = await articles.FindAsync(message.ArticleId, message.Revision, cancellation);
        while (article is not null)
        {
            // What is written in another language has no place in the record, unless it was taken for English before.
            if (!MentionExtractor.Reads(article.Article.Language) && !await record.HoldsAsync(article, cancellation)) return;
            var clock = Stopwatch.StartNew();
            var mentions = Read(article);
            Instruments.ExtractionDuration.Record(clock.Elapsed.TotalSeconds);
            try
            {
                if (await record.WriteAsync(article, mentions, cancellation)) Tell(article, mentions, clock.ElapsedMilliseconds);
            }
            catch (ClusterBusyException)
            {
                // Nothing went wrong, so that it is no failed try: those are counted, and too many put a message aside.
                await queues.SendAsync(message, cancellation, BusyDelay);
                return;
            }

            // Also where the record was written before: that run may have died before it asked.
            if (MentionExtractor.Reads(article.Article.Language)) await enricher.AskAsync(article.Id, article.Revision, cancellation);

            // Its original may have become known meanwhile, and then it is recorded where it no longer belongs.
            var now = await articles.FindHeadAsync(article.Id, cancellation);
            if (now is null || now.ClusterId == article.ClusterId) return;
            article = await articles.FindAsync(message.ArticleId, message.Revision, cancellation);
        }
    }

    /// <summary>What an article yields; nothing where it is in a language that is not read.</summary>
    internal Mentions Read(StoredArticle article) => MentionExtractor.Reads(article.Article.Language)
        ? extractor.Extract(new ArticleText(article.Article.Text, article.PublishedDay, article.Article.Title))
        : Mentions.None;

    private void Tell(StoredArticle article, Mentions mentions, long milliseconds)
    {
        Instruments.Statements.Add(mentions.Statements.Length, new KeyValuePair<string, object?>("source", article.SourceId));
        Recorded(article.SourceId, article.Article.Title, mentions.Statements.Length, mentions.Officials.Length, mentions.Figures.Length, mentions.Dates.Length, milliseconds);
    }

    [LoggerMessage(1, LogLevel.Information, "{Source}: “{Title}”: {Statements} statements, {Officials} officials, {Figures} figures, {Dates} dates, in {Milliseconds} ms", EventName = "ArticleRecorded")]
    private partial void Recorded(string source, string title, int statements, int officials, int figures, int dates, long milliseconds);
}
