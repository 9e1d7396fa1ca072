using Ingest.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Operation;

/// <summary>Finds rows that disagree with each other or with their articles, and mends them.</summary>
public sealed class CheckRecord(OperatorQueries @operator)
{
    [Function(nameof(CheckRecord))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/check")] HttpRequest request, CancellationToken cancellation) =>
        @operator.CheckAsync(request, cancellation);
}
