using Ingest.Queries;
using Ingest.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Operation;

/// <summary>Extracts everything anew, in the background.</summary>
public sealed class Reextract(OperatorQueries @operator)
{
    [Function("StartReextraction")]
    public Task<IResult> Start([HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/reextract")] HttpRequest request, CancellationToken cancellation) =>
        @operator.ReextractAsync(cancellation);

    [Function("GetReextraction")]
    public Task<IResult> Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/reextract")] HttpRequest request, CancellationToken cancellation) =>
        @operator.ReextractionAsync(cancellation);

    [Function("StepReextraction")]
    public Task Step([QueueTrigger(StorageNames.ReextractQueue)] ReextractMessage message, CancellationToken cancellation) =>
        @operator.StepAsync(message, cancellation);
}
