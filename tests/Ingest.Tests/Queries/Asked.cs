using System.Text;
using System.Text.Json;
using Ingest.Tests.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Tests.Queries;

/// <summary>An answer as a caller gets it.</summary>
internal sealed record Asked(int Status, string Body, IHeaderDictionary Headers)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string[] Ids => [.. Json.GetProperty("value").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];

    public string? NextCursor => Json.TryGetProperty("nextCursor", out var cursor) ? cursor.GetString() : null;

    /// <summary>Asks a query as the app would: with a path, parameters and headers.</summary>
    public static async Task<Asked> Of(Func<HttpRequest, CancellationToken, Task<IResult>> query, string address, params (string Name, string Value)[] headers)
    {
        var http = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        var uri = new Uri(new Uri("http://ingest.example"), address);
        (http.Request.Scheme, http.Request.Host, http.Request.Path, http.Request.QueryString) = (uri.Scheme, new HostString(uri.Authority), uri.AbsolutePath, new QueryString(uri.Query));
        http.Request.Method = "GET";
        foreach (var (name, value) in headers) http.Request.Headers[name] = value;
        using var body = new MemoryStream();
        http.Response.Body = body;
        var result = await query(http.Request, TestRecord.Cancellation);
        await result.ExecuteAsync(http);
        return new Asked(http.Response.StatusCode, Encoding.UTF8.GetString(body.ToArray()), http.Response.Headers);
    }
}
