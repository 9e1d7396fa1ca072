using Ingest.Queries.Paging;
using Ingest.Storage.Listings;
using Ingest.Storage.Record;
using Ingest.Storage.Rows;

namespace Ingest.Queries;

/// <summary>Finds officials.</summary>
internal sealed class OfficialFinder(RowReader reader)
{
    /// <summary>A page of the officials asked for; of all where nothing is searched for.</summary>
    public Task<Page<OfficialRecord>> FindAsync(WordQuery? words, Cursor? cursor, int top, ReadBudget budget, CancellationToken cancellation)
    {
        var stems = words?.Stems ?? [];
        Func<string, string, IRowSource<OfficialRecord>> open = (from, until) =>
            stems.IsEmpty ? new AllOfficials(reader, from, until) : new OfficialsUnder(reader, stems, from, until);
        var pager = new Pager<OfficialRecord>(open, official => words?.Matches(SearchableWords.Of(official)) ?? true, _ => 0, budget);
        return pager.ForwardAsync(Places.First, Places.Last, cursor, top, cancellation);
    }
}
