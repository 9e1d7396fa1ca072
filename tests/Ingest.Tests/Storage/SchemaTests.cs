using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Ingest.Storage;
using Ingest.Storage.Record;
using Ingest.Tests.House;

namespace Ingest.Tests.Storage;

/// <summary>SCHEMA.md is true: whatever lies in the record is described, and whatever is described is there.</summary>
public sealed class SchemaTests(AzuriteFixture azurite)
{
    private static readonly string[][] Lines =
    [
        .. File.ReadLines(Repository.At("functions/Ingest/Storage/SCHEMA.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Replace("\\|", "\u0001", StringComparison.Ordinal).Split('|')[1..^1].Select(cell => cell.Trim().Trim('`').Replace("\u0001", "\\|", StringComparison.Ordinal)).ToArray()),
    ];

    [Fact]
    public void Every_table_and_container_is_described() => Assert.Equal(
        StorageNames.Tables.Concat(StorageNames.Containers).Order(StringComparer.Ordinal),
        Lines.Select(line => line[0]).Except(["table", "container"]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task Every_row_of_a_record_is_as_described()
    {
        var published = new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(7));
        await using var record = await TestRecord.CreateAsync(azurite);
        await record.WriteAsync(
            new InventedArticle("a1", published).Says("Sok Dara", "The dam stands", "minister", "Ministry of Water").Counts(3, "gate", "gates of it", series: "gate||").Dates(new DateOnly(2027, 1, 1), new DateOnly(2027, 6, 1)),
            new InventedArticle("b1", published, "ann", cluster: "a1").Says("Sok Dara", "The dam stands", "minister").Dates(new DateOnly(2020, 1, 1), new DateOnly(2029, 1, 1)));
        await record.Writer.WriteAsync("a1", new Correction("c1", CorrectionKind.Merge, "x", "An Editor", published, "Why") { Into = "y" }, TestRecord.Cancellation);
        await record.Get<SigningKey>().GetAsync(TestRecord.Cancellation);
        await record.Get<Reextraction>().StartAsync(TestRecord.Cancellation);

        var described = Lines.Where(line => line.Length == 5 && line[0] != "table").ToList();
        var seen = new HashSet<string[]>();
        foreach (var table in described.Select(line => line[0]).Distinct())
        {
            await foreach (var row in record.Get<StorageClients>().Table(table).QueryAsync<TableEntity>(cancellationToken: TestRecord.Cancellation))
            {
                var line = described.FirstOrDefault(l => l[0] == table && Regex.IsMatch(row.PartitionKey, $"^{l[1]}$") && Regex.IsMatch(row.RowKey, $"^{l[2]}$"));
                Assert.True(line is not null, $"{table}: {row.PartitionKey} {row.RowKey} is not described");
                seen.Add(line);
                var others = row.Keys.Except(["PartitionKey", "RowKey", "Timestamp", "odata.etag"]).Except(line[3].Split(' '));
                Assert.True(!others.Any(), $"{table}: {row.RowKey} has {string.Join(", ", others)}");
            }
        }

        // What a cluster was stands there only while it is changed.
        Assert.Equal(["former\\|[0-9a-f]{32}"], described.Where(line => !seen.Contains(line)).Select(line => line[2]));
    }
}
