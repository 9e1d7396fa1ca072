using Ingest.Queries;
using Ingest.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Ingest.Functions.Operation;

/// <summary>Tells whoever waits for an answer that storage gives none. Work that came by a queue or a timer fails, and is tried again.</summary>
internal sealed partial class Outages(ILogger<Outages> log) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception trouble) when (StorageOutage.Is(trouble) && context.GetHttpContext() is { Response.HasStarted: false } http)
        {
            Failed(trouble, context.FunctionDefinition.Name);
            await OutageAnswer.WriteAsync(http);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "{Function} was answered 503: storage does not answer", EventName = "StorageOutage")]
    private partial void Failed(Exception trouble, string function);
}
