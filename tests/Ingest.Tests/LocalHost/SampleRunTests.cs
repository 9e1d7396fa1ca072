using System.Collections.Immutable;
using System.Text.Json;
using Ingest.Extraction;
using Ingest.LocalHost.Azurite;
using Ingest.LocalHost.Sample;
using Ingest.Storage;
using Ingest.Tests.Sample;

namespace Ingest.Tests.LocalHost;

/// <summary>The whole program on its sample publishers, from their feeds to its answers.</summary>
[Collection("The whole program")]
public sealed class SampleRunTests : IDisposable
{
    // What was being recorded when the first was killed is left alone for the time of a lease.
    private static readonly TimeSpan Limit = ClusterState.Lease + TimeSpan.FromMinutes(4);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private readonly string data = Directory.CreateTempSubdirectory("ingest-data-").FullName;

    public void Dispose()
    {
        DataFolder.Take(data).Dispose();
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task A_run_that_is_killed_and_started_again_records_every_statement_once()
    {
        var expected = Articles.ToDictionary(article => article.Title, StatementsOf);
        await using (var first = await IngestProcess.StartAsync(data, "--sample"))
        {
            await StatementsAsync(first, recorded => recorded.Length > 0 ? [] : ["all"]);
            await first.KillAsync();
        }

        Recorded[] complete;
        await using (var second = await IngestProcess.StartAsync(data, "--sample"))
        {
            complete = await StatementsAsync(second, recorded => expected.Where(article => !At(recorded, article.Key).SetEquals(article.Value)).Select(article => article.Key), settled: true);
            await second.KillAsync();
        }

        Assert.Equal(complete.Length, complete.DistinctBy(statement => statement.Id).Count());
        await using var third = await IngestProcess.StartAsync(data, "--sample");
        Assert.Equal(complete.Select(InWords), (await StatementsAsync(third, _ => [], settled: true)).Select(InWords));
    }

    /// <summary>The whole articles in English of both papers, without the one that its paper edits meanwhile.</summary>
    private static SampleArticle[] Articles { get; } =
    [
        .. ExpectedYields.Names
            .Where(name => name.StartsWith("Ann/", StringComparison.Ordinal) || name.StartsWith("PostWordPress/", StringComparison.Ordinal))
            .Where(name => !name.EndsWith(".edited", StringComparison.Ordinal) && !ExpectedYields.Names.Contains(name + ".edited"))
            .Select(ExpectedYields.ArticleOf)
            .Where(article => !article.Teaser && article.Language.StartsWith("en", StringComparison.Ordinal)),
    ];

    private static HashSet<(int Start, int End)> StatementsOf(SampleArticle article)
    {
        var text = new ArticleText(string.Join("\n\n", article.Paragraphs), DateOnly.FromDateTime(article.Published.DateTime), article.Title);
        return [.. new MentionExtractor().Extract(text).Statements.Select(statement => (statement.Span.Start, statement.Span.End))];
    }

    private static HashSet<(int, int)> At(Recorded[] recorded, string title) =>
        [.. recorded.SelectMany(statement => statement.Places).Where(place => place.Title == title).Select(place => (place.Start, place.End))];

    /// <summary>All statements by id, once nothing is missing and, where that is asked for, nothing waits to be extracted; a run that never gets there fails with what is and with what it wrote.</summary>
    private static async Task<Recorded[]> StatementsAsync(IngestProcess ingest, Func<Recorded[], IEnumerable<string>> missing, bool settled = false)
    {
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        while (true)
        {
            var recorded = await AllAsync(ingest);
            var left = missing(recorded).ToArray();
            if (left.Length == 0 && (!settled || await ingest.CountMessagesAsync(StorageNames.ExtractMentionsQueue) == 0))
                return recorded;
            if (limit.IsCancellationRequested)
                Assert.Fail($"After {Limit} these are not in the record as they should be: {string.Join("; ", left)}\n{ingest.Output}");
            await Task.Delay(BetweenLooks, TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<Recorded[]> AllAsync(IngestProcess ingest)
    {
        var all = new List<Recorded>();
        for (var next = "api/statements?top=200"; next is not null;)
        {
            using var page = JsonDocument.Parse(await ingest.Client.GetStringAsync(next, TestContext.Current.CancellationToken));
            all.AddRange(page.RootElement.GetProperty("value").EnumerateArray().Select(Read));
            next = page.RootElement.TryGetProperty("nextLink", out var link) ? link.GetString() : null;
        }

        return [.. all.Where(statement => statement.Places.Any(place => Articles.Any(article => article.Title == place.Title))).OrderBy(statement => statement.Id, StringComparer.Ordinal)];
    }

    private static string InWords(Recorded statement) => $"{statement.Id} {statement.Text} {string.Join(' ', statement.Places)}";

    private static Recorded Read(JsonElement statement)
    {
        var copies = statement.TryGetProperty("places", out var places) ? places.EnumerateArray().Select(PlaceOf) : [];
        return new Recorded(statement.GetProperty("id").GetString()!, statement.GetProperty("text").GetString()!, [PlaceOf(statement), .. copies]);
    }

    private static Place PlaceOf(JsonElement json) =>
        new(json.GetProperty("article").GetProperty("title").GetString()!, json.GetProperty("start").GetInt32(), json.GetProperty("end").GetInt32());

    private sealed record Recorded(string Id, string Text, ImmutableArray<Place> Places);

    private sealed record Place(string Title, int Start, int End);
}
