using Ingest.Sources;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Sources;

public sealed class ContinueBackfills(BackfillWalker walker)
{
    [Function(nameof(ContinueBackfills))]
    public Task Run([TimerTrigger("30 * * * * *")] TimerInfo timer, CancellationToken cancellation) => walker.ContinueAsync(cancellation);
}
