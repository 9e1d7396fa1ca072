using Ingest.Storage.Record;
using Ingest.Storage.Rows;

namespace Ingest.Storage.Listings;

/// <summary>Reads the officials that stand under every one of several stems. Their records change too often to be kept under each word, so they are read one by one.</summary>
internal sealed class OfficialsUnder(RowReader reader, IReadOnlyList<string> stems, string from, string until) : IRowSource<OfficialRecord>
{
    private readonly PlaceIntersection common = new(reader, [.. stems.Select(TableListing.OfficialsUnder)], from, until);
    private string? unread;

    public bool IsAtEnd => unread is null && common.IsAtEnd;

    public string Place => unread ?? common.Place;

    public async Task<IReadOnlyList<ListedRow<OfficialRecord>>> NextAsync(int wanted, ReadBudget budget, CancellationToken cancellation)
    {
        var places = await common.NextAsync(wanted, budget, cancellation);
        var paid = places.TakeWhile(_ => budget.TrySpend()).ToList();
        unread = paid.Count < places.Count ? places[paid.Count] : null;
        var rows = await Task.WhenAll(paid.Select(async place =>
        {
            var row = await reader.FindAsync(StorageNames.OfficialsTable, OfficialRows.Partition, RowKeys.From(OfficialRows.RecordPart) + place, cancellation);
            return row is null ? null : new ListedRow<OfficialRecord>(place, [await reader.BodyAsync<OfficialRecord>(row, cancellation)]);
        }));
        return [.. rows.OfType<ListedRow<OfficialRecord>>()];
    }
}
