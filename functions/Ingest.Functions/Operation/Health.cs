using Ingest.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Operation;

/// <summary>Live: the process answers. Ready: it can do its work.</summary>
public sealed class Health(OperatorQueries @operator)
{
    [Function("GetHealth")]
    public Task<IResult> Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request, CancellationToken cancellation) =>
        @operator.HealthAsync(request, cancellation);

    [Function("GetLiveness")]
    public IResult GetLive([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health/live")] HttpRequest request) => OperatorQueries.Live();
}
