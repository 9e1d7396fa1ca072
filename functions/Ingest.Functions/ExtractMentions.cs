using Ingest.Storage;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions;

public sealed class ExtractMentions(MentionRecorder recorder)
{
    [Function(nameof(ExtractMentions))]
    public Task Run([QueueTrigger(StorageNames.ExtractMentionsQueue)] ExtractMentionsMessage message, CancellationToken cancellation) =>
        recorder.RecordAsync(message, cancellation);
}
