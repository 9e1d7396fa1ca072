using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Ingest.Articles;
using Ingest.Sources;
using Ingest.Storage.Record;

namespace Ingest.Storage;

/// <summary>What people said about sources, and what polling knows of them: a row each in one of four partitions.</summary>
internal sealed class SourceStore(StorageClients clients)
{
    private const string Choices = "choice";
    private const string States = "state";
    private const string Backfills = "backfill";
    private const string Troubles = "trouble";

    /// <summary>The troubles that are remembered of one source.</summary>
    private const int MostTroubles = 20;

    private readonly TableClient table = clients.Table(StorageNames.SourcesTable);

    /// <summary>All choices, by source id.</summary>
    public async Task<IReadOnlyDictionary<string, SourceChoice>> ChoicesAsync(CancellationToken cancellation) =>
        await AllAsync(Choices, row => JsonSerializer.Deserialize<SourceChoice>(row.Json, RecordJson.Options)!, cancellation).ConfigureAwait(false);

    /// <summary>Replaces what people said about a source.</summary>
    public Task SaveAsync(string id, SourceChoice choice, CancellationToken cancellation) =>
        table.UpsertEntityAsync(Row(Choices, id, choice), TableUpdateMode.Replace, cancellation);

    /// <summary>All states, by source id.</summary>
    public async Task<IReadOnlyDictionary<string, Versioned<SourceState>>> StatesAsync(CancellationToken cancellation) =>
        await AllAsync(States, State, cancellation).ConfigureAwait(false);

    /// <summary>What polling knows of one source.</summary>
    public async Task<Versioned<SourceState>> FindStateAsync(string id, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<SourceRow>(States, id, cancellationToken: cancellation).ConfigureAwait(false);
        return found.HasValue ? State(found.Value!) : new Versioned<SourceState>(new SourceState(id), null);
    }

    /// <summary>Writes a state if nobody else did since it was read; null where somebody did.</summary>
    public async Task<Versioned<SourceState>?> TrySaveAsync(Versioned<SourceState> state, CancellationToken cancellation)
    {
        var row = Row(States, state.Value.SourceId, state.Value with { Seen = [] });
        row.Seen = MemoryMarshal.AsBytes(state.Value.Seen.AsSpan()).ToArray();
        return await TrySaveAsync(row, state.Version, cancellation).ConfigureAwait(false) is { } version ? state with { Version = version } : null;
    }

    /// <summary>All backfills that were asked for, by source id.</summary>
    public async Task<IReadOnlyDictionary<string, Versioned<Backfill>>> BackfillsAsync(CancellationToken cancellation) =>
        await AllAsync(Backfills, row => new Versioned<Backfill>(JsonSerializer.Deserialize<Backfill>(row.Json, RecordJson.Options)!, row.ETag.ToString()), cancellation).ConfigureAwait(false);

    /// <summary>Begins a backfill, in place of an earlier one of that source.</summary>
    public Task SaveAsync(Backfill backfill, CancellationToken cancellation) =>
        table.UpsertEntityAsync(Row(Backfills, backfill.SourceId, backfill), TableUpdateMode.Replace, cancellation);

    /// <summary>Writes a backfill's progress if nobody else did since it was read; null where somebody did.</summary>
    public async Task<Versioned<Backfill>?> TrySaveAsync(Versioned<Backfill> backfill, CancellationToken cancellation) =>
        await TrySaveAsync(Row(Backfills, backfill.Value.SourceId, backfill.Value), backfill.Version, cancellation).ConfigureAwait(false) is { } version
            ? backfill with { Version = version }
            : null;

    /// <summary>The articles that could not be had, the latest first, by source id.</summary>
    public async Task<IReadOnlyDictionary<string, ImmutableArray<ArticleTrouble>>> TroublesAsync(CancellationToken cancellation) =>
        await AllAsync(Troubles, TroublesIn, cancellation).ConfigureAwait(false);

    /// <summary>Remembers that an article could not be had, in place of what was known of its address.</summary>
    public Task NoteAsync(string id, ArticleTrouble trouble, CancellationToken cancellation) =>
        ChangeTroublesAsync(id, known => Bounded([trouble, .. known.Where(other => other.Url != trouble.Url)]), cancellation);

    /// <summary>Forgets that an article could not be had, since now it was.</summary>
    public Task ForgetAsync(string id, Uri url, CancellationToken cancellation) =>
        ChangeTroublesAsync(id, known => [.. known.Where(other => other.Url != url)], cancellation);

    /// <summary>The troubles that are remembered: of too many the oldest goes, first of those that are tried again, since they tell of themselves once more.</summary>
    private static ImmutableArray<ArticleTrouble> Bounded(ImmutableArray<ArticleTrouble> troubles)
    {
        while (troubles.Length > MostTroubles)
        {
            var passing = troubles.LastOrDefault(trouble => trouble.NextTry is not null) ?? troubles[^1];
            troubles = troubles.RemoveAt(troubles.LastIndexOf(passing));
        }

        return troubles;
    }

    private async Task ChangeTroublesAsync(string id, Func<ImmutableArray<ArticleTrouble>, ImmutableArray<ArticleTrouble>> change, CancellationToken cancellation)
    {
        while (true)
        {
            var found = await table.GetEntityIfExistsAsync<SourceRow>(Troubles, id, cancellationToken: cancellation).ConfigureAwait(false);
            var known = found.HasValue ? TroublesIn(found.Value!) : [];
            var changed = change(known);
            if (changed.SequenceEqual(known)) return;
            if (await TrySaveAsync(Row(Troubles, id, changed), found.HasValue ? found.Value!.ETag.ToString() : null, cancellation).ConfigureAwait(false) is not null) return;
        }
    }

    private static ImmutableArray<ArticleTrouble> TroublesIn(SourceRow row) => JsonSerializer.Deserialize<ImmutableArray<ArticleTrouble>>(row.Json, RecordJson.Options);

    private static SourceRow Row<T>(string partition, string id, T value) =>
        new() { PartitionKey = partition, RowKey = id, Json = JsonSerializer.Serialize(value, RecordJson.Options) };

    private static Versioned<SourceState> State(SourceRow row)
    {
        var seen = MemoryMarshal.Cast<byte, SeenItem>(row.Seen).ToImmutableArray();
        var state = JsonSerializer.Deserialize<SourceState>(row.Json, RecordJson.Options)!;
        return new Versioned<SourceState>(state with { Seen = seen }, row.ETag.ToString());
    }

    private async Task<Dictionary<string, T>> AllAsync<T>(string partition, Func<SourceRow, T> read, CancellationToken cancellation)
    {
        var all = new Dictionary<string, T>(StringComparer.Ordinal);
        await foreach (var row in table.QueryAsync<SourceRow>(row => row.PartitionKey == partition, cancellationToken: cancellation).ConfigureAwait(false))
            all[row.RowKey] = read(row);
        return all;
    }

    private async Task<string?> TrySaveAsync(SourceRow row, string? version, CancellationToken cancellation)
    {
        try
        {
            var response = version is null
                ? await table.AddEntityAsync(row, cancellation).ConfigureAwait(false)
                : await table.UpdateEntityAsync(row, new ETag(version), TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
            return response.Headers.ETag.ToString();
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409 or 412)
        {
            return null;
        }
    }

    private sealed class SourceRow : ITableEntity
    {
        public required string PartitionKey { get; set; }

        public required string RowKey { get; set; }

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public string Json { get; set; } = "";

        public byte[] Seen { get; set; } = [];
    }
}

/// <summary>A value and which writing of it was read, so that no later one is overwritten unseen.</summary>
/// <param name="Value">The value.</param>
/// <param name="Version">Opaque; null where nothing was ever written.</param>
internal sealed record Versioned<T>(T Value, string? Version);
