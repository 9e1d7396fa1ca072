using Ingest.Queries.Paging;
using Ingest.Storage;
using Ingest.Storage.Listings;
using Ingest.Storage.Record;
using Ingest.Storage.Rows;

namespace Ingest.Queries;

/// <summary>What finding mentions and articles has in common.</summary>
internal sealed class MentionFinder(RowReader reader, ChangeLog changes)
{
    /// <summary>A page of what is listed by publication.</summary>
    public async Task<Page<T>> ByPublicationAsync<T>(
        Func<string, string, IRowSource<T>> open,
        Func<T, bool> isWanted,
        Func<T, int> orderOf,
        DateTimeOffset? first,
        DateTimeOffset? end,
        bool oldestFirst,
        Cursor? cursor,
        int top,
        ReadBudget budget,
        CancellationToken cancellation)
    {
        var pager = new Pager<T>(open, isWanted, orderOf, budget);
        var (from, until) = (end is null ? Places.First : Places.Behind(end.Value), first is null ? Places.Last : Places.Behind(first.Value));
        if (!oldestFirst) return await pager.ForwardAsync(from, until, cursor, top, cancellation);
        if (cursor is null && first is null)
        {
            if (!budget.TrySpend() || (await changes.HeadAsync(cancellation)).Earliest is not { } earliest) return new Page<T>([], null);
            until = Places.Behind(earliest);
        }

        return await pager.BackwardAsync(from, until, Axis.Articles, cursor, top, cancellation);
    }

    /// <summary>What every one of these listings holds; everything where there is none.</summary>
    public Func<string, string, IRowSource<T>> Open<T>(IReadOnlyList<TableListing> listings, TableListing everything) => listings switch
    {
        [] => (from, until) => new TableSource<T>(reader, everything, from, until),
        [var one] => (from, until) => new TableSource<T>(reader, one, from, until),
        _ => (from, until) => new Intersection<T>(reader, listings, from, until),
    };

    /// <summary>What any of these listings holds.</summary>
    public Func<string, string, IRowSource<T>> OpenAny<T>(IReadOnlyList<TableListing> listings)
        where T : class, IMention<T> =>
        (from, until) => new Union<T>([.. listings.Select(listing => new TableSource<T>(reader, listing, from, until))], mention => mention.Id, mention => mention.Start, from);

    /// <summary>What one cluster holds: one transaction.</summary>
    public async Task<Func<string, string, IRowSource<T>>> OpenClusterAsync<T>(
        string cluster, Func<RecordedCluster, IEnumerable<T>> contents, Func<T, string> placeOf, Func<T, int> orderOf, ReadBudget budget, CancellationToken cancellation)
    {
        if (!budget.TrySpend()) return (from, _) => new ListSource<T>([], from);
        var rows = contents((await ClusterState.ReadAsync(reader, cluster, cancellation)).Mentions)
            .GroupBy(placeOf, StringComparer.Ordinal)
            .OrderBy(row => row.Key, StringComparer.Ordinal)
            .Select(row => new ListedRow<T>(row.Key, [.. row.OrderBy(orderOf)]))
            .ToList();
        return (from, until) => new ListSource<T>(rows.Where(row => string.CompareOrdinal(from, row.Place) <= 0 && string.CompareOrdinal(row.Place, until) < 0), from);
    }
}
