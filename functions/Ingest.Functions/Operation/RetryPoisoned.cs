using Ingest.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Operation;

public sealed class RetryPoisoned(OperatorQueries @operator)
{
    [Function(nameof(RetryPoisoned))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/queues/{name}/retry")] HttpRequest request, string name, CancellationToken cancellation) =>
        @operator.RetryAsync(name, cancellation);
}
