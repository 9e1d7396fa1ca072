namespace Ingest.Evaluation.Fuzzing;

/// <summary>
/// Feeds the parsers hostile inputs of 10 MB and mutated samples, and says what threw or took more than 2 seconds of processor
/// time or 200 MB of memory beyond the input.
/// </summary>
internal static class FuzzCommand
{
    private const int LargestInput = 10_000_000;
    private const long MostMemory = 200_000_000;

    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(2);

    /// <param name="folder">Where samples are: pages, feeds, packed or not.</param>
    /// <param name="rounds">How many mutations of each sample are tried.</param>
    public static int Run(string folder, int rounds)
    {
        var faults = 0;
        foreach (var (name, bytes) in HostileInputs.OfSize(LargestInput)) faults += Try(name, bytes, isLarge: true);
        var samples = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        foreach (var file in samples)
        {
            var sample = SampleFile.Read(file);
            var random = new Random(1);
            for (var round = 0; round < rounds; round++) faults += Try($"{Path.GetFileName(file)}, mutation {round}", Mutation.Of(sample, random), isLarge: false);
        }

        Console.Error.WriteLine($"{samples.Count} samples, {rounds} mutations of each, {faults} faults");
        return faults == 0 ? 0 : 1;
    }

    private static int Try(string name, byte[] bytes, bool isLarge)
    {
        var faults = 0;
        foreach (var (parser, parse) in Parsers.All)
        {
            if (isLarge) GC.Collect();
            using var memory = new MemoryWatch(isLarge);
            var before = Environment.CpuUsage.TotalTime;
            try
            {
                parse(bytes);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                Console.Error.WriteLine($"{parser}: {name}: {e.GetType().Name}: {e.Message}");
                faults++;
                continue;
            }

            var time = Environment.CpuUsage.TotalTime - before;
            if (time <= MostTime && memory.Peak <= MostMemory) continue;
            Console.Error.WriteLine($"{parser}: {name}: {time.TotalSeconds:0.0} s, {memory.Peak / 1e6:0} MB");
            faults++;
        }

        return faults;
    }

    /// <summary>Watches the managed heap's largest size from outside while a parser runs.</summary>
    private sealed class MemoryWatch : IDisposable
    {
        private readonly long before = GC.GetTotalMemory(forceFullCollection: false);
        private readonly Timer? timer;
        private long peak;

        public MemoryWatch(bool isOn)
        {
            if (isOn) timer = new Timer(_ => peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false)), null, 0, 20);
        }

        public long Peak => peak - before;

        public void Dispose() => timer?.Dispose();
    }
}
