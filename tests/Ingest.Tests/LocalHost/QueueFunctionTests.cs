using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Ingest.LocalHost;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Tests.LocalHost;

public sealed class QueueFunctionTests(AzuriteFixture azurite)
{
    private const string HostSettings = """{ "extensions": { "queues": { "batchSize": 4, "maxDequeueCount": 3, "visibilityTimeout": "00:00:00" } } }""";

    public sealed record Parcel(string To, int Weight);

    public sealed class Mail(Diary diary)
    {
        [Function("Letters")]
        public void Letters([QueueTrigger("letters", Connection = "AzureWebJobsStorage")] string text) => diary.Write(text);

        [Function("Parcels")]
        public async Task Parcels([QueueTrigger("%ParcelQueue%")] Parcel parcel, CancellationToken cancellation)
        {
            await Task.Yield();
            diary.Write($"{parcel.Weight} kg to {parcel.To}");
        }
    }

    public sealed class Unreliable(Diary diary)
    {
        [Function("Unreliable")]
        public void Run([QueueTrigger("letters")] string text)
        {
            diary.Write(text);
            if (text.StartsWith("bad", StringComparison.Ordinal))
                throw new InvalidOperationException("no luck");
        }
    }

    public sealed class Slow(Diary diary)
    {
        [Function("Slow")]
        public async Task Run([QueueTrigger("letters")] string text, CancellationToken cancellation)
        {
            diary.Write("started " + text);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
        }
    }

    [Theory]
    [InlineData("letters", "Grüße, ជំរាបសួរ", "Grüße, ជំរាបសួរ")]
    [InlineData("parcels", """{"to":"Siem Reap","weight":3}""", "3 kg to Siem Reap")]
    [InlineData("parcels", """{"To":"Siem Reap","Weight":3}""", "3 kg to Siem Reap")]
    public async Task A_message_comes_as_text_or_as_what_its_json_says(string queue, string message, string expected)
    {
        var (storage, diary) = (await azurite.NewAccountAsync(), new Diary());
        await SendAsync(storage, queue, message);
        await using var host = await StartAsync<Mail>(storage, diary);

        Assert.Equal(expected, await diary.NextAsync());
    }

    [Fact]
    public async Task Messages_that_were_dealt_with_are_gone()
    {
        var (storage, diary) = (await azurite.NewAccountAsync(), new Diary());
        await SendAsync(storage, "letters", [.. Enumerable.Range(1, 20).Select(number => $"{number}")]);
        await using (await StartAsync<Mail>(storage, diary))
        {
            var seen = new List<string>();
            while (seen.Count < 20)
                seen.Add(await diary.NextAsync());
            Assert.Equal(20, seen.Distinct().Count());
        }

        Assert.Equal(0, await CountAsync(storage, "letters"));
        Assert.True(diary.IsRead);
    }

    [Fact]
    public async Task A_message_that_fails_too_often_goes_to_the_poison_queue_as_it_came()
    {
        var (storage, diary) = (await azurite.NewAccountAsync(), new Diary());
        await SendAsync(storage, "letters", "bad news");
        await using var host = await StartAsync<Unreliable>(storage, diary);

        foreach (var _ in Enumerable.Range(1, 3))
            Assert.Equal("bad news", await diary.NextAsync());
        Assert.Equal("bad news", (await PoisonAsync(storage)).Body.ToString());
        await SendAsync(storage, "letters", "good news");
        Assert.Equal("good news", await diary.NextAsync());
    }

    [Fact]
    public async Task A_message_that_is_not_base64_goes_to_the_poison_queue_at_once()
    {
        var (storage, diary) = (await azurite.NewAccountAsync(), new Diary());
        var queue = new QueueServiceClient(storage).GetQueueClient("letters");
        await queue.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await queue.SendMessageAsync("plain, not base64", TestContext.Current.CancellationToken);
        await using var host = await StartAsync<Mail>(storage, diary);

        await AnyPoisonAsync(new QueueServiceClient(storage).GetQueueClient("letters-poison"));
        Assert.True(diary.IsRead);
    }

    [Fact]
    public async Task Work_in_hand_when_the_host_ends_is_taken_up_by_the_next()
    {
        var (storage, diary) = (await azurite.NewAccountAsync(), new Diary());
        await SendAsync(storage, "letters", "long");
        await using (await StartAsync<Slow>(storage, diary))
            Assert.Equal("started long", await diary.NextAsync());

        await using var second = await StartAsync<Mail>(storage, diary);
        Assert.Equal("long", await diary.NextAsync());
    }

    private static Task<RunningHost> StartAsync<TFunctions>(string storage, Diary diary) => RunningHost.StartAsync(
        storage,
        [typeof(TFunctions)],
        builder => builder.Services.AddSingleton(diary).AddSingleton(HostJson.Parse(HostSettings)),
        ("ParcelQueue", "parcels"));

    private static QueueClient QueueOf(string storage, string name) =>
        new QueueServiceClient(storage, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }).GetQueueClient(name);

    private static async Task SendAsync(string storage, string name, params string[] messages)
    {
        var queue = QueueOf(storage, name);
        await queue.CreateIfNotExistsAsync();
        foreach (var message in messages)
            await queue.SendMessageAsync(message);
    }

    private static async Task<int> CountAsync(string storage, string name) =>
        (await QueueOf(storage, name).GetPropertiesAsync()).Value.ApproximateMessagesCount;

    private static Task<PeekedMessage> PoisonAsync(string storage) => AnyPoisonAsync(QueueOf(storage, "letters-poison"));

    /// <summary>Looks until a message is there; the test's own time limit ends what would never come.</summary>
    private static async Task<PeekedMessage> AnyPoisonAsync(QueueClient poison)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        while (true)
        {
            if (await poison.ExistsAsync(limit.Token) && (await poison.PeekMessageAsync(limit.Token)).Value is { } message)
                return message;
        }
    }
}
