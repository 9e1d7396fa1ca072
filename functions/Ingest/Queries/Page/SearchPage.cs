using Ingest.Extraction;
using Ingest.Queries.Paging;
using Ingest.Queries.Parameters;
using Ingest.Storage;
using Ingest.Storage.Listings;
using Ingest.Storage.Record;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Ingest.Queries.Page;

/// <summary>Answers the search view.</summary>
internal sealed class SearchPage(
    StatementFinder finder, OfficialDirectory directory, SourceNames sources, CursorSigner signer, MentionExtractor extractor, IOptions<QueryOptions> options, TimeProvider time)
{
    private const int PerPage = 25;

    /// <summary>Statements that facets and plots are counted over; a larger selection is counted in part, and says so.</summary>
    public const int MostCounted = 500;

    public async Task<IResult> AnswerAsync(HttpRequest request, CancellationToken cancellation)
    {
        var selection = Selection.From(request);
        var period = PeriodIn(selection);
        var meant = period is null ? selection : Meant(selection, period);
        var names = await sources.AllAsync(cancellation);
        try
        {
            var parameters = new ParameterReader(meant.Parameters, [.. StatementFilter.Parameters, KnownParameters.Order, KnownParameters.Cursor]);
            var filter = StatementFilter.Read(parameters);
            var oldestFirst = parameters.Choice(KnownParameters.Order) == "oldest";
            // A cursor belongs to what is asked for, as in the interface for programs.
            var asked = $"/?{parameters.Canonical(KnownParameters.Cursor)}";
            var cursor = await signer.ReadAsync(parameters.Text(KnownParameters.Cursor), asked, cancellation);

            var page = await finder.FindAsync(filter, oldestFirst, cursor, PerPage, Budget(), cancellation);
            var counted = page.Next is null && cursor is null
                ? new Page<StatementRecord>(page.Items, null)
                : await finder.FindAsync(filter, oldestFirst: false, null, MostCounted, Budget(), cancellation);
            var next = page.Next is null ? null : await signer.SignAsync(page.Next, asked, cancellation);
            return SearchView.Page(new SearchResults(
                selection, page.Items, next, counted.Items, counted.Next is not null, names, await NamesAsync(selection, names, cancellation), filter.Words)
            {
                Meant = meant,
                Period = period,
            });
        }
        catch (QueryException problem)
        {
            return SearchView.Page(new SearchResults(selection, [], null, [], IsPartial: false, names, names, null, problem.Message));
        }
    }

    // A period that is set beside the words goes before one among them.
    private TypedPeriod? PeriodIn(Selection selection) =>
        selection["q"] is { } query && selection["publishedFrom"] is null && selection["publishedTo"] is null
            ? TypedPeriod.In(query, extractor, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime))
            : null;

    private static Selection Meant(Selection selection, TypedPeriod period)
    {
        var meant = selection.With("q", period.Words).With("publishedFrom", $"{period.From:yyyy-MM-dd}").With("publishedTo", $"{period.To:yyyy-MM-dd}");
        return selection["cursor"] is { } cursor ? meant.With("cursor", cursor) : meant;
    }

    private ReadBudget Budget() => new(options.Value.TransactionsPerRequest);

    private async Task<IReadOnlyDictionary<string, string>> NamesAsync(Selection selection, IReadOnlyDictionary<string, string> sourceNames, CancellationToken cancellation)
    {
        if (selection["official"] is not { } id || await directory.FindAsync(id, cancellation) is not { } official) return sourceNames;
        return new Dictionary<string, string>(sourceNames, StringComparer.Ordinal) { [id] = official.Name };
    }
}
