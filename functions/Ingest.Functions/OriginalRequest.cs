using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Ingest.Functions;

/// <summary>
/// The Functions host passes requests on to this process under an address of its own. Every request gets back the scheme, host and caller
/// that it came with, so that links lead to where it was sent and callers are told apart. They stand in the X-Forwarded headers: as the host
/// received them, where it tells ("Headers" of the binding data), since it writes its own over those of the front end.
/// </summary>
internal sealed class OriginalRequest : IFunctionsWorkerMiddleware
{
    private const string For = "X-Forwarded-For";

    private static readonly JsonNodeOptions AnyCase = new() { PropertyNameCaseInsensitive = true };

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http) Restore(http.Request, Received(context));
        return next(context);
    }

    /// <summary>Gives a request back what it came with.</summary>
    /// <param name="request">The request as it reached this process.</param>
    /// <param name="received">Its headers as they reached the host; null where the host does not tell.</param>
    internal static void Restore(HttpRequest request, JsonObject? received)
    {
        // A name that cannot be one would make addresses that cannot be read.
        if (First(Header("X-Forwarded-Host")) is { } host && Uri.TryCreate($"http://{host}", UriKind.Absolute, out var address) && address.Authority.Equals(host, StringComparison.OrdinalIgnoreCase))
            request.Host = new HostString(address.Authority);
        if (First(Header("X-Forwarded-Proto")) is ("http" or "https") and var scheme) request.Scheme = scheme;
        if (Header(For) is { } callers) request.Headers[For] = callers;

        string? Header(string name) => (received?[name] as JsonValue)?.TryGetValue<string>(out var told) == true && told.Length > 0 ? told : request.Headers[name];
    }

    private static string? First(string? values) => values?.Split(',')[0].Trim();

    private static JsonObject? Received(FunctionContext context)
    {
        if (context.BindingContext.BindingData.GetValueOrDefault("Headers") is not string json) return null;
        try
        {
            return JsonNode.Parse(json, AnyCase) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
