using Microsoft.Extensions.Logging;

namespace Ingest.Sources;

/// <summary>What polling says as it happens.</summary>
internal static partial class SourceLog
{
    [LoggerMessage(1, LogLevel.Information, "{Source}: polled, {New} new of {Count} articles; next poll in {Interval}.", EventName = "SourcePolled")]
    public static partial void Polled(this ILogger logger, string source, int @new, int count, TimeSpan interval);

    [LoggerMessage(2, LogLevel.Information, "{Source}: polled, nothing new; next poll in {Interval}.", EventName = "SourceUnchanged")]
    public static partial void Unchanged(this ILogger logger, string source, TimeSpan interval);

    [LoggerMessage(3, LogLevel.Warning, "{Source}: not read, {Words}. It is asked again at {Next:u}; until then this is not said again, and GET /api/sources shows it.", EventName = "SourceFailed")]
    public static partial void Failed(this ILogger logger, string source, string words, DateTimeOffset next);

    [LoggerMessage(4, LogLevel.Debug, "{Source}: still not read, {Words}. It is asked again at {Next:u}.", EventName = "SourceStillFailing")]
    public static partial void StillFailing(this ILogger logger, string source, string words, DateTimeOffset next);

    [LoggerMessage(5, LogLevel.Warning, "{Source}: stopped, {Words}. Resume it with POST /api/sources/{Id}/resume once it is back.", EventName = "SourceStopped")]
    public static partial void Stopped(this ILogger logger, string source, string id, string words);

    [LoggerMessage(6, LogLevel.Information, "{Source}: found by {FindBy} at {Address}.", EventName = "SourceFound")]
    public static partial void Found(this ILogger logger, string source, FindBy findBy, Uri address);

    [LoggerMessage(7, LogLevel.Information, "{Source}: reading back, {Articles} articles from {Pages} pages so far.", EventName = "BackfillStep")]
    public static partial void BackfillStep(this ILogger logger, string source, int articles, int pages);

    [LoggerMessage(8, LogLevel.Information, "{Source}: read back to {Until}, {Articles} articles from {Pages} pages.", EventName = "BackfillDone")]
    public static partial void BackfillDone(this ILogger logger, string source, DateOnly until, int articles, int pages);

    [LoggerMessage(9, LogLevel.Warning, "{Source}: reading back stopped, {Words}.", EventName = "BackfillStopped")]
    public static partial void BackfillStopped(this ILogger logger, string source, string words);
}
