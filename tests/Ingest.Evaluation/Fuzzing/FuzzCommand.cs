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
    /// <param name="size">The size of hostile inputs in bytes; null takes the largest that is promised to be read in time.</param>
    public static int Run(string folder, int rounds, int? size = null)
    {
        // Compiling the parsers is no cost of the first input.
        foreach (var (_, bytes) in HostileInputs.OfSize(1000))
            foreach (var (_, parse) in Parsers.All) parse(bytes);

        var tally = new Tally();
        foreach (var (name, bytes) in HostileInputs.OfSize(size ?? LargestInput)) Try(name, bytes, isLarge: true, tally);
        var samples = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        foreach (var file in samples)
        {
            var sample = SampleFile.Read(file);
            var random = new Random(1);
            for (var round = 0; round < rounds; round++) Try($"{Path.GetFileName(file)}, mutation {round}", Mutation.Of(sample, random), isLarge: false, tally);
        }

        Console.Error.WriteLine($"{tally.Inputs} inputs, {tally.Faults} faults; what cost each parser most:");
        foreach (var costs in tally.Costs.GroupBy(cost => cost.Parser))
        {
            var (slowest, largest) = (costs.MaxBy(cost => cost.Time)!, costs.MaxBy(cost => cost.Memory)!);
            Console.Error.WriteLine($"{costs.Key,-16}{slowest.Time.TotalSeconds,6:0.00} s  {slowest.Input}");
            Console.Error.WriteLine($"{largest.Memory / 1e6,21:0} MB  {largest.Input}");
        }

        return tally.Faults == 0 ? 0 : 1;
    }

    private sealed class Tally
    {
        public int Inputs { get; set; }

        public int Faults { get; set; }

        public List<Cost> Costs { get; } = [];
    }

    private sealed record Cost(string Parser, string Input, TimeSpan Time, long Memory);

    private static void Try(string name, byte[] bytes, bool isLarge, Tally tally)
    {
        tally.Inputs++;
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
                tally.Faults++;
                continue;
            }

            var time = Environment.CpuUsage.TotalTime - before;
            if (isLarge) tally.Costs.Add(new Cost(parser, name, time, memory.Peak));
            if (time <= MostTime && memory.Peak <= MostMemory) continue;
            Console.Error.WriteLine($"{parser}: {name}: {time.TotalSeconds:0.0} s, {memory.Peak / 1e6:0} MB");
            tally.Faults++;
        }
    }

    /// <summary>Watches the managed heap's largest size from outside while a parser runs.</summary>
    private sealed class MemoryWatch : IDisposable
    {
        private const int Interval = 5;

        private readonly long before = GC.GetTotalMemory(forceFullCollection: false);
        private readonly Timer? timer;
        private long peak;

        public MemoryWatch(bool isOn)
        {
            if (isOn) timer = new Timer(_ => peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false)), null, 0, Interval);
        }

        public long Peak => peak - before;

        public void Dispose() => timer?.Dispose();
    }
}
