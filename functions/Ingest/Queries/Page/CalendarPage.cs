using System.Globalization;
using Ingest.Storage.Listings;
using Ingest.Storage.Record;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Ingest.Queries.Page;

/// <summary>Answers the calendar.</summary>
internal sealed class CalendarPage(DateFinder finder, SourceNames sources, IOptions<QueryOptions> options, TimeProvider time)
{
    private const int Most = 500;

    public async Task<IResult> AnswerAsync(HttpRequest request, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var asked = DateOnly.TryParseExact(request.Query["month"].ToString(), "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var given);
        var month = asked && given.Year is > 1 and < 9999 ? given : new DateOnly(today.Year, today.Month, 1);
        var dates = await FindAsync(month, month.AddMonths(1).AddDays(-1), latestFirst: false, Most, cancellation);
        var nearest = dates.Count > 0 ? null : await NearestAsync(month, cancellation);
        return CalendarView.Page(month, dates, nearest, await sources.AllAsync(cancellation));
    }

    // What is to come before what has been.
    private async Task<DateOnly?> NearestAsync(DateOnly month, CancellationToken cancellation)
    {
        var coming = await FindAsync(month.AddMonths(1), null, latestFirst: false, 1, cancellation);
        var found = coming.Count > 0 ? coming : await FindAsync(null, month.AddDays(-1), latestFirst: true, 1, cancellation);
        return found is [{ From: { } day }, ..] ? new DateOnly(day.Year, day.Month, 1) : null;
    }

    private async Task<IReadOnlyList<DateRecord>> FindAsync(DateOnly? from, DateOnly? to, bool latestFirst, int most, CancellationToken cancellation) =>
        (await finder.FindAsync(new DateFilter { From = from, To = to, Planned = true }, latestFirst, null, most, new ReadBudget(options.Value.TransactionsPerRequest), cancellation)).Items;
}
