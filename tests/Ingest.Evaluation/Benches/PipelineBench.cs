using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Ingest.Articles;
using Ingest.Evaluation.Load;
using Ingest.Extraction;
using Ingest.LocalHost;
using Ingest.Network;
using Ingest.Sources;
using Ingest.Storage;
using Ingest.Storage.Record;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ingest.Evaluation.Benches;

/// <summary>
/// From queue to queryable: messages for invented articles are worked off as the queue functions do it, on an emulator in memory. Fetching,
/// parsing and extracting are measured before by themselves, on one thread; what the whole run takes of the processor besides is storing.
/// </summary>
internal sealed class PipelineBench : IAsyncDisposable
{
    private const string Source = "paper";

    // A host is asked by one request at a time, so that there are several.
    private const int Papers = 8;

    // As host.json has it: eight messages of a queue, and the next four while the last are at work.
    private const int Batch = 4;
    private const int BatchesAtOnce = 3;

    private const int MeasuredAlone = 200;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly ServiceProvider services;
    private readonly int firstPort;
    private int recorded;

    private PipelineBench(string connection, int firstPort)
    {
        this.firstPort = firstPort;
        services = BenchServices.On(
            connection,
            [
                new($"Sources:{Source}", AddressOf(0).GetLeftPart(UriPartial.Authority)),
                new("Network:Pause", "00:00:00"),
                .. Enumerable.Range(0, Papers).Select(paper => KeyValuePair.Create<string, string?>($"Network:AllowedHosts:{paper}", AddressOf(paper).Authority)),
            ]);
    }

    /// <summary>Runs so many articles through the pipeline and prints a table.</summary>
    public static async Task<int> RunAsync(int articles)
    {
        var (azurite, ports) = await Emulator.StartAsync();
        await using var emulator = azurite;
        var firstPort = FreePorts.Any(Papers);
        await using var papers = await ServeAsync(firstPort);
        await using var bench = new PipelineBench(ports.ConnectionString(), firstPort);
        await bench.Get<StorageClients>().EnsureCreatedAsync(CancellationToken.None);

        var (fetch, parse, extract) = await bench.AloneAsync();
        for (var number = 0; number < articles; number++)
            await bench.Get<ArticleQueues>().SendAsync(new FetchArticleMessage(Source, bench.AddressOf(number)), CancellationToken.None);
        var (elapsed, all, stored) = await bench.WorkAsync(articles, azurite.Process);
        var head = await bench.Get<ChangeLog>().HeadAsync(CancellationToken.None);
        Console.Error.WriteLine($"{head.Statements} statements and {head.Figures} figures of {articles} articles can be asked for.");

        var rest = all - fetch - parse - extract;
        Console.WriteLine("| articles | articles/s | CPU ms an article | fetch | parse | extract | store | the emulator's CPU ms besides |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        Console.WriteLine($"| {articles} | {articles / elapsed.TotalSeconds:0.0} | {all:0.0} | {fetch / all:0.0%} | {parse / all:0.0%} | {extract / all:0.0%} | {rest / all:0.0%} | {stored:0.0} |");
        return 0;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static async Task<WebApplication> ServeAsync(int firstPort)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            for (var paper = 0; paper < Papers; paper++) kestrel.ListenLocalhost(firstPort + paper);
        });
        var app = builder.Build();
        app.MapGet("/news/{number:int}", (int number) => Results.Content(InventedNews.Page(number), "text/html", Encoding.UTF8));
        await app.StartAsync();
        return app;
    }

    private Uri AddressOf(int number) => new($"http://127.0.0.1:{firstPort + (number % Papers)}/news/{number}");

    /// <summary>What one article takes of the processor in each step by itself, in milliseconds; fetching with the paper's own part.</summary>
    private async Task<(double Fetch, double Parse, double Extract)> AloneAsync()
    {
        var source = (await Get<SourceCatalogue>().FindAsync(Source, CancellationToken.None))!;
        var (pages, articles) = (new Fetched[MeasuredAlone], new Article[MeasuredAlone]);
        var fetch = await MeasureAsync(async number => pages[number] = (Fetched)await Get<NetworkGate>().FetchAsync(new FetchRequest(AddressOf(number)), courtesy: null, CancellationToken.None));
        var parse = await MeasureAsync(number =>
        {
            articles[number] = ArticleParser.Parse(pages[number].Body, pages[number].ContentType, pages[number].Address, source).Article;
            return Task.CompletedTask;
        });
        var extract = await MeasureAsync(number =>
        {
            Get<MentionExtractor>().Extract(new ArticleText(articles[number].Text, DateOnly.FromDateTime(articles[number].Published!.Value.Date), articles[number].Title));
            return Task.CompletedTask;
        });
        return (fetch, parse, extract);
    }

    // After a pass that compiles everything.
    private static async Task<double> MeasureAsync(Func<int, Task> step)
    {
        for (var number = 0; number < MeasuredAlone; number++) await step(number);
        var before = Environment.CpuUsage.TotalTime;
        for (var number = 0; number < MeasuredAlone; number++) await step(number);
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / MeasuredAlone;
    }

    /// <summary>Works the queues off. Tells how long it took, and what an article took of the processor, here and in the emulator, in milliseconds.</summary>
    private async Task<(TimeSpan Elapsed, double Here, double Emulator)> WorkAsync(int articles, Process emulator)
    {
        using var done = new CancellationTokenSource();
        emulator.Refresh();
        var (clock, here, there) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime, emulator.TotalProcessorTime);
        await Task.WhenAll(
            ListenAsync<FetchArticleMessage>(StorageNames.FetchArticleQueue, message => Get<ArticleFetcher>().FetchAsync(message, CancellationToken.None), done.Token),
            ListenAsync<ExtractMentionsMessage>(
                StorageNames.ExtractMentionsQueue,
                async message =>
                {
                    await Get<MentionRecorder>().RecordAsync(message, CancellationToken.None);
                    if (Interlocked.Increment(ref recorded) is var count && count % 100 == 0) Console.Error.WriteLine($"{count} recorded");
                    if (count == articles) await done.CancelAsync();
                },
                done.Token));
        emulator.Refresh();
        return (clock.Elapsed, (Environment.CpuUsage.TotalTime - here).TotalMilliseconds / articles, (emulator.TotalProcessorTime - there).TotalMilliseconds / articles);
    }

    private Task ListenAsync<T>(string name, Func<T, Task> work, CancellationToken done) => Task.WhenAll(Enumerable.Range(0, BatchesAtOnce).Select(_ => Task.Run(async () =>
    {
        var queue = Get<StorageClients>().Queue(name);
        while (!done.IsCancellationRequested)
        {
            var messages = (await queue.ReceiveMessagesAsync(Batch, Lease, CancellationToken.None)).Value;
            if (messages.Length == 0) await Task.Delay(Pause, TimeProvider.System, CancellationToken.None);
            await Task.WhenAll(messages.Select(async message =>
            {
                await work(JsonSerializer.Deserialize<T>(message.Body, RecordJson.Options)!);
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, CancellationToken.None);
            }));
        }
    })));

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();
}
