using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Ingest.Telemetry;

/// <summary>
/// What an operator can measure: one activity source and one meter for the whole pipeline, named as OpenTelemetry's
/// semantic conventions name things (lower case, dots, units in UCUM). The alerts and the workbook read these names.
/// </summary>
public static class Instruments
{
    /// <summary>The name of both the activity source and the meter.</summary>
    public const string Name = "Ingest";

    private static readonly Meter Meter = new(Name);

    /// <summary>Spans of the pipeline's steps.</summary>
    public static ActivitySource Activities { get; } = new(Name);

    /// <summary>Article revisions stored, by source and page kind.</summary>
    public static Counter<long> Articles { get; } = Meter.CreateCounter<long>("ingest.articles", "{article}", "Article revisions stored");

    /// <summary>Statements recorded, by source.</summary>
    public static Counter<long> Statements { get; } = Meter.CreateCounter<long>("ingest.statements", "{statement}", "Statements recorded");

    /// <summary>Time that the extraction of one article takes.</summary>
    public static Histogram<double> ExtractionDuration { get; } = Meter.CreateHistogram<double>("ingest.extraction.duration", "s", "Time to extract one article");

    /// <summary>Requests to storage, by service.</summary>
    public static Counter<long> StorageTransactions { get; } = Meter.CreateCounter<long>("ingest.storage.transactions", "{request}", "Requests sent to storage");

    /// <summary>Age of the newest article, by source.</summary>
    public static Gauge<double> NewestArticleAge { get; } = Meter.CreateGauge<double>("ingest.source.newest_age", "s", "Age of the newest article of a source");

    /// <summary>Messages that wait, by queue, poison queues included.</summary>
    public static Gauge<long> QueueDepth { get; } = Meter.CreateGauge<long>("ingest.queue.depth", "{message}", "Messages that wait in a queue");

    /// <summary>
    /// Starts the span of one step as a child of the step that asked for it, however long ago that was.
    /// </summary>
    /// <param name="step">The step's name: "fetch", "extract".</param>
    /// <param name="traceParent">W3C traceparent that came with the message; null or unreadable starts a trace of its own.</param>
    public static Activity? Start(string step, string? traceParent = null) =>
        ActivityContext.TryParse(traceParent, null, isRemote: true, out var parent)
            ? Activities.StartActivity(step, ActivityKind.Consumer, parent)
            : Activities.StartActivity(step);
}
