using Azure;
using Azure.Data.Tables;
using Ingest.Articles;

namespace Ingest.Storage;

/// <summary>Every address and feed id under which an article is known. One partition a name: the names of one article are found apart.</summary>
internal sealed class AliasStore(StorageClients clients)
{
    private const string Key = "article";

    private readonly TableClient table = clients.Table(StorageNames.AliasesTable);

    /// <summary>The name that an address gives an article.</summary>
    public static string Of(Uri address) => "url " + CanonicalUrl.Key(address);

    /// <summary>The name that a feed's id gives an article; other sources may mean another by the same.</summary>
    public static string Of(string sourceId, string feedId) => $"feed {sourceId} {feedId}";

    /// <summary>The id of the article that the first known of the names means, or null where none is known.</summary>
    public async Task<string?> FindAsync(IEnumerable<string> names, CancellationToken cancellation)
    {
        foreach (var name in names)
        {
            var found = await table.GetEntityIfExistsAsync<AliasRow>(RowKeys.Hash(name, 32), Key, cancellationToken: cancellation).ConfigureAwait(false);
            if (found.HasValue) return found.Value!.ArticleId;
        }

        return null;
    }

    /// <summary>Lets names mean an article; what already means one keeps it.</summary>
    public async Task AddAsync(IEnumerable<string> names, string articleId, CancellationToken cancellation)
    {
        foreach (var name in names)
        {
            try
            {
                await table.AddEntityAsync(new AliasRow { PartitionKey = RowKeys.Hash(name, 32), Name = Shortened(name), ArticleId = articleId }, cancellation).ConfigureAwait(false);
            }
            catch (RequestFailedException e) when (e.Status == 409)
            {
                // Known already, by a replay of this very step in most cases.
            }
        }
    }

    private static string Shortened(string name) => name.Length > 1000 ? name[..1000] : name;

    private sealed class AliasRow : ITableEntity
    {
        public required string PartitionKey { get; set; }

        public string RowKey { get; set; } = Key;

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public string Name { get; set; } = "";

        public string ArticleId { get; set; } = "";
    }
}
