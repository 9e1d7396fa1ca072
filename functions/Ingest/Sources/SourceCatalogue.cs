using Ingest.Storage;

namespace Ingest.Sources;

/// <summary>A source that is known, and what people decided about it.</summary>
/// <param name="Source">The source.</param>
/// <param name="Origin">Where it comes from: "built-in", "configuration" or "added".</param>
/// <param name="IsPaused">Whether it is not to be polled for now.</param>
public sealed record KnownSource(Source Source, string Origin, bool IsPaused);

/// <summary>All sources: built in, configured and added, without those that were removed.</summary>
public sealed class SourceCatalogue
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private readonly ConfiguredSources configured;
    private readonly SourceStore store;
    private readonly TimeProvider time;
    private (DateTimeOffset Until, IReadOnlyDictionary<string, KnownSource> All) known;

    internal SourceCatalogue(ConfiguredSources configured, SourceStore store, TimeProvider time)
    {
        this.configured = configured;
        this.store = store;
        this.time = time;
        known = (DateTimeOffset.MinValue, new Dictionary<string, KnownSource>());
    }

    /// <summary>All of them, by id.</summary>
    public async Task<IReadOnlyDictionary<string, KnownSource>> AllAsync(CancellationToken cancellation)
    {
        var all = new SortedDictionary<string, KnownSource>(StringComparer.Ordinal);
        foreach (var source in configured.All.Values)
            all[source.Id] = new KnownSource(source, BuiltInSources.All.GetValueOrDefault(source.Id) == source ? "built-in" : "configuration", IsPaused: false);
        foreach (var (id, choice) in await store.ChoicesAsync(cancellation).ConfigureAwait(false))
        {
            if (choice.IsRemoved) all.Remove(id);
            else if (all.TryGetValue(id, out var source)) all[id] = source with { IsPaused = choice.IsPaused };
            else if (choice.Added is not null) all[id] = new KnownSource(choice.Added, "added", choice.IsPaused);
        }

        known = (time.GetUtcNow() + Fresh, all);
        return all;
    }

    /// <summary>A source by its id, as it was known at most half a minute ago; null where it is not known.</summary>
    public async Task<Source?> FindAsync(string id, CancellationToken cancellation)
    {
        var all = known;
        if (all.Until <= time.GetUtcNow() || !all.All.ContainsKey(id)) all = (default, await AllAsync(cancellation).ConfigureAwait(false));
        return all.All.GetValueOrDefault(id)?.Source;
    }
}
