using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Corrections;

public sealed class SubmitCorrection(Ingest.Queries.Corrections corrections)
{
    [Function(nameof(SubmitCorrection))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/corrections")] HttpRequest request, CancellationToken cancellation) =>
        corrections.SubmitAsync(request, cancellation);
}
