using Ingest.Queries;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Operation;

/// <summary>Tells browsers which other pages may read answers: those of the setting Queries:AllowedOrigins.</summary>
internal sealed class Cors(ICorsService cors, IOptions<QueryOptions> options) : IFunctionsWorkerMiddleware
{
    private readonly CorsPolicy policy = PolicyOf(options.Value.AllowedOrigins);

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http) cors.ApplyResult(cors.EvaluatePolicy(http, policy), http.Response);
        return next(context);
    }

    private static CorsPolicy PolicyOf(string origins)
    {
        var allowed = origins.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var builder = new CorsPolicyBuilder().WithMethods("GET", "POST", "DELETE").WithHeaders("x-functions-key", "content-type", "if-none-match", "accept").WithExposedHeaders("ETag", "Link", "Retry-After");
        return (allowed is ["*"] ? builder.AllowAnyOrigin() : builder.WithOrigins(allowed)).Build();
    }
}
