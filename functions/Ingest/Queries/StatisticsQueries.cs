using System.Collections.Immutable;
using Ingest.Queries.Formats;
using Ingest.Queries.Paging;
using Ingest.Queries.Parameters;
using Ingest.Storage;
using Ingest.Storage.Rows;
using Microsoft.AspNetCore.Http;

namespace Ingest.Queries;

/// <summary>
/// Counts statements. A thousand articles are read in one transaction; where a request's budget does not reach, the answer counts a part
/// and links to the rest, and whoever follows adds the parts up.
/// </summary>
public sealed class StatisticsQueries
{
    private readonly StatementFinder finder;
    private readonly PageAnswerer pages;

    internal StatisticsQueries(StatementFinder finder, PageAnswerer pages) => (this.finder, this.pages) = (finder, pages);

    internal static ImmutableArray<Parameter> CountParameters { get; } =
        [KnownParameters.GroupBy, .. StatementFilter.Parameters, KnownParameters.Top with { Description = "How many groups at most, the largest." }, KnownParameters.Cursor, KnownParameters.Format];

    /// <summary>GET /api/stats</summary>
    public Task<IResult> CountAsync(HttpRequest request, CancellationToken cancellation) => pages.AnswerAsync(
        request,
        CountParameters,
        Shapes.Statistics,
        async (parameters, cursor, top, budget) =>
        {
            var groupBy = parameters.Choice(KnownParameters.GroupBy)
                ?? throw new QueryException($"Say what to count by: {KnownParameters.GroupBy.Name}={string.Join('|', KnownParameters.GroupBy.Values)}.", KnownParameters.GroupBy.Name);
            var filter = StatementFilter.Read(parameters);
            var counter = StatementCounter.By(groupBy);
            var source = (await finder.OpenAsync(filter, budget, cancellation))(
                cursor?.Place ?? (filter.Until is { } end ? Places.Behind(end) : Places.First),
                filter.From is { } start ? Places.Behind(start) : Places.Last);
            while (!source.IsAtEnd && !budget.IsSpent)
                foreach (var row in await source.NextAsync(TableLimits.RowsPerPage, budget, cancellation))
                    foreach (var statement in row.Items.Where(filter.Matches)) counter.Add(statement);
            return new Page<StatisticsGroup>([.. counter.Groups.Take(top)], source.IsAtEnd ? null : new Cursor(source.Place, -1));
        },
        cancellation);
}
