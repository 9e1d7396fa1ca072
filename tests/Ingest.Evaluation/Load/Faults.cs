using System.Collections.Concurrent;

namespace Ingest.Evaluation.Load;

/// <summary>Something that goes wrong once.</summary>
internal enum Fault
{
    /// <summary>Storage answers 500, and does nothing.</summary>
    StorageError,

    /// <summary>Storage answers 503, and does nothing.</summary>
    StorageBusy,

    /// <summary>Storage does what was asked, and the connection breaks before it says so.</summary>
    StorageLostAnswer,

    /// <summary>Storage does what was asked, and the connection breaks amid the answer.</summary>
    StorageCutAnswer,

    /// <summary>Storage does what was asked, and never says so: the caller gives up.</summary>
    StorageSilence,

    /// <summary>The publisher answers 500.</summary>
    PublisherError,

    /// <summary>The publisher sends the page in drops.</summary>
    PublisherSlow,

    /// <summary>The publisher's connection breaks amid the page.</summary>
    PublisherCutAnswer,

    /// <summary>The process is killed with everything that it has in hand, and started again.</summary>
    Kill,
}

/// <summary>Faults that wait for the next request which they befall, and how many have befallen one.</summary>
internal sealed class Faults
{
    private readonly ConcurrentQueue<Fault> storage = new();
    private readonly ConcurrentQueue<Fault> publisher = new();
    private readonly ConcurrentDictionary<Fault, int> befallen = new();

    /// <summary>How often each has befallen something.</summary>
    public IReadOnlyDictionary<Fault, int> Befallen => befallen;

    /// <summary>How many have befallen something.</summary>
    public int Count => befallen.Values.Sum();

    /// <summary>Lets a fault befall the next request that it can.</summary>
    public void Arm(Fault fault) => (fault >= Fault.PublisherError ? publisher : storage).Enqueue(fault);

    /// <summary>The fault that befalls a request to storage, or null.</summary>
    public Fault? OfStorage() => Take(storage);

    /// <summary>The fault that befalls a request to the publisher, or null.</summary>
    public Fault? OfPublisher() => Take(publisher);

    /// <summary>Whether a fault of the publisher still waits for a request.</summary>
    public bool IsPublisherFaultWaiting => !publisher.IsEmpty;

    /// <summary>Notes a fault that was made elsewhere.</summary>
    public void Note(Fault fault) => befallen.AddOrUpdate(fault, 1, (_, count) => count + 1);

    /// <summary>Nothing befalls anything any more.</summary>
    public void Disarm()
    {
        storage.Clear();
        publisher.Clear();
    }

    private Fault? Take(ConcurrentQueue<Fault> waiting)
    {
        if (!waiting.TryDequeue(out var fault)) return null;
        Note(fault);
        return fault;
    }
}
