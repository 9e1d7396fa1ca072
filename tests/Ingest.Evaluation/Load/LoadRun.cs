using System.Diagnostics;
using System.Net.Http.Json;
using Ingest.Storage;
using Ingest.Storage.Check;
using Ingest.Storage.Record;

namespace Ingest.Evaluation.Load;

/// <summary>How much is asked of the app.</summary>
/// <param name="Articles">Articles that the papers publish, one after another.</param>
/// <param name="ArticleEvery">The time between two of them.</param>
/// <param name="Faults">Faults, one after another.</param>
/// <param name="FaultEvery">The time between two of them.</param>
/// <param name="Kinds">The kinds of faults, in turn.</param>
/// <param name="Readers">Readers at once.</param>
/// <param name="Pause">The time that each of them looks at an answer.</param>
internal sealed record LoadPlan(int Articles, TimeSpan ArticleEvery, int Faults, TimeSpan FaultEvery, IReadOnlyList<Fault> Kinds, int Readers, TimeSpan Pause)
{
    /// <summary>Every so many faults the process is killed in place of another; 0 for never.</summary>
    public int KillEvery { get; init; }
}

/// <summary>What came of a run.</summary>
/// <param name="Answered">What the readers were answered.</param>
/// <param name="Faults">What went wrong, by kind.</param>
/// <param name="Memory">Megabytes that the app held, every half minute.</param>
/// <param name="Articles">Articles and copies in the record.</param>
/// <param name="Statements">Statements in the record, those of copies counted once.</param>
/// <param name="Lost">Statements that should be in the record and are not.</param>
/// <param name="Doubled">Statements that are in the record more than once, or that no article holds.</param>
/// <param name="AskedAgain">Articles that a fault of the publisher had put off for ten minutes, and that were asked for once more at the end.</param>
/// <param name="Disagreements">Rows that the check found to disagree.</param>
/// <param name="Transactions">Requests to storage.</param>
internal sealed record LoadResult(
    Answered Answered, IReadOnlyDictionary<Fault, int> Faults, IReadOnlyList<double> Memory, int Articles, int Statements, int Lost, int Doubled, int AskedAgain, int Disagreements, long Transactions);

/// <summary>Readers and an ingest at once, while faults befall storage, publishers and the process; at the end nothing may be lost, doubled or wrong.</summary>
internal sealed class LoadRun(LoadPlan plan, TextWriter log)
{
    private static readonly TimeSpan MemoryEvery = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    // What no fault explains is lost.
    private static readonly TimeSpan LongestSettling = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Faults faults = new();
    private readonly Answered answered = new();
    private readonly List<double> memory = [];

    public async Task<LoadResult> RunAsync(CancellationToken cancellation)
    {
        var (azurite, ports) = await Emulator.StartAsync();
        await using var storage = azurite;
        await using var proxy = await StorageProxy.StartAsync(ports, faults);
        await using var papers = await NewsStand.StartAsync(faults);
        await using var app = new AppProcess(proxy.Front.ConnectionString(), ("herald", papers.Herald), ("digest", papers.Digest));
        await app.StartAsync(cancellation);
        foreach (var builtIn in new[] { "ann", "post" }) (await app.Client.DeleteAsync($"/api/sources/{builtIn}", cancellation)).Dispose();

        var truth = new Truth(papers);
        var follower = new Follower(app.Client, answered);
        using (var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation))
        {
            var watching = Enumerable.Range(0, plan.Readers).Select(seed => Task.Run(() => new Reader(app.Client, truth, answered, seed).ReadAsync(plan.Pause, stop.Token), stop.Token))
                .Append(follower.FollowAsync(plan.Pause, stop.Token)).Append(WeighAsync(app, stop.Token)).ToList();
            await Task.WhenAll(PublishAsync(app, papers, truth, cancellation), DisturbAsync(app, cancellation));
            faults.Disarm();
            await stop.CancelAsync();
            await Task.WhenAll(watching);
        }

        var transactions = proxy.Transactions;
        var askedAgain = await SettleAsync(app, truth, cancellation);
        while (await follower.StepAsync(cancellation))
        {
            // What was told since the readers went home.
        }

        var statements = await app.AllAsync<StatementRecord>("/api/statements?top=1000", cancellation);
        var (lost, doubled) = Compare(truth, statements);
        var (lostByFollower, doubledByFollower) = Compare(truth, follower.Statements);
        if (lostByFollower + doubledByFollower > 0) answered.Complain($"/api/changes: a follower has lost {lostByFollower} statements, and {doubledByFollower} too many");
        var articles = await app.AllAsync<Headline>("/api/articles?top=1000", cancellation);
        return new LoadResult(answered, faults.Befallen, memory, articles.Count, statements.Count, lost, doubled, askedAgain, await CheckAsync(app, cancellation), transactions);
    }

    private async Task PublishAsync(AppProcess app, NewsStand papers, Truth truth, CancellationToken cancellation)
    {
        using var pace = new PeriodicTimer(plan.ArticleEvery, TimeProvider.System);
        for (var number = 0; number < plan.Articles && await pace.WaitForNextTickAsync(cancellation); number++)
        {
            truth.Learn(number);
            papers.Published = number + 1;
            // The copy comes first as often as not.
            var pages = papers.Pages(number).ToList();
            if (number % (2 * NewsStand.CopyEvery) == 0) pages.Reverse();
            foreach (var (_, address, _) in pages)
            {
                while (!await app.AskForAsync(address, cancellation)) await Task.Delay(Look, TimeProvider.System, cancellation);
            }
        }
    }

    private async Task DisturbAsync(AppProcess app, CancellationToken cancellation)
    {
        using var pace = new PeriodicTimer(plan.FaultEvery, TimeProvider.System);
        for (var number = 1; number <= plan.Faults && await pace.WaitForNextTickAsync(cancellation); number++)
        {
            var fault = plan.Kinds[number % plan.Kinds.Count];
            if (plan.KillEvery > 0 && number % plan.KillEvery == 0)
            {
                faults.Note(Fault.Kill);
                await app.KillAsync();
                await app.StartAsync(cancellation);
            }
            else
            {
                // A publisher whom nobody asks can do nothing wrong.
                faults.Arm(fault >= Fault.PublisherError && faults.IsPublisherFaultWaiting ? Fault.StorageLostAnswer : fault);
            }
        }
    }

    private async Task WeighAsync(AppProcess app, CancellationToken stop)
    {
        using var pace = new PeriodicTimer(MemoryEvery, TimeProvider.System);
        try
        {
            while (await pace.WaitForNextTickAsync(stop))
            {
                memory.Add(app.WorkingSet / 1e6);
                log.WriteLine($"{memory.Count / 2.0:0.0} min: {memory[^1]:0} MB, {answered.Milliseconds.Length} answers, {faults.Count} faults, {answered.Wrong.Count} wrong, {answered.Refused} refused");
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The run is over.
        }
    }

    /// <summary>Waits until everything is recorded; what a publisher's fault has put off is asked for once more, as an editor would.</summary>
    private async Task<int> SettleAsync(AppProcess app, Truth truth, CancellationToken cancellation)
    {
        var (since, progress, recorded, asked) = (Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp(), 0, new HashSet<Uri>());
        while (Stopwatch.GetElapsedTime(since) < LongestSettling)
        {
            var there = (await app.AllAsync<Headline>("/api/articles?top=1000", cancellation)).Select(headline => headline.Article.Url.AbsoluteUri).ToHashSet();
            if (there.Count > recorded)
            {
                (recorded, progress) = (there.Count, Stopwatch.GetTimestamp());
                log.WriteLine($"settling: {recorded} of {truth.All.Count} articles");
            }

            if (there.Count >= truth.All.Count && await app.WaitingAsync(StorageNames.ExtractMentionsQueue, cancellation) == 0) break;
            if (Stopwatch.GetElapsedTime(progress) > Patience)
            {
                using var _ = await app.Client.PostAsync($"/api/queues/{StorageNames.ExtractMentionsQueue}/retry", null, cancellation);
                foreach (var article in truth.All.Where(article => !there.Contains(article.Address.AbsoluteUri)))
                    if (await app.AskForAsync(article.Address, cancellation)) asked.Add(article.Address);
                progress = Stopwatch.GetTimestamp();
            }

            await Task.Delay(Look, TimeProvider.System, cancellation);
        }

        return asked.Count;
    }

    private static (int Lost, int Doubled) Compare(Truth truth, IEnumerable<StatementRecord> statements)
    {
        var there = statements.SelectMany(s => s.Places.Select(place => (place.Article.Url.AbsoluteUri, place.Start, place.End)).Append((s.Article.Url.AbsoluteUri, s.Start, s.End)))
            .GroupBy(place => place).ToDictionary(same => same.Key, same => same.Count());
        var expected = truth.All.SelectMany(article => article.Statements.Select(span => (article.Address.AbsoluteUri, span.Start, span.End))).ToHashSet();
        return (expected.Count(place => !there.ContainsKey(place)), there.Sum(place => expected.Contains(place.Key) ? place.Value - 1 : place.Value));
    }

    /// <summary>How many rows disagree, by the app's own check.</summary>
    private async Task<int> CheckAsync(AppProcess app, CancellationToken cancellation)
    {
        var found = 0;
        for (string? cursor = null, end = ""; end is not null; end = cursor)
        {
            using var response = await app.Client.PostAsync("/api/check" + (cursor is null ? "" : $"?cursor={cursor}"), null, cancellation);
            var part = (await response.Content.ReadFromJsonAsync<CheckedPart>(RecordJson.Options, cancellation))!;
            foreach (var disagreement in part.Value) log.WriteLine(disagreement);
            found += part.Value.Count;
            cursor = part.NextCursor;
        }

        return found;
    }
}
