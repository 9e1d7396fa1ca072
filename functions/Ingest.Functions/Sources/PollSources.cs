using Ingest.Sources;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Sources;

public sealed class PollSources(SourcePoller poller)
{
    [Function(nameof(PollSources))]
    public Task Run([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellation) => poller.PollDueAsync(cancellation);
}
