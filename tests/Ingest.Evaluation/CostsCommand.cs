using System.Text.Json;

namespace Ingest.Evaluation;

/// <summary>What Ingest costs a month on Azure, from counted work and listed prices (infra/workload.json, infra/prices.json).</summary>
internal static class CostsCommand
{
    private const double DaysPerMonth = 30;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static int Run(string infra)
    {
        var prices = Read<Prices>(Path.Combine(infra, "prices.json"));
        var work = Read<Workload>(Path.Combine(infra, "workload.json"));
        Console.WriteLine("| US dollars a month, after two years of running | 1,000 articles a day | 10,000 | 100,000 |");
        Console.WriteLine("|---|---|---|---|");
        var columns = new[] { 1_000, 10_000, 100_000 }.Select(articles => Month(articles, work, prices)).ToArray();
        for (var line = 0; line < columns[0].Count; line++)
            Console.WriteLine($"| {columns[0][line].Name} | {string.Join(" | ", columns.Select(c => c[line].Dollars.ToString("#,0.00")))} |");
        return 0;
    }

    private static List<(string Name, double Dollars)> Month(double articlesPerDay, Workload work, Prices prices)
    {
        var articles = articlesPerDay * DaysPerMonth;
        var (perArticle, perDay) = (work.PerArticle, work.PerDay);
        var executions = (articles * perArticle.Executions) + (DaysPerMonth * (perDay.Polls + perDay.Queries));
        var seconds = (articles * perArticle.Seconds) + (DaysPerMonth * ((perDay.Polls * perDay.PollSeconds) + (perDay.Queries * perDay.QuerySeconds)));
        var tableTransactions = (articles * perArticle.TableTransactions) + (DaysPerMonth * perDay.Queries * perDay.TableTransactionsPerQuery);
        var rowGigabytes = articles * 24 * perArticle.RowKilobytes / 1e6;
        var rawGigabytes = articles * work.RawPageMonths * perArticle.RawPageKilobytes / 1e6;
        List<(string Name, double Dollars)> lines =
        [
            ("Functions, execution time", Above(seconds * work.InstanceGigabytes, prices.Functions.FreeGigabyteSeconds) * prices.Functions.PerGigabyteSecond),
            ("Functions, executions", Above(executions, prices.Functions.FreeExecutions) / 1e6 * prices.Functions.PerMillionExecutions),
            ("Tables, transactions", tableTransactions / 1e4 * prices.Tables.PerTenThousandTransactions),
            ("Tables, rows kept", rowGigabytes * prices.Tables.PerGigabyteMonth),
            ("Queues", articles * perArticle.QueueOperations / 1e4 * prices.Queues.PerTenThousandOperations),
            ("Blobs, operations", articles / 1e4 * ((perArticle.BlobWrites * prices.Blobs.PerTenThousandWrites) + (perArticle.BlobReads * prices.Blobs.PerTenThousandReads))),
            ("Blobs, raw pages kept", rawGigabytes * prices.Blobs.PerGigabyteMonth),
            ("Logs", Above(articles * perArticle.LogKilobytes / 1e6, prices.Logs.FreeGigabytes) * prices.Logs.PerGigabyte),
        ];
        lines.Add(("**All**", lines.Sum(line => line.Dollars)));
        lines.Add(("Azure AI Language, where it is turned on for every article", Above(articles * perArticle.LanguageRecords, prices.Language.FreeRecords) / 1e3 * prices.Language.PerThousandRecords));
        return lines;
    }

    private static double Above(double used, double free) => Math.Max(0, used - free);

    private static T Read<T>(string path) => JsonSerializer.Deserialize<T>(File.ReadAllText(path), Json)!;

    private sealed record Prices(FunctionPrices Functions, TablePrices Tables, QueuePrices Queues, BlobPrices Blobs, LogPrices Logs, LanguagePrices Language);

    private sealed record FunctionPrices(double PerGigabyteSecond, double FreeGigabyteSeconds, double PerMillionExecutions, double FreeExecutions);

    private sealed record TablePrices(double PerTenThousandTransactions, double PerGigabyteMonth);

    private sealed record QueuePrices(double PerTenThousandOperations);

    private sealed record BlobPrices(double PerTenThousandWrites, double PerTenThousandReads, double PerGigabyteMonth);

    private sealed record LogPrices(double PerGigabyte, double FreeGigabytes);

    private sealed record LanguagePrices(double PerThousandRecords, double FreeRecords);

    private sealed record Workload(ArticleWork PerArticle, DayWork PerDay, double InstanceGigabytes, double RawPageMonths);

    private sealed record ArticleWork(
        double Executions,
        double Seconds,
        double TableTransactions,
        double QueueOperations,
        double BlobWrites,
        double BlobReads,
        double RawPageKilobytes,
        double RowKilobytes,
        double LogKilobytes,
        double LanguageRecords);

    private sealed record DayWork(double Polls, double PollSeconds, double Queries, double QuerySeconds, double TableTransactionsPerQuery);
}
