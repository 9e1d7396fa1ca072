using System.Collections.Concurrent;

namespace Ingest.Evaluation.Load;

/// <summary>What readers were answered: how long it took, and what was wrong with it.</summary>
internal sealed class Answered
{
    private readonly ConcurrentBag<double> milliseconds = [];
    private readonly ConcurrentQueue<string> wrong = new();
    private int refused;
    private int unreachable;

    /// <summary>Right answers, in milliseconds.</summary>
    public double[] Milliseconds => [.. milliseconds.Order()];

    /// <summary>What was wrong, in words.</summary>
    public IReadOnlyCollection<string> Wrong => wrong;

    /// <summary>Requests that were told to be asked again (5xx): no answer, but none that is wrong.</summary>
    public int Refused => refused;

    /// <summary>Requests that nobody answered, while the app was being killed or started.</summary>
    public int Unreachable => unreachable;

    public void Take(TimeSpan time) => milliseconds.Add(time.TotalMilliseconds);

    public void Complain(string what) => wrong.Enqueue(what);

    public void Refuse() => Interlocked.Increment(ref refused);

    public void Miss() => Interlocked.Increment(ref unreachable);
}
