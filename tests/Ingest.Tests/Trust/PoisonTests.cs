using System.Net.Http.Json;
using System.Text.Json;
using Ingest.Functions;
using Ingest.Functions.Operation;
using Ingest.Functions.Queries;
using Ingest.LocalHost;
using Ingest.Storage;
using Ingest.Tests.House;
using Ingest.Tests.LocalHost;
using Ingest.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ingest.Tests.Trust;

/// <summary>Work that fails again and again, in the running app: it is set aside after five tries, seen by the operator, and done after one call.</summary>
public sealed class PoisonTests(AzuriteFixture azurite)
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_fails_five_times_shows_in_health_and_is_done_once_the_operator_returns_it_to_work()
    {
        await using var record = await TestRecord.CreateAsync(azurite);
        var article = new InventedArticle("0123456789abcdef", TestRecord.Now).Says("Sok Dara", "the dam is safe", "minister").Stored;
        var store = record.Get<ArticleStore>();
        await store.KeepAsync(article.Id, new("post", "The Post", article.Article.Url, article.TimeZone, "en", default, article.Article.Url), article.Article, [], TestRecord.Now, Test);
        var bodies = record.Get<StorageClients>().Container(StorageNames.ArticlesContainer);
        var (name, body) = (await bodies.GetBlobsAsync(cancellationToken: Test).FirstAsync(Test)).Name is var blob ? (blob, (await bodies.GetBlobClient(blob).DownloadContentAsync(Test)).Value) : default;
        await bodies.DeleteBlobAsync(name, cancellationToken: Test);

        var log = new KeptLog();
        var hostJson = HostJson.Parse(await File.ReadAllTextAsync(Repository.At("host.json"), Test));
        await using var host = await RunningHost.StartAsync(
            record.Connection,
            [typeof(ExtractMentions), typeof(Health), typeof(RetryPoisoned), typeof(ListStatements)],
            builder => RunningIngest.Configure(builder, services => services
                .AddSingleton(hostJson with { Queues = hostJson.Queues with { VisibilityTimeout = TimeSpan.Zero } })
                .AddSingleton<ILoggerProvider>(log)));
        await record.Get<ArticleQueues>().SendAsync(new ExtractMentionsMessage(article.Id, 1), Test);

        var degraded = await WaitAsync(host, "api/health", answer => answer.GetProperty("status").GetString() == "degraded");
        Assert.Contains("POST /api/queues/extract-mentions/retry", degraded.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(4, log.Lines.Count(line => line.StartsWith("Try ", StringComparison.Ordinal)));
        Assert.Single(log.Lines, line => line.Contains("The last of 5 tries failed", StringComparison.Ordinal));

        await bodies.GetBlobClient(name).UploadAsync(body.Content, new Azure.Storage.Blobs.Models.BlobUploadOptions { HttpHeaders = new() { ContentType = body.Details.ContentType, ContentEncoding = body.Details.ContentEncoding } }, Test);
        using var returned = await host.Client.PostAsync("api/queues/extract-mentions/retry", null, Test);
        Assert.Equal(1, (await returned.Content.ReadFromJsonAsync<JsonElement>(Test)).GetProperty("returned").GetInt32());

        await WaitAsync(host, "api/statements", answer => answer.GetProperty("value").GetArrayLength() == 1);
        await WaitAsync(host, "api/health", answer => answer.GetProperty("status").GetString() == "ready");
    }

    private static async Task<JsonElement> WaitAsync(RunningHost host, string address, Func<JsonElement, bool> until)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2), TimeProvider.System);
        while (true)
        {
            if (await host.Client.GetFromJsonAsync<JsonElement>(address, limit.Token) is var answer && until(answer)) return answer;
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, limit.Token);
        }
    }
}
