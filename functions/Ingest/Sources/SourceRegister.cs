using System.Collections.Immutable;
using Ingest.Articles;
using Ingest.Network;
using Ingest.Storage;

namespace Ingest.Sources;

/// <summary>What a first look at a source found.</summary>
/// <param name="FindBy">How its articles are found; null where they are not.</param>
/// <param name="FindAt">Where.</param>
/// <param name="Count">How many were found.</param>
/// <param name="Articles">The first few of them.</param>
/// <param name="Trouble">What went wrong, in words, or null.</param>
public sealed record SourceTrial(FindBy? FindBy, Uri? FindAt, int Count, ImmutableArray<TrialArticle> Articles, string? Trouble);

/// <summary>An article that a first look at a source found.</summary>
public sealed record TrialArticle(string? Title, Uri? Url, DateTimeOffset? Published);

/// <summary>A source with everything that is known of it.</summary>
/// <param name="Source">The source as it is defined.</param>
/// <param name="Origin">"built-in", "configuration" or "added".</param>
/// <param name="Health">"new", "ok", "failing", "stopped" or "paused".</param>
/// <param name="State">What polling knows of it.</param>
/// <param name="Backfill">The last walk back through it, or null.</param>
/// <param name="Troubles">Its last articles that could not be had, the latest first.</param>
public sealed record SourceReport(Source Source, string Origin, string Health, SourceState State, Backfill? Backfill, ImmutableArray<ArticleTrouble> Troubles);

/// <summary>What came of the wish to add a source.</summary>
/// <param name="Added">The source; null where it was not added.</param>
/// <param name="Trial">The first look at it; null where it did not come to that.</param>
/// <param name="Faults">What is wrong with the request, by setting.</param>
public sealed record AddedSource(Source? Added, SourceTrial? Trial, IReadOnlyList<(string Setting, string Fault)> Faults);

/// <summary>Where people see the sources, add some, and tell others to pause, resume, go, or read back.</summary>
public sealed class SourceRegister
{
    private const int MostShown = 5;

    private readonly SourceCatalogue catalogue;
    private readonly SourceStore store;
    private readonly SourceFinder finder;
    private readonly BackfillWalker walker;
    private readonly ArticleQueues queues;

    internal SourceRegister(SourceCatalogue catalogue, SourceStore store, SourceFinder finder, BackfillWalker walker, ArticleQueues queues)
    {
        this.catalogue = catalogue;
        this.store = store;
        this.finder = finder;
        this.walker = walker;
        this.queues = queues;
    }

    /// <summary>Every source, by id.</summary>
    public async Task<IReadOnlyList<SourceReport>> ListAsync(CancellationToken cancellation)
    {
        var states = await store.StatesAsync(cancellation).ConfigureAwait(false);
        var backfills = await store.BackfillsAsync(cancellation).ConfigureAwait(false);
        var troubles = await store.TroublesAsync(cancellation).ConfigureAwait(false);
        return [.. (await catalogue.AllAsync(cancellation).ConfigureAwait(false)).Values.Select(known => Report(
            known,
            states.GetValueOrDefault(known.Source.Id)?.Value ?? new SourceState(known.Source.Id),
            backfills.GetValueOrDefault(known.Source.Id)?.Value,
            troubles.GetValueOrDefault(known.Source.Id, [])))];
    }

    /// <summary>Looks at a source and adds it where articles were found; it is polled within a minute.</summary>
    public async Task<AddedSource> AddAsync(NewSource wish, CancellationToken cancellation)
    {
        var address = wish.FindAt ?? wish.Url ?? wish.HomePage;
        var id = wish.Id ?? (address is { IsAbsoluteUri: true } ? SourceDefinition.IdFor(address) : "source");
        var source = SourceDefinition.From(id, wish, null, out var faults);
        if (source is null) return new AddedSource(null, null, faults);
        if ((await catalogue.AllAsync(cancellation).ConfigureAwait(false)).ContainsKey(id))
            return new AddedSource(null, null, [("id", $"There is a source '{id}' already. Give this one another id.")]);

        var result = await finder.AskAsync(source, null, null, null, cancellation).ConfigureAwait(false);
        if (result.Finding is not { } finding) return new AddedSource(null, new SourceTrial(null, null, 0, [], result.Words), []);
        var shown = finding.Items.Items.Take(MostShown).Select(item => new TrialArticle(item.Title, FoundItems.AddressOf(item), item.Published));
        var trial = new SourceTrial(finding.FindBy, finding.FindAt, finding.Items.Items.Length, [.. shown], null);
        source = source with { FindBy = finding.FindBy, FindAt = finding.FindAt, ListingSelector = finding.ListingSelector };
        await store.SaveAsync(id, new SourceChoice(source), cancellation).ConfigureAwait(false);
        return new AddedSource(source, trial, []);
    }

    /// <summary>Lets a source rest until it is resumed; tells whether there is such a source.</summary>
    public Task<bool> PauseAsync(string id, CancellationToken cancellation) => ChooseAsync(id, choice => choice with { IsPaused = true }, cancellation);

    /// <summary>Polls a source again at the next occasion, whether it was paused, stopped or failing; tells whether there is such a source.</summary>
    public async Task<bool> ResumeAsync(string id, CancellationToken cancellation)
    {
        if (!await ChooseAsync(id, choice => choice with { IsPaused = false }, cancellation).ConfigureAwait(false)) return false;
        while (true)
        {
            var state = await store.FindStateAsync(id, cancellation).ConfigureAwait(false);
            var resumed = state with { Value = state.Value with { NextPoll = null, IsStopped = false, Strain = 0 } };
            if (state.Version is null || await store.TrySaveAsync(resumed, cancellation).ConfigureAwait(false) is not null) return true;
        }
    }

    /// <summary>Forgets a source; what was read from it stays. Tells whether there was such a source.</summary>
    public Task<bool> RemoveAsync(string id, CancellationToken cancellation) => ChooseAsync(id, choice => choice with { IsRemoved = true }, cancellation);

    /// <summary>Begins to walk back through a source, in place of an earlier walk; null where there is no such source.</summary>
    public async Task<Backfill?> BackfillAsync(string id, DateOnly until, CancellationToken cancellation)
    {
        if (await catalogue.FindAsync(id, cancellation).ConfigureAwait(false) is not { } source) return null;
        var state = await store.FindStateAsync(id, cancellation).ConfigureAwait(false);
        var walk = await walker.BeginAsync(source, state.Value.Found, until, cancellation).ConfigureAwait(false);
        await store.SaveAsync(walk, cancellation).ConfigureAwait(false);
        return walk;
    }

    /// <summary>Queues one article by its address.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="sourceId">The source that it belongs to; null is the one whose home page is on the same host.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The source; null where none is known.</returns>
    public async Task<Source?> QueueAsync(Uri address, string? sourceId, CancellationToken cancellation)
    {
        var all = await catalogue.AllAsync(cancellation).ConfigureAwait(false);
        var source = sourceId is null
            ? all.Values.FirstOrDefault(known => HostTurns.HostOf(known.Source.HomePage) == HostTurns.HostOf(address))?.Source
            : all.GetValueOrDefault(sourceId)?.Source;
        if (source is null) return null;
        await store.ForgetAsync(source.Id, address, cancellation).ConfigureAwait(false);
        await queues.SendAsync(new FetchArticleMessage(source.Id, address), cancellation).ConfigureAwait(false);
        return source;
    }

    private static SourceReport Report(KnownSource known, SourceState state, Backfill? backfill, ImmutableArray<ArticleTrouble> troubles) => new(
        known.Source,
        known.Origin,
        known.IsPaused ? "paused" : state.IsStopped ? "stopped" : state.Strain > 0 ? "failing" : state.LastSuccess is null ? "new" : "ok",
        state,
        backfill,
        troubles);

    private async Task<bool> ChooseAsync(string id, Func<SourceChoice, SourceChoice> choose, CancellationToken cancellation)
    {
        if (!(await catalogue.AllAsync(cancellation).ConfigureAwait(false)).ContainsKey(id)) return false;
        var choices = await store.ChoicesAsync(cancellation).ConfigureAwait(false);
        await store.SaveAsync(id, choose(choices.GetValueOrDefault(id) ?? new SourceChoice()), cancellation).ConfigureAwait(false);
        return true;
    }
}
