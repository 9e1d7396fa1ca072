using System.Text;
using Azure.Data.Tables;
using Ingest.Extraction.LanguageService;
using Ingest.Queries;
using Ingest.Sources;
using Ingest.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Time.Testing;

namespace Ingest.Tests.Storage;

/// <summary>The record in an empty storage account, as an application holds it. Two of one account are two hosts.</summary>
internal sealed class TestRecord : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly string connection;

    private TestRecord(string connection, TimeProvider time, Action<IServiceCollection>? add)
    {
        this.connection = connection;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", connection)]).Build();
        var collection = new ServiceCollection();
        collection
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(time)
            .AddLogging()
            .AddRecord()
            .AddSources()
            .AddLanguageService(configuration)
            .AddQueries()
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Production });
        add?.Invoke(collection);
        services = collection.BuildServiceProvider();
    }

    public static DateTimeOffset Now { get; } = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public RecordWriter Writer => Get<RecordWriter>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public static async Task<TestRecord> CreateAsync(AzuriteFixture azurite, Action<IServiceCollection>? add = null)
    {
        var record = new TestRecord(await azurite.NewAccountAsync(), new FakeTimeProvider(Now), add);
        await record.Get<StorageClients>().EnsureCreatedAsync(Cancellation);
        return record;
    }

    /// <summary>The storage account.</summary>
    public string Connection => connection;

    /// <summary>Another host on the same account.</summary>
    public TestRecord AnotherHost(Action<IServiceCollection>? add = null) => new(connection, Get<TimeProvider>(), add);

    public async Task<bool> WriteAsync(params InventedArticle[] articles)
    {
        var changed = false;
        foreach (var article in articles) changed |= await Writer.WriteAsync(article.Stored, article.Mentions, Cancellation);
        return changed;
    }

    /// <summary>Every row of the account, but for what tells of times at which something was written.</summary>
    public Task<string> DumpAsync(params string[] tables) => DumpAsync(Get<StorageClients>(), tables);

    /// <summary>The same of any account.</summary>
    public static async Task<string> DumpAsync(StorageClients clients, params string[] tables)
    {
        var dump = new StringBuilder();
        foreach (var table in tables.Length > 0 ? tables : [.. StorageNames.Tables])
        {
            await foreach (var row in clients.Table(table).QueryAsync<TableEntity>(cancellationToken: Cancellation))
            {
                dump.Append(table).Append(' ').Append(row.PartitionKey).Append(' ').Append(row.RowKey);
                foreach (var (name, value) in row.OrderBy(v => v.Key, StringComparer.Ordinal))
                {
                    if (name is "PartitionKey" or "RowKey" or "odata.etag" or "Timestamp" or "Since" or "OthersUntil" or "SeenAt" or "FirstSeen") continue;
                    dump.Append(' ').Append(name).Append('=').Append(value is byte[] bytes ? Convert.ToHexString(bytes) : value);
                }

                dump.AppendLine();
            }
        }

        return dump.ToString();
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
