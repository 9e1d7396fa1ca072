using Ingest.Storage;
using Ingest.Storage.Listings;
using Ingest.Storage.Rows;

namespace Ingest.Queries.Paging;

/// <summary>Reads a page of what a query finds.</summary>
/// <typeparam name="T">What it finds.</typeparam>
/// <param name="open">Opens what is to be read, from a place up to, not including, another.</param>
/// <param name="isWanted">Whether an item is found.</param>
/// <param name="orderOf">The order of an item within its row.</param>
/// <param name="budget">What may be spent.</param>
internal sealed class Pager<T>(Func<string, string, IRowSource<T>> open, Func<T, bool> isWanted, Func<T, int> orderOf, ReadBudget budget)
{
    // A window with more rows than these is made smaller rather than read whole.
    private const int MostRowsOfWindow = 2 * TableLimits.RowsPerPage;

    // Nothing tells how far the next row is from an empty window, so the steps grow quickly.
    private const int StepsFromEmpty = 2;

    private const int RowsFactor = 4;

    /// <summary>A page in the order of the listing.</summary>
    public async Task<Page<T>> ForwardAsync(string from, string until, Cursor? cursor, int top, CancellationToken cancellation)
    {
        var items = new List<T>();
        Cursor? last = null;
        var source = open(cursor is not null && string.CompareOrdinal(cursor.Place, from) > 0 ? cursor.Place : from, until);
        var wanted = top + 1;
        while (!source.IsAtEnd)
        {
            if (budget.IsSpent) return new Page<T>(items, new Cursor(source.Place, -1));
            foreach (var row in await source.NextAsync(wanted, budget, cancellation))
            {
                foreach (var item in Left(row, cursor))
                {
                    if (items.Count == top) return new Page<T>(items, last);
                    items.Add(item);
                    last = new Cursor(row.Place, orderOf(item));
                }
            }

            // Where much is passed over, more is asked for at once.
            wanted = Math.Min(TableLimits.RowsPerPage, wanted * RowsFactor);
        }

        return new Page<T>(items, null);
    }

    /// <summary>
    /// A page against the order of the listing, which storage cannot read: windows of time are read one after another from the far end, each
    /// turned round. A window that proves too full is made smaller, the next to an empty one larger, so that the cost depends on how long the
    /// record goes back by its logarithm alone. Where the budget ends in a gap, the cursor says how far the windows reached.
    /// </summary>
    /// <param name="from">The first place wanted, where this order ends.</param>
    /// <param name="until">The first place not wanted, where this order begins.</param>
    /// <param name="axis">Walks from a place by a length of time.</param>
    /// <param name="cursor">Where the page before ended.</param>
    /// <param name="top">How many at most.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<Page<T>> BackwardAsync(string from, string until, Axis axis, Cursor? cursor, int top, CancellationToken cancellation)
    {
        var items = new List<T>();
        Cursor? last = null;
        var begin = cursor is null ? until : cursor.After < 0 ? cursor.Place : Places.Next(cursor.Place);
        var (end, reach) = (begin, cursor?.Reach ?? 0);
        while (string.CompareOrdinal(from, end) < 0)
        {
            var window = axis.Window(reach);
            var start = axis.Back(end, window, from);
            var rows = await WindowAsync(start, end, window > axis.SmallestWindow, cancellation);
            // What a whole budget does not reach through is too much for the next one as well.
            if (rows is null && budget.IsSpent) return new Page<T>(items, Cursor.Within(end, end == begin ? reach - 1 : reach));
            if (rows is null)
            {
                reach--;
                continue;
            }

            var before = items.Count;
            foreach (var row in rows.Reverse())
            {
                foreach (var item in Left(row, cursor))
                {
                    if (items.Count == top) return new Page<T>(items, last);
                    items.Add(item);
                    last = new Cursor(row.Place, orderOf(item));
                }
            }

            end = start;
            var found = items.Count - before;
            if (found * Axis.Factor < top && window < axis.LongestWindow) reach += found == 0 ? StepsFromEmpty : 1;
            if (budget.IsSpent && string.CompareOrdinal(from, end) < 0) return new Page<T>(items, Cursor.Within(end, reach));
        }

        return new Page<T>(items, null);
    }

    // All rows of a window, or null where they are too many for one that can be made smaller, or the budget does not reach.
    private async Task<IReadOnlyList<ListedRow<T>>?> WindowAsync(string start, string end, bool canShrink, CancellationToken cancellation)
    {
        var rows = new List<ListedRow<T>>();
        var source = open(start, end);
        while (!source.IsAtEnd)
        {
            if (budget.IsSpent || (canShrink && rows.Count >= MostRowsOfWindow)) return null;
            rows.AddRange(await source.NextAsync(TableLimits.RowsPerPage, budget, cancellation));
        }

        return rows;
    }

    private IEnumerable<T> Left(ListedRow<T> row, Cursor? cursor)
    {
        var after = cursor is not null && row.Place == cursor.Place ? cursor.After : -1;
        return row.Items.Where(item => orderOf(item) > after && isWanted(item));
    }
}
