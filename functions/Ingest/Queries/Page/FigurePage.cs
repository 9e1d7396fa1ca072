using Ingest.Storage.Listings;
using Ingest.Storage.Record;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Ingest.Queries.Page;

/// <summary>Answers the view of figures.</summary>
internal sealed class FigurePage(FigureFinder finder, IOptions<QueryOptions> options)
{
    private const int MostOfSeries = 200;
    private const int MostRead = 500;
    private const int ShownSeries = 30;
    private const int ShownFigures = 25;

    public async Task<IResult> AnswerAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (Text(request, "series") is { } key)
            return FigureView.Page(key, await FindAsync(new FigureFilter { Series = key }, MostOfSeries, cancellation));
        var counted = Text(request, "counted");
        try
        {
            var filter = new FigureFilter { Counted = counted is null ? null : WordQuery.Parse(counted, "counted") };
            var found = await FindAsync(filter, MostRead, cancellation);
            return FigureView.List(Series(found), [.. found.Take(ShownFigures)], counted);
        }
        catch (QueryException problem)
        {
            return StatementView.Refused(problem.Message);
        }
    }

    private static IReadOnlyList<FigureSeries> Series(IEnumerable<FigureRecord> figures) =>
    [
        .. figures.Where(figure => figure.Series is not null)
            .GroupBy(figure => figure.Series!, StringComparer.Ordinal)
            .Select(series => new FigureSeries(series.Count(), series.First()))
            .Where(series => series.Count > 1)
            .OrderByDescending(series => series.Count).ThenBy(series => series.Key, StringComparer.Ordinal)
            .Take(ShownSeries),
    ];

    private async Task<IReadOnlyList<FigureRecord>> FindAsync(FigureFilter filter, int most, CancellationToken cancellation) =>
        (await finder.FindAsync(filter, oldestFirst: false, null, most, new ReadBudget(options.Value.TransactionsPerRequest), cancellation)).Items;

    private static string? Text(HttpRequest request, string name) => request.Query[name].ToString().Trim() is { Length: > 0 } text ? text : null;
}
