using Microsoft.Extensions.Logging;

namespace Ingest.Articles;

/// <summary>What fetching says as it happens.</summary>
internal static partial class ArticleLog
{
    [LoggerMessage(20, LogLevel.Information, "{Source}: fetched \"{Title}\", revision {Revision}, in {Milliseconds} ms.", EventName = "ArticleFetched")]
    public static partial void Fetched(this ILogger logger, string source, string title, int revision, long milliseconds);

    [LoggerMessage(21, LogLevel.Information, "{Source}: {Address} is no whole article ({Kind}); it is kept and not read further.", EventName = "NoArticle")]
    public static partial void NoArticle(this ILogger logger, string source, Uri address, PageKind kind);

    [LoggerMessage(22, LogLevel.Warning, "{Source}: {Address} was not fetched, {Words}.", EventName = "ArticleNotFetched")]
    public static partial void NotFetched(this ILogger logger, string source, Uri address, string words);

    [LoggerMessage(23, LogLevel.Information, "{Source}: {Address} is tried again in {Delay}, {Words}.", EventName = "ArticleTriedLater")]
    public static partial void TriedLater(this ILogger logger, string source, Uri address, string words, TimeSpan delay);

    [LoggerMessage(24, LogLevel.Warning, "{Source}: {Address} was tried too often and is set aside, {Words}. GET /api/health counts it; an operator can return it to work.", EventName = "ArticleSetAside")]
    public static partial void SetAside(this ILogger logger, string source, Uri address, string words);

    [LoggerMessage(26, LogLevel.Information, "{Address} is kept and not extracted, its language is {Language}.", EventName = "ArticleInOtherLanguage")]
    public static partial void OtherLanguage(this ILogger logger, string address, string language);

    [LoggerMessage(25, LogLevel.Information, "{Address} is not fetched, its source {SourceId} was removed.", EventName = "ArticleSourceGone")]
    public static partial void SourceGone(this ILogger logger, string sourceId, Uri address);
}
