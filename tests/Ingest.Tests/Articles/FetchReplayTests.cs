using Azure.Data.Tables;
using Ingest.Articles;
using Ingest.Storage;
using Ingest.Tests.Storage;

namespace Ingest.Tests.Articles;

/// <summary>Fetching is killed before each of its requests to storage in turn, and the message delivered again.</summary>
public sealed class FetchReplayTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Now = new(2025, 11, 12, 3, 0, 0, TimeSpan.Zero);
    private static readonly string[] Tables = [StorageNames.ArticlesTable, StorageNames.AliasesTable, StorageNames.ClustersTable, StorageNames.ShinglesTable];
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whichever_step_fetching_dies_at_a_replay_gives_the_same_tables_and_loses_no_message()
    {
        await using var paper = await Paper.StartAsync();
        paper["/original"] = Paper.Page("Bridge opens", Paper.Bridge);
        paper["/copy"] = Paper.Page("Bridge opens", [.. Paper.Bridge, "- The Phnom Penh Post/ANN"]);
        // The copy comes first, so that its original's coming moves it: the longest way.
        FetchArticleMessage[] messages = [new("paper", paper.At("/copy"), "1"), new("paper", paper.At("/original"), "2")];
        var undisturbed = await RunAsync(paper, messages, killBefore: int.MaxValue);

        for (var step = 1; ; step++)
        {
            var disturbed = await RunAsync(paper, messages, step);
            Assert.Equal(undisturbed.Rows, disturbed.Rows);
            Assert.Equal(undisturbed.Messages, disturbed.Messages);
            if (disturbed.Steps < step) break;
        }
    }

    /// <summary>Fetches each message; the one in hand when the process is killed is delivered again to a new process.</summary>
    private async Task<(List<string> Rows, List<ExtractMentionsMessage> Messages, int Steps)> RunAsync(Paper paper, FetchArticleMessage[] messages, int killBefore)
    {
        var storage = await azurite.NewAccountAsync();
        var app = await StartAsync(paper, storage, Now);
        using var death = new CancellationTokenSource();
        using var steps = new StorageSteps(killBefore, death);
        foreach (var message in messages)
        {
            try
            {
                await app.Get<ArticleFetcher>().FetchAsync(message, death.Token);
            }
            catch (OperationCanceledException)
            {
                await app.DisposeAsync();
                // A turn that the dead one held ends by itself.
                app = await StartAsync(paper, storage, Now.AddMinutes(2));
                await app.Get<ArticleFetcher>().FetchAsync(message, Test);
            }
        }

        var extract = (await app.TakeAsync<ExtractMentionsMessage>(StorageNames.ExtractMentionsQueue)).Select(sent => sent with { TraceParent = null });
        var result = (await RowsAsync(app), extract.Distinct().OrderBy(sent => sent.ArticleId, StringComparer.Ordinal).ToList(), steps.Count);
        await app.DisposeAsync();
        return result;
    }

    private static async Task<List<string>> RowsAsync(TestApplication app)
    {
        var rows = new List<string>();
        foreach (var table in Tables)
        {
            await foreach (var row in app.Get<StorageClients>().Table(table).QueryAsync<TableEntity>(cancellationToken: Test))
            {
                var values = row.Where(value => value.Key != "odata.etag" && value.Value is not DateTimeOffset).OrderBy(value => value.Key, StringComparer.Ordinal);
                rows.Add($"{table}: {string.Join(", ", values.Select(value => $"{value.Key}={(value.Value is byte[] bytes ? Convert.ToHexString(bytes) : value.Value)}"))}");
            }
        }

        return rows;
    }

    private static Task<TestApplication> StartAsync(Paper paper, string storage, DateTimeOffset now) =>
        TestApplication.StartAsync(storage, now, ("Sources:paper", paper.At("/").ToString()), ("Network:AllowedHosts:0", paper.At("/").Authority));
}
