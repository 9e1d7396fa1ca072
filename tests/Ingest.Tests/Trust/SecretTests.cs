using System.Diagnostics;
using System.Net;
using Ingest.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ingest.Tests.Trust;

/// <summary>A key is compared, and told to nobody.</summary>
public sealed class SecretTests(AzuriteFixture azurite)
{
    private const string Key = "the-right-key-4711";
    private const string Wrong = "a-wrong-key-0815";

    [Theory]
    [InlineData(Key, Fault.None, HttpStatusCode.OK)]
    [InlineData(Key, Fault.Broken, HttpStatusCode.ServiceUnavailable)]
    [InlineData(Wrong, Fault.None, HttpStatusCode.Unauthorized)]
    public async Task No_key_is_logged_traced_or_answered_whatever_becomes_of_the_request(string sent, Fault fault, HttpStatusCode expected)
    {
        var (log, wire) = (new KeptLog(), new FaultyWire());
        var traced = new System.Collections.Concurrent.ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => traced.Enqueue($"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Baggage)}"),
        };
        ActivitySource.AddActivityListener(listener);
        var storage = await azurite.NewAccountAsync();
        await using var host = await RunningIngest.StartAsync(
            storage,
            services =>
            {
                wire.AddTo(services);
                services.AddSingleton<ILoggerProvider>(log).Configure<LoggerFilterOptions>(filters =>
                {
                    filters.Rules.Clear();
                    filters.MinLevel = LogLevel.Trace;
                });
            },
            ("FunctionsKey", Key));
        wire.Plan = _ => fault;

        using var request = new HttpRequestMessage(HttpMethod.Post, "api/queues/fetch-article/retry");
        request.Headers.Add("x-functions-key", sent);
        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.StatusCode);
        var accountKey = storage.Split(';').Single(part => part.StartsWith("AccountKey=", StringComparison.Ordinal))["AccountKey=".Length..];
        var told = $"{answer}{await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}{string.Join('\n', log.Lines)}{string.Join('\n', traced)}";
        Assert.NotEmpty(log.Lines);
        foreach (var secret in (string[])[Key, Wrong, accountKey]) Assert.DoesNotContain(secret, told, StringComparison.Ordinal);
    }
}
