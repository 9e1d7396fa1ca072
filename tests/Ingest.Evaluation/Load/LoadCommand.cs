using System.Globalization;

namespace Ingest.Evaluation.Load;

/// <summary>Twenty readers and a running ingest, with one fault a second, for some minutes.</summary>
internal static class LoadCommand
{
    public static async Task<int> RunAsync(int minutes)
    {
        var seconds = 60 * minutes;
        var plan = new LoadPlan(
            Articles: seconds,
            ArticleEvery: TimeSpan.FromSeconds(1),
            Faults: seconds,
            FaultEvery: TimeSpan.FromSeconds(1),
            Kinds: [.. Enum.GetValues<Fault>().Where(fault => fault != Fault.Kill)],
            Readers: 20,
            Pause: TimeSpan.FromMilliseconds(250))
        { KillEvery = 190 };
        var result = await new LoadRun(plan, Console.Error).RunAsync(CancellationToken.None);
        Print(minutes, plan, result);
        foreach (var wrong in result.Answered.Wrong.Take(20)) Console.Error.WriteLine(wrong);
        return result.Answered.Wrong.Count + result.Lost + result.Doubled + result.Disagreements == 0 ? 0 : 1;
    }

    private static void Print(int minutes, LoadPlan plan, LoadResult result)
    {
        var times = result.Answered.Milliseconds;
        var slowest = times[^Math.Max(1, times.Length / 100)..];
        Console.WriteLine($"| {plan.Readers} readers and an ingest for {minutes} minutes, one fault a second | |");
        Console.WriteLine("|---|---|");
        Row("answers", Count(times.Length));
        Row("of them wrong", Count(result.Answered.Wrong.Count));
        Row("requests refused (5xx) / unanswered while the process was down", $"{result.Answered.Refused} / {result.Answered.Unreachable}");
        Row("faults", $"{Count(result.Faults.Values.Sum())}: {string.Join(", ", result.Faults.OrderBy(fault => fault.Key).Select(fault => $"{fault.Value} × {Words(fault.Key)}"))}");
        Row("articles and copies recorded; statements", $"{Count(result.Articles)}; {Count(result.Statements)}");
        Row("statements lost / doubled", $"{result.Lost} / {result.Doubled}");
        Row("rows that disagree, by the check", Count(result.Disagreements));
        Row("articles put off by a publisher’s fault, and asked for again at the end", Count(result.AskedAgain));
        Row("median / 99th percentile of answers", $"{At(times, 0.5):0} / {At(times, 0.99):0} ms");
        Row("the slowest 1%: mean / slowest of all", $"{slowest.Average():0} / {slowest[^1]:0} ms");
        Row("storage transactions", Count(result.Transactions));
        Row("memory of the app every half minute, MB", string.Join(" ", result.Memory.Select(megabytes => $"{megabytes:0}")));

        static void Row(string name, string value) => Console.WriteLine($"| {name} | {value} |");
    }

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[(int)(share * (sorted.Length - 1))];

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Words(Fault fault) => fault switch
    {
        Fault.StorageError => "storage 500",
        Fault.StorageBusy => "storage 503",
        Fault.StorageLostAnswer => "storage’s answer lost",
        Fault.StorageCutAnswer => "storage’s answer cut",
        Fault.StorageSilence => "storage silent until given up",
        Fault.PublisherError => "publisher 500",
        Fault.PublisherSlow => "publisher slow",
        Fault.PublisherCutAnswer => "publisher’s page cut",
        _ => "process killed",
    };
}
