using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Ingest.Storage;
using Ingest.Tests.House;

namespace Ingest.Tests.Storage;

/// <summary>SCHEMA.md tells of every table, container and queue, and the keys of the record are as it says.</summary>
public sealed partial class SchemaTests(AzuriteFixture azurite)
{
    private static readonly string Page = File.ReadAllText(Repository.At("functions/Ingest/Storage/SCHEMA.md"));

    private static readonly Dictionary<string, string> Parts = new()
    {
        ["article"] = "[^|]+",
        ["cluster"] = "[^|]+",
        ["time"] = @"\d{19}",
        ["month"] = @"\d{6}",
        ["place"] = @"\d{19}\|[^|]+",
        ["number"] = @"\d{19}",
        ["term"] = @"[a-z-]+:[^|]+",
        ["bucket"] = @"\d\d",
        ["text"] = ".+",
        ["length"] = "[dyx]",
        ["yyyy-MM"] = @"\d{4}-\d\d",
        ["day"] = @"\d{4}-\d\d-\d\d",
    };

    [Fact]
    public void Everything_that_lies_in_storage_is_on_the_page() =>
        Assert.All(
            [.. StorageNames.Tables, .. StorageNames.Containers, .. StorageNames.Queues],
            name => Assert.Matches($@"(?m)^\| {Regex.Escape(name)} \|", Page));

    [Fact]
    public async Task The_keys_of_the_record_are_as_the_page_says()
    {
        await using var record = await TestRecord.CreateAsync(azurite);
        await record.WriteAsync(
            new InventedArticle("a1", TestRecord.Now).Says("Chea Vuthy", "the dam is safe", "governor", "Kampot").Counts(14, "well").Dates(new DateOnly(2026, 12, 1)),
            new InventedArticle("a2", TestRecord.Now).Says("Sok Mealea", "12 villages have water", "minister", "Ministry of Wells"));

        var shapes = Shapes().Matches(Section("## The record")).Select(shape => (Table: shape.Groups["table"].Value, Key: Pattern(shape.Groups["partition"].Value) + "\n" + Pattern(shape.Groups["row"].Value))).ToList();
        foreach (var table in shapes.Select(shape => shape.Table).Distinct())
        {
            await foreach (var row in record.Get<StorageClients>().Table(table).QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken))
            {
                var key = row.PartitionKey + "\n" + row.RowKey;
                Assert.True(shapes.Any(shape => shape.Table == table && Regex.IsMatch(key, $"^{shape.Key}$", RegexOptions.NonBacktracking)), $"{table}: {key}");
            }
        }
    }

    private static string Section(string heading)
    {
        var start = Page.IndexOf(heading, StringComparison.Ordinal);
        var end = Page.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return Page[start..(end < 0 ? Page.Length : end)];
    }

    // `commit\|{number}` → commit\|\d{19}
    private static string Pattern(string key) =>
        Placeholders().Replace(Regex.Escape(key.Replace(@"\|", "|", StringComparison.Ordinal)), part => Parts[part.Groups["name"].Value]);

    [GeneratedRegex(@"^\| (?<table>\w+) \| `(?<partition>[^`]+)` \| `(?<row>[^`]+)` \|", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Shapes();

    [GeneratedRegex(@"\\\{(?<name>[\w-]+)}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholders();
}
