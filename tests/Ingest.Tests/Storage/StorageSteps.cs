using System.Diagnostics.Metrics;
using Ingest.Telemetry;

namespace Ingest.Tests.Storage;

/// <summary>Counts what this test asks of storage, and kills it before the request of a number.</summary>
internal sealed class StorageSteps : IDisposable
{
    private readonly AsyncLocal<bool> ours = new() { Value = true };
    private readonly MeterListener listener = new();

    public StorageSteps(int killBefore, CancellationTokenSource death)
    {
        listener.InstrumentPublished = (instrument, all) =>
        {
            if (instrument == Instruments.StorageTransactions) all.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, _, _, _) =>
        {
            if (ours.Value && ++Count == killBefore) death.Cancel();
        });
        listener.Start();
    }

    public int Count { get; private set; }

    public void Dispose() => listener.Dispose();
}
