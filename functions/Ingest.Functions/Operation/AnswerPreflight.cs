using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Operation;

/// <summary>A browser asks before it sends a key from another page; <see cref="Cors"/> has written the answer.</summary>
public sealed class AnswerPreflight
{
    [Function(nameof(AnswerPreflight))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "options", Route = "api/{*path}")] HttpRequest request) => Results.NoContent();
}
