using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Ingest.LocalHost.Sample;

/// <summary>An answer of a sample publisher.</summary>
/// <param name="Body">Its text, sent as UTF-8.</param>
/// <param name="ContentType">Without charset.</param>
/// <param name="Modified">For Last-Modified, or null.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Location">Where a redirect leads, or null.</param>
internal sealed record SamplePage(string Body, string ContentType = "text/html", DateTimeOffset? Modified = null, int Status = StatusCodes.Status200OK, string? Location = null)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static SamplePage NotFound { get; } = new("<!DOCTYPE html><title>Page not found</title><h1>Page not found</h1>", Status: StatusCodes.Status404NotFound);

    public static SamplePage MovedTo(string address) => new("", Status: StatusCodes.Status301MovedPermanently, Location: address);

    /// <summary>Answers with validators, and with 304 to a reader that has it already (RFC 9110, 13.2.2: ETag before time).</summary>
    public async Task WriteAsync(HttpContext context)
    {
        var body = Encoding.UTF8.GetBytes(Body);
        var (request, response) = (context.Request.GetTypedHeaders(), context.Response);
        response.StatusCode = Status;
        if (Location is not null) response.Headers.Location = Location;
        foreach (var (name, value) in Headers) response.Headers[name] = value;

        if (Status == StatusCodes.Status200OK)
        {
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..16]}\"");
            response.Headers.ETag = tag.ToString();
            if (Modified is { } modified) response.GetTypedHeaders().LastModified = modified;
            var known = request.IfNoneMatch.Count > 0
                ? request.IfNoneMatch.Any(candidate => candidate.Compare(tag, useStrongComparison: false))
                : Modified is { } changed && request.IfModifiedSince >= changed;
            if (known)
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        response.ContentType = ContentType + "; charset=UTF-8";
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(body, context.RequestAborted);
    }
}
