using System.Diagnostics;
using Ingest.Evaluation.Load;
using Ingest.Queries;
using Ingest.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Evaluation.Benches;

/// <summary>
/// What the record costs: storage transactions of writes and first pages, counted in the clients' own pipeline, and times on the emulator.
/// </summary>
internal sealed class RecordBench : IAsyncDisposable
{
    private const int ReadersAtOnce = 20;
    private const int RequestsPerReader = 20;

    private readonly ServiceProvider services;

    private RecordBench(string connection) => services = BenchServices.On(connection);

    /// <summary>Fills an empty emulator step by step and prints a table.</summary>
    /// <param name="sizes">Statements in the record at each step.</param>
    public static async Task<int> RunAsync(int[] sizes)
    {
        var (azurite, ports) = await Emulator.StartAsync();
        await using var emulator = azurite;
        await using var bench = new RecordBench(ports.ConnectionString());
        await bench.Get<StorageClients>().EnsureCreatedAsync(CancellationToken.None);

        var articles = 0;
        foreach (var size in sizes.Order())
        {
            articles = await bench.FillAsync(articles, size / InventedCorpus.StatementsPerArticle);
            Console.WriteLine($"\n| first page of {size} statements | rows | transactions | rows read per row |");
            Console.WriteLine("|---|---|---|---|");
            foreach (var (name, address) in Questions(articles)) await bench.CountAsync(name, address);
            Console.WriteLine($"\n| {ReadersAtOnce} readers at once, {size} statements | p50 ms | p95 ms | of that in storage |");
            Console.WriteLine("|---|---|---|---|");
            foreach (var (name, address) in Questions(articles)) await bench.TimeAsync(name, address);
        }

        return 0;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static IEnumerable<(string Name, string Address)> Questions(int articles)
    {
        var (newest, oldest) = (InventedCorpus.Article(0).Article.ListedAt, InventedCorpus.Article(articles).Article.ListedAt);
        var official = Uri.EscapeDataString(InventedCorpus.Person(0));
        yield return ("newest", "/api/statements");
        yield return ("by official and dates", $"/api/statements?official={official}&publishedFrom={oldest:yyyy-MM-dd}&publishedTo={newest:yyyy-MM-dd}");
        yield return ("one word", $"/api/statements?q={InventedCorpus.Word(40)}");
        yield return ("two words", $"/api/statements?q={InventedCorpus.Word(0)}%20{InventedCorpus.Word(1)}");
        yield return ("by source", "/api/statements?source=ann");
        yield return ("by organisation", $"/api/statements?organisation={Uri.EscapeDataString("Ministry of " + InventedCorpus.Word(9900))}");
        yield return ("by kind", "/api/statements?type=direct");
        yield return ("a beginning", $"/api/statements?q={InventedCorpus.Word(40)[..4]}*");
        yield return ("oldest", "/api/statements?order=oldest");
        yield return ("by id", "");
    }

    private async Task<int> FillAsync(int from, int until)
    {
        var (writes, reads, rows) = (new List<int>(), new List<int>(), new List<long>());
        var clock = Stopwatch.StartNew();
        var gate = new Lock();
        await Parallel.ForAsync(from, until, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, cancellation) =>
        {
            var (article, mentions) = InventedCorpus.Article(number);
            var tally = StorageTransactions.Count();
            await Get<RecordWriter>().WriteAsync(article, mentions, cancellation);
            lock (gate)
            {
                writes.Add(tally.Writes);
                reads.Add(tally.Reads);
            }
        });
        Console.Error.WriteLine(
            $"{until - from} articles recorded, {(until - from) / clock.Elapsed.TotalSeconds:0.0} articles/s; transactions of one: {writes.Average():0.0} writes (most {writes.Max()}), {reads.Average():0.0} reads (most {reads.Max()})");
        return until;
    }

    private async Task CountAsync(string name, string address)
    {
        var ask = await QuestionAsync(address);
        await ask();
        var tally = StorageTransactions.Count();
        var returned = await ask();
        Console.WriteLine($"| {name} | {returned} | {tally.Total} | {(double)tally.Rows / Math.Max(1, returned):0.00} |");
    }

    private async Task TimeAsync(string name, string address)
    {
        var ask = await QuestionAsync(address);
        var times = new List<(double Total, double Storage)>();
        await Task.WhenAll(Enumerable.Range(0, ReadersAtOnce).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < RequestsPerReader; i++)
            {
                var own = StorageTransactions.Count();
                var clock = Stopwatch.StartNew();
                await ask();
                lock (times) times.Add((clock.Elapsed.TotalMilliseconds, own.Waited.TotalMilliseconds));
            }
        })));
        times.Sort();
        var share = times.Sum(t => t.Storage) / times.Sum(t => t.Total);
        Console.WriteLine($"| {name} | {times[times.Count / 2].Total:0} | {times[times.Count * 95 / 100].Total:0} | {share:0%} |");
    }

    private async Task<Func<Task<int>>> QuestionAsync(string address) =>
        address.Length > 0 ? () => AskAsync(Get<StatementQueries>().ListAsync, address) : await ByIdAsync();

    private async Task<Func<Task<int>>> ByIdAsync()
    {
        var page = await Get<StatementFinder>().FindAsync(new StatementFilter(), oldestFirst: false, null, 1, new Ingest.Storage.Listings.ReadBudget(10), CancellationToken.None);
        var id = page.Items[0].Id;
        return async () =>
        {
            await AskAsync((request, cancellation) => Get<StatementQueries>().GetAsync(request, id, cancellation), $"/api/statements/{id}");
            return 1;
        };
    }

    private static async Task<int> AskAsync(Func<HttpRequest, CancellationToken, Task<IResult>> query, string address)
    {
        var uri = new Uri(new Uri("http://localhost"), address);
        var http = new DefaultHttpContext();
        (http.Request.Method, http.Request.Scheme, http.Request.Host, http.Request.Path, http.Request.QueryString) = ("GET", "http", new HostString("localhost"), uri.AbsolutePath, new QueryString(uri.Query));
        using var body = new MemoryStream();
        http.Response.Body = body;
        await (await query(http.Request, CancellationToken.None)).ExecuteAsync(http);
        body.Position = 0;
        using var json = await System.Text.Json.JsonDocument.ParseAsync(body);
        return json.RootElement.TryGetProperty("value", out var value) ? value.GetArrayLength() : 0;
    }

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();
}
