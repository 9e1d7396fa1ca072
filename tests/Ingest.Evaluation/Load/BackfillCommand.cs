using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Ingest.Storage;
using Ingest.Storage.Record;

namespace Ingest.Evaluation.Load;

/// <summary>A paper's whole past in one go, by the route, the timers and the queues that any backfill takes.</summary>
internal static class BackfillCommand
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(int articles)
    {
        var faults = new Faults();
        var (azurite, ports) = await Emulator.StartAsync();
        await using var storage = azurite;
        await using var proxy = await StorageProxy.StartAsync(ports, faults);
        await using var papers = await NewsStand.StartAsync(faults);
        papers.Published = articles;
        await using var app = new AppProcess(proxy.Front.ConnectionString(), ("herald", papers.Herald));
        await app.StartAsync(CancellationToken.None);
        foreach (var other in new[] { "ann", "post" }) (await app.Client.DeleteAsync($"/api/sources/{other}")).Dispose();

        var (clock, before) = (Stopwatch.StartNew(), proxy.Transactions);
        using var asked = await app.Client.PostAsJsonAsync("/api/sources/herald/backfill", new { until = "2000-01-01" });
        asked.EnsureSuccessStatusCode();
        var memory = new List<double>();
        int toFetch, toExtract;
        long recorded;
        do
        {
            await Task.Delay(Look, TimeProvider.System);
            memory.Add(app.WorkingSet / 1e6);
            (toFetch, toExtract) = (await app.WaitingAsync(StorageNames.FetchArticleQueue, default), await app.WaitingAsync(StorageNames.ExtractMentionsQueue, default));
            recorded = await CommitsAsync(app);
            Console.Error.WriteLine($"{clock.Elapsed:hh\\:mm\\:ss}: {recorded} recorded, {toFetch} to fetch, {toExtract} to extract, {memory[^1]:0} MB, {proxy.Transactions - before} transactions");
        }
        while (recorded < articles || toFetch + toExtract > 0);

        var (took, transactions, processor) = (clock.Elapsed, proxy.Transactions - before, app.ProcessorTime);
        var headlines = await app.AllAsync<Headline>("/api/articles?top=1000", default);
        var statements = (await app.AllAsync<StatementRecord>("/api/statements?top=1000", default)).Sum(statement => 1 + statement.Places.Length);
        var truth = new Truth(papers);
        for (var number = 0; number < articles; number++) truth.Learn(number);
        var expected = truth.All.Where(article => article.Address.Authority == papers.Herald.Authority).Sum(article => article.Statements.Count);
        Console.WriteLine($"| {Count(articles)} articles backfilled in one go | |");
        Console.WriteLine("|---|---|");
        Console.WriteLine($"| time, from the request to the last statement; processor time of the app | {took:hh\\:mm\\:ss}; {processor:hh\\:mm\\:ss} |");
        Console.WriteLine($"| articles a second | {articles / took.TotalSeconds:0.0} |");
        Console.WriteLine($"| articles in the record, of them taken for copies; statements, and as many as the articles hold | {Count(headlines.Count)}, {Count(headlines.Count(h => h.Article.Id != h.Article.Cluster))}; {Count(statements)} of {Count(expected)} |");
        Console.WriteLine($"| storage transactions; an article | {Count(transactions)}; {transactions / (double)articles:0.0} |");
        Console.WriteLine($"| memory of the app: at the start / on average / at most / at the end | {memory[0]:0} / {memory.Average():0} / {memory.Max():0} / {memory[^1]:0} MB |");
        return statements == expected && headlines.Count == articles ? 0 : 1;
    }

    private static async Task<long> CommitsAsync(AppProcess app) => (await app.Client.GetFromJsonAsync<JsonElement>("/api/health")).GetProperty("changes").GetInt64();

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
