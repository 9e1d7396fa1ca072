using System.Text;
using System.Text.Json;
using Ingest.Storage;
using Ingest.Storage.Backup;
using Ingest.Storage.Record;

namespace Ingest.Tests.Storage.Backup;

public sealed class BackupTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_import_into_an_empty_store_gives_the_same_rows_and_blobs()
    {
        await using var record = await RecordedAsync();
        await using var copy = await TestRecord.CreateAsync(azurite);

        await ImportAsync(copy, await ExportAsync(record, after: null));

        Assert.Equal(await DumpAsync(record), await DumpAsync(copy));
        Assert.Equal(await ExportAsync(record, after: null), await ExportAsync(copy, after: null));
    }

    [Fact]
    public async Task An_export_that_broke_off_goes_on_behind_any_line_that_arrived()
    {
        await using var record = await RecordedAsync();
        var whole = await ExportAsync(record, after: null);

        for (var arrived = 1; arrived <= whole.Count; arrived++)
        {
            var place = JsonSerializer.Deserialize<BackupLine>(whole[arrived - 1], RecordJson.Options)!.Place;
            Assert.Equal(whole[arrived..], await ExportAsync(record, place));
        }
    }

    [Fact]
    public async Task Lines_may_arrive_twice()
    {
        await using var record = await RecordedAsync();
        await using var copy = await TestRecord.CreateAsync(azurite);
        var lines = await ExportAsync(record, after: null);

        await ImportAsync(copy, lines);
        await ImportAsync(copy, lines);

        Assert.Equal(await DumpAsync(record), await DumpAsync(copy));
    }

    [Fact]
    public async Task The_key_that_signs_cursors_stays_where_it_is()
    {
        await using var record = await RecordedAsync();
        await record.Get<StorageClients>().Table(StorageNames.SettingsTable)
            .AddEntityAsync(new Azure.Data.Tables.TableEntity("keys", "cursors") { ["Value"] = "a secret" }, Cancellation);

        Assert.DoesNotContain(await ExportAsync(record, after: null), line => line.Contains("a secret"));
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("{}")]
    [InlineData("""{"place":"x","table":"Settings","partition":"keys","row":"cursors","values":{}}""")] // a table that is nobody else's to write
    public async Task A_line_of_something_else_is_named(string line)
    {
        await using var record = await TestRecord.CreateAsync(azurite);

        var e = await Assert.ThrowsAsync<FormatException>(() => ImportAsync(record, [line]));

        Assert.StartsWith("Line 1 is no line of an export.", e.Message);
    }

    private async Task<TestRecord> RecordedAsync()
    {
        var record = await TestRecord.CreateAsync(azurite);
        await record.WriteAsync(
            new InventedArticle("a1", TestRecord.Now).Says("Chea Vuthy", "the dam is safe", "governor", "Kampot").Counts(14, "well"),
            new InventedArticle("a2", TestRecord.Now).Says("Sok Mealea", "12 villages have water", "minister", "Ministry of Wells"));
        await record.Get<StorageClients>().Container(StorageNames.RawPagesContainer).SaveAsync("page/1", "<p>Words</p>"u8.ToArray(), "text/html", Cancellation);
        return record;
    }

    private static async Task<List<string>> ExportAsync(TestRecord record, string? after)
    {
        var lines = new List<string>();
        await foreach (var line in record.Get<RecordExport>().ReadAsync(after, Cancellation)) lines.Add(JsonSerializer.Serialize(line, RecordJson.Options));
        return lines;
    }

    private static Task<long> ImportAsync(TestRecord record, IEnumerable<string> lines) =>
        record.Get<RecordImport>().WriteAsync(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))), Cancellation);

    private static Task<string> DumpAsync(TestRecord record) => record.DumpAsync([.. RecordExport.Tables]);
}
