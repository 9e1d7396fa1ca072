using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace Ingest.Storage;

/// <summary>Changes how a client reaches the storage account, before the client is built.</summary>
internal delegate void ChangeWire(ClientOptions options);

/// <summary>The one place where clients of the storage account are built.</summary>
internal sealed class StorageClients
{
    private readonly TableServiceClient tables;
    private readonly QueueServiceClient queues;
    private readonly BlobServiceClient blobs;

    /// <summary>Clients of the account that the settings name.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="change">What stands between the clients and the account, or null for nothing.</param>
    public StorageClients(IConfiguration configuration, ChangeWire? change = null)
        : this(StorageConnection.From(configuration), change)
    {
    }

    private StorageClients(StorageConnection connection, ChangeWire? change)
    {
        var tableOptions = Patient(new TableClientOptions(), "table");
        // The trigger reads base64 (host.json), and a client that sends plain text has its messages poisoned without a word.
        var queueOptions = Patient(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }, "queue");
        var blobOptions = Patient(new BlobClientOptions(), "blob");
        foreach (var options in (ClientOptions[])[tableOptions, queueOptions, blobOptions]) change?.Invoke(options);
        if (connection.ConnectionString is { } text)
        {
            tables = new TableServiceClient(text, tableOptions);
            queues = new QueueServiceClient(text, queueOptions);
            blobs = new BlobServiceClient(text, blobOptions);
            return;
        }

        var credential = connection.Credential;
        tables = new TableServiceClient(connection.Tables!, credential, tableOptions);
        queues = new QueueServiceClient(connection.Queues!, credential, queueOptions);
        blobs = new BlobServiceClient(connection.Blobs!, credential, blobOptions);
    }

    /// <summary>A table of <see cref="StorageNames.Tables"/>.</summary>
    public TableClient Table(string name) => tables.GetTableClient(name);

    /// <summary>A queue; its messages are base64, as the triggers expect.</summary>
    public QueueClient Queue(string name) => queues.GetQueueClient(name);

    /// <summary>A container of <see cref="StorageNames.Containers"/>.</summary>
    public BlobContainerClient Container(string name) => blobs.GetBlobContainerClient(name);

    /// <summary>Creates every table, queue and container that is not there yet.</summary>
    public Task EnsureCreatedAsync(CancellationToken cancellation) => Task.WhenAll(
        Task.WhenAll(StorageNames.Tables.Select(name => Table(name).CreateIfNotExistsAsync(cancellation))),
        Task.WhenAll(StorageNames.Queues.Select(name => Queue(name).CreateIfNotExistsAsync(cancellationToken: cancellation))),
        Task.WhenAll(StorageNames.Containers.Select(name => Container(name).CreateIfNotExistsAsync(cancellationToken: cancellation))));

    // A request whose success was hidden by a broken connection is sent again. Every write of ours stands that: it either replaces a row
    // by the same row, or is guarded by an ETag and recognised as our own afterwards (see RowWriter).
    private static TOptions Patient<TOptions>(TOptions options, string service)
        where TOptions : ClientOptions
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = 5;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(10);
        // All tries of a request that is never answered end before a caller of ours gives up, who often waits 100 seconds.
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(12);
        options.AddPolicy(new StorageTransactions(service), HttpPipelinePosition.PerRetry);
        return options;
    }
}
