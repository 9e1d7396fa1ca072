namespace Ingest.Storage;

/// <summary>Asks for one article to be fetched. Small: a queue message holds 48 KiB of text after base64.</summary>
/// <param name="SourceId">The source that told of it.</param>
/// <param name="Url">Where it is.</param>
/// <param name="FeedId">The feed's id for it, or null.</param>
/// <param name="Published">When the feed says it was published; used where the page does not say. Null where unknown.</param>
/// <param name="Title">The feed's headline, or null.</param>
public sealed record FetchArticleMessage(string SourceId, Uri Url, string? FeedId = null, DateTimeOffset? Published = null, string? Title = null)
{
    /// <summary>How often it was tried in vain.</summary>
    public int Attempt { get; init; }

    /// <summary>Since when it is put off because its host asks to be left alone, UTC; null where it is not.</summary>
    public DateTimeOffset? PutOffSince { get; init; }

    /// <summary>Whether its source tells of it as an article that could not be had.</summary>
    public bool IsTold { get; init; }

    /// <summary>How often it was looked at again after it was stored.</summary>
    public int Visit { get; init; }

    /// <summary>W3C traceparent of the step that asked, or null.</summary>
    public string? TraceParent { get; init; }
}

/// <summary>Asks for the mentions of one stored revision of an article to be extracted and recorded.</summary>
/// <param name="ArticleId">The article's id.</param>
/// <param name="Revision">Its revision, from 1.</param>
public sealed record ExtractMentionsMessage(string ArticleId, int Revision)
{
    /// <summary>Whether the article's stored pages are read again before.</summary>
    public bool FromPages { get; init; }

    /// <summary>W3C traceparent of the step that asked, or null.</summary>
    public string? TraceParent { get; init; }
}

/// <summary>Asks for one stored revision of an article to be read by the optional Language service.</summary>
/// <param name="ArticleId">The article's id.</param>
/// <param name="Revision">Its revision, from 1.</param>
public sealed record EnrichArticleMessage(string ArticleId, int Revision)
{
    /// <summary>W3C traceparent of the step that asked, or null.</summary>
    public string? TraceParent { get; init; }
}
