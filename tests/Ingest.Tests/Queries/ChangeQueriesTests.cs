using Ingest.Queries;
using Ingest.Tests.Storage;

namespace Ingest.Tests.Queries;

public sealed class ChangeQueriesTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Published = new(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(7));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(1000)]
    public async Task Who_follows_the_links_learns_of_everything_once(int top)
    {
        await using var record = await TestRecord.CreateAsync(azurite);
        await record.WriteAsync(Article("a1"), Article("a2"), Article("a3"));
        var (first, delta) = await FollowAsync(record, $"/api/changes?top={top}");
        Assert.Equal(12, first.Count);
        Assert.Equal(12, first.Distinct().Count());

        Assert.Empty((await FollowAsync(record, delta)).Changes);
        await record.WriteAsync(new InventedArticle("a1", Published, revision: 2).Says("Sok Dara", "the dam is done"));
        var (second, _) = await FollowAsync(record, delta);
        string[] expected = ["article", "date gone", "figure gone", "statement", "statement gone"];
        Assert.Equal(expected, second.Select(change => change.Split(' ') is [var kind, _, "True"] ? $"{kind} gone" : change.Split(' ')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Changes_of_one_kind_can_be_followed()
    {
        await using var record = await TestRecord.CreateAsync(azurite);
        await record.WriteAsync(Article("a1"), Article("a2"));
        var (changes, _) = await FollowAsync(record, "/api/changes?kind=figure&top=1");
        Assert.Equal(2, changes.Count);
        Assert.All(changes, change => Assert.StartsWith("figure ", change, StringComparison.Ordinal));
    }

    private static InventedArticle Article(string id) =>
        new InventedArticle(id, Published).Says("Sok Dara", "the dam stands").Counts(3, "gate").Dates(new DateOnly(2027, 1, 1));

    private static async Task<(List<string> Changes, string DeltaLink)> FollowAsync(TestRecord record, string address)
    {
        var changes = new List<string>();
        while (true)
        {
            var answer = await Asked.Of(record.Get<ChangeQueries>().ListAsync, address);
            Assert.Equal(200, answer.Status);
            foreach (var change in answer.Json.GetProperty("value").EnumerateArray())
                changes.Add($"{change.GetProperty("kind").GetString()} {change.GetProperty("id").GetString()} {change.GetProperty("isDeleted").GetBoolean()}");
            if (!answer.Json.TryGetProperty("nextLink", out var next)) return (changes, answer.Json.GetProperty("deltaLink").GetString()!);
            address = next.GetString()!;
        }
    }
}
