using Ingest.Extraction.Statements;
using Ingest.Queries;
using Ingest.Tests.Storage;

namespace Ingest.Tests.Queries;

public sealed class StatisticsQueriesTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Published = new(2026, 10, 31, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("groupBy=official", "dara-sok:2")]
    [InlineData("groupBy=source", "post:4 ann:1")]
    [InlineData("groupBy=month", "2026-10:3 2026-11:1")]
    [InlineData("groupBy=organisation", "ministri-water:2")]
    [InlineData("groupBy=type", "indirect:3 direct:1")]
    [InlineData("groupBy=word&top=2", "dam:2 rain:2")]
    [InlineData("groupBy=month&q=dam", "2026-10:1 2026-11:1")]
    [InlineData("groupBy=source&publishedTo=2026-10-31", "post:3 ann:1")]
    public async Task Statements_are_counted_by_groups(string query, string expected)
    {
        await using var record = await TestRecord.CreateAsync(azurite);
        await record.WriteAsync(
            new InventedArticle("a1", Published).Says("Sok Dara", "The dam stands", "minister", "Ministry of Water").Says("Keo Rith", "It rained").Says(null, "Rain falls", kind: StatementKind.Direct),
            new InventedArticle("b1", Published.AddHours(1), "ann", cluster: "a1").Says("Keo Rith", "It rained"),
            new InventedArticle("a2", Published.AddDays(1)).Says("Sok Dara", "A dam breaks", "minister", "the Water Ministry"));

        var answer = await Asked.Of(record.Get<StatisticsQueries>().CountAsync, $"/api/stats?{query}");
        Assert.Equal(expected, string.Join(' ', answer.Json.GetProperty("value").EnumerateArray().Select(g => $"{g.GetProperty("key").GetString()}:{g.GetProperty("count").GetInt32()}")));
    }

    [Fact]
    public async Task Without_a_group_it_says_which_there_are()
    {
        await using var record = await TestRecord.CreateAsync(azurite);
        var answer = await Asked.Of(record.Get<StatisticsQueries>().CountAsync, "/api/stats");
        Assert.Equal((400, "groupBy"), (answer.Status, answer.Json.GetProperty("parameter").GetString()));
    }
}
