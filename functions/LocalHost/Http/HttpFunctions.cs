using Ingest.LocalHost.Invocation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ingest.LocalHost.Http;

/// <summary>Serves the functions with an HTTP trigger at their routes.</summary>
internal static class HttpFunctions
{
    public static void MapFunctions(this IEndpointRouteBuilder app)
    {
        var services = app.ServiceProvider;
        var prefix = services.GetRequiredService<HostJson>().RoutePrefix;
        foreach (var (function, trigger) in services.GetRequiredService<FunctionCatalogue>().With<HttpTriggerAttribute>())
        {
            var endpoint = app.Map(RouteOf(function, trigger, prefix), http => ServeAsync(http, function, trigger));
            endpoint.WithDisplayName(function.Name);
            if (trigger.Methods is { Length: > 0 } methods)
                endpoint.WithMetadata(new HttpMethodMetadata(methods));
        }
    }

    /// <summary>
    /// The route under the prefix. An empty route means the function's name, as on the Functions host, so a function that
    /// answers at the root itself takes a parameter that no text fits: "{ignored:maxlength(0)?}".
    /// </summary>
    internal static RoutePattern RouteOf(Function function, HttpTriggerAttribute trigger, string prefix)
    {
        var route = string.IsNullOrEmpty(trigger.Route) ? function.Name : trigger.Route;
        return RoutePatternFactory.Parse($"{prefix}/{route.TrimStart('/')}".TrimStart('/'));
    }

    private static async Task ServeAsync(HttpContext http, Function function, HttpTriggerAttribute trigger)
    {
        if (!http.RequestServices.GetRequiredService<FunctionKeys>().Admits(http.Request, trigger.AuthLevel))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        try
        {
            var values = http.GetRouteData().Values.ToDictionary(StringComparer.OrdinalIgnoreCase);
            var context = new LocalFunctionContext(function, new Trigger(http.Request, values), http.RequestServices, http.RequestAborted) { Http = http };
            if (await http.RequestServices.GetRequiredService<FunctionInvoker>().InvokeAsync(context) is IResult result)
                await result.ExecuteAsync(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; nobody reads an answer.
        }
        catch (BadHttpRequestException problem) when (!http.Response.HasStarted)
        {
            // A body that is larger than any may be, or that breaks off.
            http.Response.Clear();
            http.Response.StatusCode = problem.StatusCode;
        }
        catch (Exception problem) when (!http.Response.HasStarted)
        {
            Log(http, function).LogError(problem, "{Method} {Path} failed", http.Request.Method, http.Request.Path);
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    private static ILogger Log(HttpContext http, Function function) =>
        http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(function.Name);
}
