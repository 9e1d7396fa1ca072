using Ingest.Queries;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Operation;

public sealed class MeasureQueues(OperatorQueries @operator)
{
    [Function(nameof(MeasureQueues))]
    public Task Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellation) => @operator.MeasureAsync(cancellation);
}
