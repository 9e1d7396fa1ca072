using System.Diagnostics;

namespace Ingest.Evaluation;

/// <summary>How fast one thread worked through a set, after a warm-up pass over all of it.</summary>
/// <param name="Items">How many items it did.</param>
/// <param name="Bytes">Their size as UTF-8, or as fetched.</param>
/// <param name="Elapsed">The time of the work alone, reading and writing files left out.</param>
internal sealed record Measurement(int Items, long Bytes, TimeSpan Elapsed)
{
    public static Measurement Of<TItem, TResult>(IReadOnlyList<TItem> items, Func<TItem, long> size, Func<TItem, TResult> work, out List<TResult> results)
    {
        foreach (var item in items) work(item);
        results = new List<TResult>(items.Count);
        var clock = Stopwatch.StartNew();
        foreach (var item in items) results.Add(work(item));
        return new Measurement(items.Count, items.Sum(size), clock.Elapsed);
    }

    public override string ToString()
    {
        using var process = Process.GetCurrentProcess();
        var seconds = Math.Max(Elapsed.TotalSeconds, 1e-9);
        return $"{Items} items, {Bytes / 1e6 / seconds:0.000} MB/s, {Items / seconds:0.0} items/s, peak memory {process.PeakWorkingSet64 / 1e6:0} MB";
    }
}
