using Ingest.Queries.Page;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Page;

public sealed class ShowCalendar(Pages pages)
{
    [Function(nameof(ShowCalendar))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "calendar")] HttpRequest request, CancellationToken cancellation) =>
        pages.CalendarAsync(request, cancellation);
}
