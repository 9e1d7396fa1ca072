using System.Collections.Immutable;
using System.Globalization;
using Ingest.Articles;
using Ingest.Storage.Record;
using Microsoft.AspNetCore.Http;

namespace Ingest.Sources;

/// <summary>Answers requests about sources.</summary>
public sealed class SourceRequests(SourceRegister register)
{
    /// <summary>How far back a source may be read: further than any of them goes, and short of a typing error.</summary>
    private static readonly DateOnly Earliest = new(1990, 1, 1);

    /// <summary>GET /api/sources: all sources with their health.</summary>
    public async Task<IResult> ListAsync(CancellationToken cancellation)
    {
        var reports = await register.ListAsync(cancellation).ConfigureAwait(false);
        return Json(new { value = reports.Select(report => new ListedSource(report)) });
    }

    /// <summary>POST /api/sources: looks at a source and adds it where its articles are found.</summary>
    public async Task<IResult> AddAsync(HttpRequest request, CancellationToken cancellation)
    {
        var (wish, problem) = await RequestBody.ReadAsync<NewSource>(request, cancellation).ConfigureAwait(false);
        if (wish is null) return problem!;
        var added = await register.AddAsync(wish, cancellation).ConfigureAwait(false);
        if (added.Faults.Count > 0) return RequestBody.Invalid(added.Faults[0].Fault, added.Faults[0].Setting);
        if (added.Added is { } source) return Json(new { source, trial = added.Trial }, StatusCodes.Status201Created);
        return RequestBody.Problem(
            StatusCodes.Status422UnprocessableEntity, "The source was not added", $"No articles were found: {added.Trial!.Trouble}.", "url", added.Trial);
    }

    /// <summary>POST /api/sources/{id}/pause.</summary>
    public async Task<IResult> PauseAsync(string id, CancellationToken cancellation) =>
        await register.PauseAsync(id, cancellation).ConfigureAwait(false) ? Results.NoContent() : Unknown(id);

    /// <summary>POST /api/sources/{id}/resume.</summary>
    public async Task<IResult> ResumeAsync(string id, CancellationToken cancellation) =>
        await register.ResumeAsync(id, cancellation).ConfigureAwait(false) ? Results.NoContent() : Unknown(id);

    /// <summary>DELETE /api/sources/{id}.</summary>
    public async Task<IResult> RemoveAsync(string id, CancellationToken cancellation) =>
        await register.RemoveAsync(id, cancellation).ConfigureAwait(false) ? Results.NoContent() : Unknown(id);

    /// <summary>POST /api/sources/{id}/backfill with {"until": "2025-01-01"}: reads back to that day, in the background.</summary>
    public async Task<IResult> BackfillAsync(HttpRequest request, string id, CancellationToken cancellation)
    {
        var (wish, problem) = await RequestBody.ReadAsync<BackfillRequest>(request, cancellation).ConfigureAwait(false);
        if (wish is null) return problem!;
        if (!DateOnly.TryParseExact(wish.Until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until) || until < Earliest)
            return RequestBody.Invalid($"Give the day to read back to as \"until\", such as \"2025-01-01\", {Earliest:yyyy-MM-dd} at the earliest.", "until");
        return await register.BackfillAsync(id, until, cancellation).ConfigureAwait(false) is { } walk ? Json(walk, StatusCodes.Status202Accepted) : Unknown(id);
    }

    /// <summary>POST /api/articles with {"url": …, "source": …}: fetches one article; GET /api/sources tells where it could not be had.</summary>
    public async Task<IResult> FetchAsync(HttpRequest request, CancellationToken cancellation)
    {
        var (wish, problem) = await RequestBody.ReadAsync<ArticleRequest>(request, cancellation).ConfigureAwait(false);
        if (wish is null) return problem!;
        if (!Uri.TryCreate(wish.Url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || wish.Url.Length > 2000)
            return RequestBody.Invalid("Give the article's address as \"url\", beginning with https:// or http://.", "url");
        if (await register.QueueAsync(address, wish.Source, cancellation).ConfigureAwait(false) is { } source)
            return Json(new { url = address, source = source.Id }, StatusCodes.Status202Accepted);
        return RequestBody.Invalid(
            wish.Source is null ? $"No source is at {address.Host}. Add it with POST /api/sources, or name another as \"source\"." : $"There is no source '{wish.Source}'.", "source");
    }

    private static IResult Unknown(string id) => RequestBody.Problem(StatusCodes.Status404NotFound, "Not found", $"There is no source '{id}'. GET /api/sources lists them.");

    private static IResult Json(object value, int status = StatusCodes.Status200OK) => Results.Json(value, RecordJson.Options, statusCode: status);

    private sealed record BackfillRequest(string? Until);

    private sealed record ArticleRequest(string? Url, string? Source);

    /// <summary>A source as it is listed: what polling remembers for itself is left out.</summary>
    internal sealed record ListedSource
    {
        public ListedSource(SourceReport report)
        {
            var (source, state) = (report.Source, report.State);
            (Id, Name, HomePage, TimeZone, Language, Origin, Health) = (source.Id, source.Name, source.HomePage, source.TimeZone, source.Language, report.Origin, report.Health);
            (FindBy, FindAt) = (state.Found?.FindBy ?? source.FindBy, state.Found?.FindAt ?? source.FindAt);
            (LastPoll, LastSuccess, LastError, NextPoll) = (state.LastPoll, state.LastSuccess, state.LastError, state.NextPoll);
            (NewestArticle, ArticlesPerDay, Backfill, ArticleTroubles) = (state.NewestArticle, state.ArticlesPerDay, report.Backfill, report.Troubles);
        }

        public string Id { get; }

        public string Name { get; }

        public Uri HomePage { get; }

        public string TimeZone { get; }

        public string Language { get; }

        public FindBy FindBy { get; }

        public Uri FindAt { get; }

        public string Origin { get; }

        public string Health { get; }

        public DateTimeOffset? LastPoll { get; }

        public DateTimeOffset? LastSuccess { get; }

        public SourceError? LastError { get; }

        public DateTimeOffset? NextPoll { get; }

        public DateTimeOffset? NewestArticle { get; }

        public double? ArticlesPerDay { get; }

        public Backfill? Backfill { get; }

        public ImmutableArray<ArticleTrouble> ArticleTroubles { get; }
    }
}
