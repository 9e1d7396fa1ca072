using System.Collections.Immutable;
using System.Text.Json;
using Ingest.Extraction.LanguageService;
using Ingest.Storage.Record;

namespace Ingest.Storage;

/// <summary>What the Language service saw in each revision of an article; one compressed blob a revision, replaced whole.</summary>
public sealed class FindingStore
{
    private readonly StorageClients clients;

    internal FindingStore(StorageClients clients) => this.clients = clients;

    /// <summary>Keeps the findings of a revision in place of what was kept before.</summary>
    public Task SaveAsync(string articleId, int revision, ImmutableArray<Finding> findings, CancellationToken cancellation) =>
        clients.Container(StorageNames.FindingsContainer)
            .SaveAsync(Name(articleId, revision), JsonSerializer.SerializeToUtf8Bytes(findings, RecordJson.Options), "application/json", cancellation);

    /// <summary>The findings of a revision in the order of its text, or null where the service was not asked yet.</summary>
    public async Task<ImmutableArray<Finding>?> FindAsync(string articleId, int revision, CancellationToken cancellation) =>
        await clients.Container(StorageNames.FindingsContainer).FindAsync(Name(articleId, revision), cancellation).ConfigureAwait(false) is { } blob
            ? JsonSerializer.Deserialize<ImmutableArray<Finding>>(blob.Content, RecordJson.Options)
            : null;

    private static string Name(string articleId, int revision) => $"{articleId}/{revision}.json";
}
