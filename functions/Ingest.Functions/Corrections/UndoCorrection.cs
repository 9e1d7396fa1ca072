using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Corrections;

public sealed class UndoCorrection(Ingest.Queries.Corrections corrections)
{
    [Function(nameof(UndoCorrection))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/corrections/{id}/undo")] HttpRequest request, string id, CancellationToken cancellation) =>
        corrections.UndoAsync(request, id, cancellation);
}
