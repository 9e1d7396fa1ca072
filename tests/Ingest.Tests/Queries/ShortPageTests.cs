using Ingest.Queries;
using Ingest.Tests.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ingest.Tests.Queries;

/// <summary>Storage may answer with no rows and go on, and what a request may spend may end before its page is full.</summary>
public sealed class ShortPageTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly string[] Statements =
    [
        "/api/statements?top=7", "/api/statements?top=7&order=oldest", "/api/statements?top=3&q=dam", "/api/statements?top=3&q=dam%20road", "/api/statements?top=5&q=ri*",
        "/api/statements?top=4&official=Sok%20Dara&source=post", "/api/statements?top=4&type=direct&publishedFrom=2026-01-01",
    ];

    private TestRecord? filled;

    private TestRecord Filled => filled!;

    public async ValueTask InitializeAsync()
    {
        filled = await TestRecord.CreateAsync(azurite);
        await filled.WriteAsync([.. GeneratedRecord.Of(30, 7).Articles]);
    }

    public async ValueTask DisposeAsync()
    {
        if (filled is not null) await filled.DisposeAsync();
    }

    [Fact]
    public async Task Pages_of_storage_without_rows_are_walked_to_the_rows_behind_them()
    {
        var empty = new EmptyPages();
        await using var other = Filled.AnotherHost(empty.AddTo);
        foreach (var (asked, whole) in Queries(other).Zip(Queries(Filled)))
        {
            var given = empty.Given;
            Assert.Equal(await whole(AreFull), await asked(AreFull));
            Assert.True(empty.Given > given);
        }
    }

    [Theory]
    [InlineData(20)]
    [InlineData(23)]
    public async Task What_a_request_may_spend_ends_its_page_and_the_next_goes_on_there(int transactions)
    {
        // Pages without rows are spent on too, so that few rows cost much.
        var empty = new EmptyPages(each: 2);
        await using var poor = Filled.AnotherHost(services =>
        {
            empty.AddTo(services);
            services.AddSingleton(Options.Create(new QueryOptions { TransactionsPerRequest = transactions }));
        });
        var areShort = 0;
        foreach (var (asked, whole) in Queries(poor).Zip(Queries(Filled)))
        {
            var full = 0;
            var expected = await whole(pages => full = pages[0]);
            Assert.Equal(expected, await asked(pages => areShort += pages.SkipLast(1).Count(page => page < full)));
        }

        Assert.True(areShort > 0, "No page was short.");
    }

    private static void AreFull(List<int> pages) => Assert.All(pages.SkipLast(1), page => Assert.Equal(pages[0], page));

    // Each follows a query to its end and returns the ids that it found, in order; what it is given sees how many each page held.
    private static IEnumerable<Func<Action<List<int>>, Task<List<string>>>> Queries(TestRecord record)
    {
        foreach (var address in Statements) yield return see => FollowAsync(record.Get<StatementQueries>().ListAsync, address, see);
        yield return see => FollowAsync(record.Get<FigureQueries>().ListAsync, "/api/figures?top=5&unit=percentage", see);
        yield return see => FollowAsync(record.Get<DateQueries>().ListAsync, "/api/dates?top=5", see);
        yield return see => FollowAsync(record.Get<DateQueries>().ListAsync, "/api/dates?top=5&order=newest&from=2026-01-01", see);
        yield return see => FollowAsync(record.Get<OfficialQueries>().ListAsync, "/api/officials?top=1", see);
        yield return see => FollowAsync(record.Get<OfficialQueries>().ListAsync, "/api/officials?top=1&q=minister", see);
    }

    private static async Task<List<string>> FollowAsync(Func<HttpRequest, CancellationToken, Task<IResult>> ask, string address, Action<List<int>> see)
    {
        var (found, pages) = (new List<string>(), new List<int>());
        for (var next = address; next is not null;)
        {
            var answer = await Asked.Of(ask, next);
            Assert.True(answer.Status == 200, $"{next}: {answer.Body}");
            found.AddRange(answer.Ids);
            pages.Add(answer.Ids.Length);
            next = answer.Json.TryGetProperty("nextLink", out var link) ? link.GetString() : null;
            Assert.True(pages.Count < 1000, $"{address} never ends.");
        }

        see(pages);
        return found;
    }
}
