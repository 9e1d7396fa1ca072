using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Ingest.Queries.Formats;

/// <summary>An answer that callers need not fetch again while it is the same.</summary>
/// <param name="contentType">Its type.</param>
/// <param name="bytes">Itself.</param>
/// <param name="tagged">What its ETag is made of: the bytes without what changes with every request; null for the bytes.</param>
internal sealed class BytesResult(string contentType, byte[] bytes, byte[]? tagged = null) : IResult
{
    /// <summary>Headers besides.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(tagged ?? bytes))[..32]}\"", isWeak: tagged is not null);
        foreach (var (name, value) in Headers) response.Headers[name] = value;
        response.Headers.ETag = tag.ToString();
        // Kept by whoever likes, and asked for before every use.
        response.Headers.CacheControl = "no-cache";
        response.Headers.Append(HeaderNames.Vary, "Accept");
        response.Headers.XContentTypeOptions = "nosniff";
        if (request.GetTypedHeaders().IfNoneMatch.Any(known => known.Tag == "*" || known.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = contentType;
        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(request.Method)) await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }
}
