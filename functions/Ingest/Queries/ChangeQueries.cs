using System.Collections.Immutable;
using System.Globalization;
using Ingest.Queries.Formats;
using Ingest.Queries.Paging;
using Ingest.Queries.Parameters;
using Ingest.Storage;
using Ingest.Storage.Record;
using Microsoft.AspNetCore.Http;

namespace Ingest.Queries;

/// <summary>A change as followers are told of it.</summary>
/// <param name="Number">The number of its commit; numbers rise, and several changes share one.</param>
/// <param name="At">When it was committed, UTC.</param>
/// <param name="Kind">"statement", "figure", "date", "article" or "correction".</param>
/// <param name="Id">Of what changed.</param>
/// <param name="IsDeleted">Whether it is gone; then nothing else is told of it.</param>
/// <param name="Statement">As it is now, else absent.</param>
/// <param name="Figure">As it is now, else absent.</param>
/// <param name="Date">As it is now, else absent.</param>
/// <param name="Article">As it is now, else absent.</param>
/// <param name="Correction">As it is now, else absent.</param>
public sealed record ChangeAnswer(
    long Number, DateTimeOffset At, string Kind, string Id, bool IsDeleted, StatementRecord? Statement, FigureRecord? Figure, DateRecord? Date, Headline? Article, Correction? Correction);

/// <summary>Tells followers what became of the record, in the order of the commits.</summary>
public sealed class ChangeQueries
{
    private readonly ChangeLog log;
    private readonly CursorSigner signer;
    private readonly TimeProvider time;

    internal ChangeQueries(ChangeLog log, CursorSigner signer, TimeProvider time) => (this.log, this.signer, this.time) = (log, signer, time);

    internal static ImmutableArray<Parameter> ListParameters { get; } = [KnownParameters.ChangeKind, KnownParameters.Top, KnownParameters.Cursor];

    /// <summary>GET /api/changes: with a nextLink while there is more, and with a deltaLink to ask again later when there is not.</summary>
    public Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellation) => Answers.OrProblem(async () =>
    {
        var parameters = new ParameterReader(request.Query, ListParameters);
        var kind = parameters.Choice(KnownParameters.ChangeKind);
        var top = parameters.Count(KnownParameters.Top);
        var filters = $"{request.Path}?{parameters.Canonical(KnownParameters.Top, KnownParameters.Cursor)}";
        var cursor = await signer.ReadAsync(parameters.Text(KnownParameters.Cursor), filters, cancellation) ?? new Cursor("1", -1);
        var first = long.Parse(cursor.Place, CultureInfo.InvariantCulture);

        // A commit holds at least one change, so that as many commits as changes wanted are enough; one more tells whether any follow.
        var asked = Math.Min(top + 1, TableLimits.RowsPerPage);
        var commits = await log.ReadAsync(first, asked, cancellation);
        var all = commits.SelectMany(commit => commit.Changes.Select((change, i) => (Commit: commit, Change: change, Index: i)))
            .Where(c => c.Commit.Number > first || c.Index > cursor.After)
            .ToList();
        var page = all.Where(c => kind is null || c.Change.Kind == kind).Take(top).ToList();
        var isCut = page.Count == top && page[^1] != all[^1];
        var isMore = isCut || commits.Count == asked;
        var next = isCut
            ? new Cursor(page[^1].Commit.Number.ToString(CultureInfo.InvariantCulture), page[^1].Index)
            : new Cursor(((commits.Count > 0 ? commits[^1].Number : first - 1) + 1).ToString(CultureInfo.InvariantCulture), -1);
        if (commits.Count == 0) next = cursor;

        var signed = await signer.SignAsync(next, filters, cancellation);
        var link = Answers.NextLink(request, parameters, signed);
        var answer = new Answer<ChangeAnswer>(
            [.. page.Select(c => new ChangeAnswer(c.Commit.Number, c.Commit.At, c.Change.Kind, c.Change.Id, c.Change.IsDeleted, c.Change.Statement, c.Change.Figure, c.Change.Date, c.Change.Article, c.Change.Correction))],
            isMore ? link : null,
            signed,
            time.GetUtcNow())
        {
            DeltaLink = isMore ? null : link,
        };
        return Answers.Json(answer, answer with { AsOf = default }, isMore ? new Dictionary<string, string> { ["Link"] = $"<{link}>; rel=\"next\"" } : null);
    });
}
