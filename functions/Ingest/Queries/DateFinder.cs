using Ingest.Queries.Paging;
using Ingest.Storage;
using Ingest.Storage.Listings;
using Ingest.Storage.Record;
using Ingest.Storage.Rows;

namespace Ingest.Queries;

/// <summary>Finds dates by the days that they cover.</summary>
internal sealed class DateFinder(RowReader reader, MentionFinder mentions, ChangeLog changes)
{
    /// <summary>A page of the dates asked for, by the first day that they cover.</summary>
    public async Task<Page<DateRecord>> FindAsync(DateFilter filter, bool latestFirst, Cursor? cursor, int top, ReadBudget budget, CancellationToken cancellation)
    {
        var open = filter.Cluster is { } cluster
            ? await mentions.OpenClusterAsync(cluster, c => c.Dates.Where(d => d.From is not null), d => DateRows.Key(d.From!.Value, d.Article), d => d.Start, budget, cancellation)
            : Open(filter);
        var pager = new Pager<DateRecord>(open, filter.Matches, date => date.Start, budget);
        if (!latestFirst) return await pager.ForwardAsync(Places.First, Behind(filter.To), cursor, top, cancellation);
        var last = filter.To;
        if (cursor is null && last is null)
        {
            last = budget.TrySpend() ? (await changes.HeadAsync(cancellation)).LastDay : null;
            if (last is null) return new Page<DateRecord>([], null);
        }

        return await pager.BackwardAsync(Places.First, Behind(last), Axis.Days, cursor, top, cancellation);
    }

    private static string Behind(DateOnly? day) => day is null || day == DateOnly.MaxValue ? Places.Last : DateRows.DayKey(day.Value.AddDays(1));

    // What covers a day starts at most a class's length before it, so that each class is read from there on.
    private Func<string, string, IRowSource<DateRecord>> Open(DateFilter filter) => (from, until) => new Union<DateRecord>(
        [.. DateRows.Classes.Select(c => new TableSource<DateRecord>(reader, TableListing.Days(c.Name), Later(from, FirstOf(filter.From, c.Days)), until))],
        date => date.Id,
        date => date.Start,
        from);

    private static string FirstOf(DateOnly? day, int days) =>
        day is not { } first || first.DayNumber < days - 1 ? Places.First : DateRows.DayKey(first.AddDays(1 - days));

    private static string Later(string place, string other) => string.CompareOrdinal(place, other) > 0 ? place : other;
}
