using Ingest.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Queries;

public sealed class CountStatements(StatisticsQueries statistics)
{
    [Function(nameof(CountStatements))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/stats")] HttpRequest request, CancellationToken cancellation) =>
        statistics.CountAsync(request, cancellation);
}
