using Ingest.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Queries;

public sealed class ListDates(DateQueries dates)
{
    [Function(nameof(ListDates))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/dates")] HttpRequest request, CancellationToken cancellation) =>
        dates.ListAsync(request, cancellation);
}
