using System.Text.Json;
using Ingest.Extraction.LanguageService;
using Ingest.Queries;
using Ingest.Sources;
using Ingest.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Ingest.Tests;

/// <summary>The pipeline's services over a storage account of their own, at a time that a test chooses, without functions.</summary>
internal sealed class TestApplication : IAsyncDisposable
{
    private readonly IHost host;

    private TestApplication(IHost host, FakeTimeProvider time) => (this.host, Time) = (host, time);

    public FakeTimeProvider Time { get; }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>Starts with the settings given; publishers are asked without a pause, and the built-in ones not at all.</summary>
    public static Task<TestApplication> StartAsync(string storage, DateTimeOffset now, params (string Key, string Value)[] settings) =>
        StartAsync(storage, now, add: null, settings);

    /// <summary>Likewise, with services of the test's own.</summary>
    public static async Task<TestApplication> StartAsync(string storage, DateTimeOffset now, Action<IServiceCollection>? add, params (string Key, string Value)[] settings)
    {
        var time = new FakeTimeProvider(now);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["AzureWebJobsStorage"] = storage, ["Network:Pause"] = "00:00:00" });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value));
        builder.Services.AddSingleton<TimeProvider>(time).AddRecord().AddSources().AddLanguageService(builder.Configuration).AddQueries();
        add?.Invoke(builder.Services);
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        foreach (var builtIn in BuiltInSources.All.Keys.Where(id => !settings.Any(setting => setting.Key.StartsWith($"Sources:{id}", StringComparison.Ordinal))))
            await host.Services.GetRequiredService<SourceStore>().SaveAsync(builtIn, new SourceChoice(IsRemoved: true), TestContext.Current.CancellationToken);
        return new TestApplication(host, time);
    }

    /// <summary>Takes all messages that a queue shows.</summary>
    public async Task<List<T>> TakeAsync<T>(string queue)
    {
        var client = Get<StorageClients>().Queue(queue);
        var taken = new List<T>();
        while ((await client.ReceiveMessagesAsync(32, cancellationToken: TestContext.Current.CancellationToken)).Value is { Length: > 0 } messages)
        {
            foreach (var message in messages)
            {
                taken.Add(message.Body.ToObjectFromJson<T>(JsonSerializerOptions.Web)!);
                await client.DeleteMessageAsync(message.MessageId, message.PopReceipt, TestContext.Current.CancellationToken);
            }
        }

        return taken;
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}
