namespace Ingest.LocalHost.Queues;

/// <summary>The section extensions.queues of host.json.</summary>
internal sealed record QueuesOptions
{
    /// <summary>How many messages are taken at once; 1 to 32.</summary>
    public int BatchSize { get; init; } = 16;

    /// <summary>The next batch is taken when no more than this many messages are still at work; half the batch unless given.</summary>
    public int? NewBatchThreshold { get; init; }

    /// <summary>How often a message is tried before it goes to the poison queue.</summary>
    public int MaxDequeueCount { get; init; } = 5;

    /// <summary>How long a message that failed waits for its next try.</summary>
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.Zero;

    /// <summary>The longest pause between two looks into an empty queue. On Azure it is a minute unless given; here nobody wants to wait.</summary>
    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>"base64", or "none" where messages are plain text.</summary>
    public string MessageEncoding { get; init; } = "base64";

    /// <summary>How long a message at work stays hidden from others; renewed for as long as the work goes on. Short, since whoever kills a host waits for it.</summary>
    public static TimeSpan Lease => TimeSpan.FromSeconds(15);

    /// <summary>Whether messages carry base64.</summary>
    public bool IsBase64 => MessageEncoding.Equals("base64", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="LocalHostException">A value is out of its range.</exception>
    public void Validate()
    {
        Require(BatchSize is >= 1 and <= 32, "batchSize is from 1 to 32");
        Require(NewBatchThreshold is null or >= 0, "newBatchThreshold is not negative");
        Require(MaxDequeueCount >= 1, "maxDequeueCount is at least 1");
        Require(VisibilityTimeout >= TimeSpan.Zero && VisibilityTimeout <= TimeSpan.FromDays(7), "visibilityTimeout is from 0 to 7 days");
        Require(MaxPollingInterval >= TimeSpan.FromMilliseconds(100), "maxPollingInterval is at least 100 ms");
        Require(IsBase64 || MessageEncoding.Equals("none", StringComparison.OrdinalIgnoreCase), "messageEncoding is base64 or none");
    }

    private static void Require(bool holds, string rule)
    {
        if (!holds)
            throw new LocalHostException($"host.json, extensions.queues: {rule}.");
    }
}
