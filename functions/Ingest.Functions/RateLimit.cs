using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Options;

namespace Ingest.Functions;

/// <summary>Settings of the limit on requests, section "RateLimit".</summary>
public sealed class RateLimitOptions
{
    public const string Section = "RateLimit";

    /// <summary>Requests that one caller may send in a minute, on each instance.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "RateLimit:RequestsPerMinute must be 1 or more.")]
    public int RequestsPerMinute { get; init; } = 600;
}

/// <summary>
/// Keeps one caller from taking what is there for all: past its share it is answered 429 with the seconds to wait.
/// A caller is an address: a key would be its own to invent.
/// </summary>
internal sealed class RateLimit(IOptions<RateLimitOptions> options) : IFunctionsWorkerMiddleware, IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
        RateLimitPartition.GetSlidingWindowLimiter(Caller(http.Request), _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = options.Value.RequestsPerMinute,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
            QueueLimit = 0,
        }));

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        using var lease = limiter.AttemptAcquire(http);
        if (lease.IsAcquired) await next(context);
        else await RefuseAsync(http, lease);
    }

    public void Dispose() => limiter.Dispose();

    private static Task RefuseAsync(HttpContext http, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) && after > TimeSpan.Zero ? after : TimeSpan.FromSeconds(10);
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        http.Response.Headers.RetryAfter = seconds.ToString();
        return Results.Problem($"You sent more requests than one caller may in a minute. Wait {seconds} seconds.", statusCode: StatusCodes.Status429TooManyRequests, title: "Too many requests")
            .ExecuteAsync(http);
    }

    // The front end of Azure appends the address and port that it saw; whatever stands before it is the caller's own claim.
    private static string Caller(HttpRequest request)
    {
        var forwarded = request.Headers["X-Forwarded-For"].ToString();
        var last = forwarded[(forwarded.LastIndexOf(',') + 1)..].Trim();
        var address = IPEndPoint.TryParse(last, out var seen) ? seen.Address : request.HttpContext.Connection.RemoteIpAddress;
        return address?.ToString() ?? "";
    }
}
