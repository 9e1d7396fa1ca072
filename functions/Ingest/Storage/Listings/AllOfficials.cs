using Ingest.Storage.Record;
using Ingest.Storage.Rows;

namespace Ingest.Storage.Listings;

/// <summary>Reads all officials by id.</summary>
internal sealed class AllOfficials(RowReader reader, string from, string until) : IRowSource<OfficialRecord>
{
    private readonly KeySource rows = new(reader, TableListing.Officials, from, until, keysOnly: false);

    public bool IsAtEnd => rows.IsAtEnd;

    public string Place => rows.Place;

    public async Task<IReadOnlyList<ListedRow<OfficialRecord>>> NextAsync(int wanted, ReadBudget budget, CancellationToken cancellation)
    {
        var listed = new List<ListedRow<OfficialRecord>>();
        foreach (var row in await rows.NextAsync(wanted, budget, cancellation))
            listed.Add(new ListedRow<OfficialRecord>(TableListing.Officials.PlaceOf(row), [await reader.BodyAsync<OfficialRecord>(row, cancellation)]));
        return listed;
    }
}
