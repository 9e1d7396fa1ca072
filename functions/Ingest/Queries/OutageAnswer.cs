using Ingest.Queries.Formats;
using Ingest.Queries.Page;
using Microsoft.AspNetCore.Http;

namespace Ingest.Queries;

/// <summary>What a caller is told while storage does not answer: a program by a problem, a person by a page.</summary>
public static class OutageAnswer
{
    private const string Title = "Storage does not answer";
    private const int SecondsToWait = 10;

    /// <summary>Answers 503, and when to try again.</summary>
    public static Task WriteAsync(HttpContext http)
    {
        http.Response.Headers.RetryAfter = $"{SecondsToWait}";
        IResult answer = http.Request.Path.StartsWithSegments("/api")
            ? Answers.Problem(StatusCodes.Status503ServiceUnavailable, Title, $"Nothing that was recorded is lost. Ask again in {SecondsToWait} seconds; what is sent twice counts once.")
            : new HtmlPage(Title, "", Html.Of($"<div class=\"notice\"><h1>{Title}</h1><p>Nothing that was recorded is lost. Load this page again in {SecondsToWait} seconds.</p></div>"), StatusCodes.Status503ServiceUnavailable);
        return answer.ExecuteAsync(http);
    }
}
