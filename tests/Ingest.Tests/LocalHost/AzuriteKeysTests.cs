using Azure.Data.Tables;

namespace Ingest.Tests.LocalHost;

/// <summary>The emulator, as we start it, finds rows by their keys as Azure does.</summary>
public sealed class AzuriteKeysTests(AzuriteFixture azurite)
{
    // Some look like numbers, and some of these would be equal as numbers.
    private static readonly string[] Keys =
    [
        "9", "10", "1a", "1e1", "0x0a", "10.0", "9a", "Infinity", "-1", "1", "01", "12e3", "12000", "a", " 9",
        .. Enumerable.Range(0, 300).Select(i => (i * 7919L % 1000).ToString(i % 2 == 0 ? "d" : "x")).Distinct().Where(k => k is not ("1a" or "10" or "9a" or "a" or "1" or "9")),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keys_that_look_like_numbers_are_texts()
    {
        var table = new TableClient(await azurite.NewAccountAsync(), "Keys");
        await table.CreateAsync(Cancellation);
        foreach (var key in Keys) await table.UpsertEntityAsync(new TableEntity(key, key) { ["Value"] = key }, cancellationToken: Cancellation);
        foreach (var key in Keys) await table.UpsertEntityAsync(new TableEntity("all", key) { ["Value"] = key }, cancellationToken: Cancellation);

        foreach (var key in Keys)
        {
            Assert.Equal(key, (await table.GetEntityAsync<TableEntity>(key, key, cancellationToken: Cancellation)).Value.GetString("Value"));
            Assert.Single(await RowsAsync(table, TableClient.CreateQueryFilter($"PartitionKey eq {key}")));
        }

        Assert.Equal(Keys.Order(StringComparer.Ordinal), await RowsAsync(table, "PartitionKey eq 'all'"));
        Assert.Equal(
            Keys.Where(k => string.CompareOrdinal(k, "1") >= 0 && string.CompareOrdinal(k, "2") < 0).Order(StringComparer.Ordinal),
            await RowsAsync(table, "PartitionKey eq 'all' and RowKey ge '1' and RowKey lt '2'"));
        Assert.Equal(Keys.Length + 1, (await RowsAsync(table, "PartitionKey eq 'all' or PartitionKey eq '9'")).Count);
    }

    private static async Task<List<string>> RowsAsync(TableClient table, string filter) =>
        await table.QueryAsync<TableEntity>(filter, cancellationToken: Cancellation).Select(row => row.RowKey).ToListAsync(Cancellation);
}
