using Ingest.Extraction.Statements;
using Ingest.Queries;
using Ingest.Tests.Storage;

namespace Ingest.Tests.Queries;

public sealed class StatementQueriesTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Published = new(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public async Task A_statement_carries_all_that_it_takes_to_cite_it()
    {
        await using var record = await FilledAsync();
        var answer = await AskAsync(record, "/api/statements?official=sok%20dara");

        var statement = Assert.Single(answer.Json.GetProperty("value").EnumerateArray());
        Assert.Equal("We will build a dam", statement.GetProperty("text").GetString());
        Assert.Equal("direct", statement.GetProperty("kind").GetString());
        Assert.Equal("said", statement.GetProperty("cue").GetString());
        Assert.Equal("Sok Dara, minister, said “We will build a dam.”", statement.GetProperty("context").GetString());
        Assert.Equal("dara-sok", statement.GetProperty("speaker").GetProperty("id").GetString());
        Assert.Equal("minister", statement.GetProperty("speaker").GetProperty("title").GetString());
        var article = statement.GetProperty("article");
        Assert.Equal("The news of a1", article.GetProperty("title").GetString());
        Assert.Equal("https://post.example/a1", article.GetProperty("url").GetString());
        Assert.Equal(Published, article.GetProperty("published").GetDateTimeOffset());
        Assert.Equal("post", article.GetProperty("source").GetString());
        Assert.False(answer.Json.TryGetProperty("nextLink", out _));
    }

    [Theory]
    [InlineData("", 4)]
    [InlineData("q=dam", 1)]
    [InlineData("q=dams", 1)]
    [InlineData("q=builds", 1)]
    [InlineData("q=building dam", 1)]
    [InlineData("q=bridge -open", 1)]
    [InlineData("q=bridge", 2)]
    [InlineData("q=\"bridge is\"", 1)]
    [InlineData("q=\"is bridge\"", 0)]
    [InlineData("q=bri*", 2)]
    [InlineData("q=sok", 1)]
    [InlineData("q=dam bridge", 0)]
    [InlineData("q=-dam", 3)]
    [InlineData("source=ann", 1)]
    [InlineData("source=post", 3)]
    [InlineData("type=direct", 1)]
    [InlineData("official=chan-vibol", 2)]
    [InlineData("official=chan-vibol&source=ann", 1)]
    [InlineData("organisation=Ministry of Water", 1)]
    [InlineData("organisation=the Water Ministry", 1)]
    [InlineData("publishedFrom=2026-11-21", 2)]
    [InlineData("publishedTo=2026-11-20", 2)]
    [InlineData("from=2026-11-20&to=2026-11-20", 2)]
    [InlineData("publishedFrom=2026-11-20T02:00:00Z&publishedTo=2026-11-20T02:00:00Z", 2)]
    [InlineData("minConfidence=0.85", 3)]
    [InlineData("cluster=b1", 1)]
    [InlineData("cluster=nobody", 0)]
    public async Task Every_condition_narrows_down(string query, int expected)
    {
        await using var record = await FilledAsync();
        Assert.Equal(expected, (await AskAsync(record, $"/api/statements?{query}")).Ids.Length);
        Assert.Equal(expected, (await AskAsync(record, $"/api/statements?{query}&order=oldest")).Ids.Length);
    }

    [Theory]
    [InlineData("offical=x", "offical", "Did you mean 'official'?")]
    [InlineData("topp=3", "topp", "Did you mean 'top'?")]
    [InlineData("published=2025-11-01", "published", "Did you mean 'publishedTo'?")]
    [InlineData("top=0", "top", "from 1 to 1000")]
    [InlineData("top=1001", "top", "from 1 to 1000")]
    [InlineData("type=loud", "type", "direct, indirect, mixed")]
    [InlineData("publishedFrom=yesterday", "publishedFrom", "Give a day like 2025-11-01")]
    [InlineData("minConfidence=2", "minConfidence", "from 0 to 1")]
    [InlineData("q=the", "q", "too common")]
    [InlineData("q=a*", "q", "too short")]
    [InlineData("organisation=...", "organisation", "names no body")]
    [InlineData("q=dam&q=bridge", "q", "more than once")]
    [InlineData("from=2026-01-01&publishedFrom=2026-01-01", "publishedFrom", "more than once")]
    [InlineData("cursor=AAAA", "cursor", "changed")]
    [InlineData("format=pdf", "format", "atom, csv, json")]
    public async Task What_cannot_be_answered_is_refused_by_the_parameters_name(string query, string parameter, string says)
    {
        await using var record = await TestRecord.CreateAsync(azurite);
        var answer = await AskAsync(record, $"/api/statements?{query}");

        Assert.Equal(400, answer.Status);
        Assert.Equal("application/problem+json", answer.Headers.ContentType);
        Assert.Equal(parameter, answer.Json.GetProperty("parameter").GetString());
        Assert.Contains(says, answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_is_found_by_its_id()
    {
        await using var record = await FilledAsync();
        var id = (await AskAsync(record, "/api/statements?q=dam")).Ids.Single();

        var answer = await Asked.Of((request, cancellation) => record.Get<StatementQueries>().GetAsync(request, id, cancellation), $"/api/statements/{id}");
        Assert.Equal(id, answer.Json.GetProperty("id").GetString());
        var none = await Asked.Of((request, cancellation) => record.Get<StatementQueries>().GetAsync(request, "a1-s0", cancellation), "/api/statements/a1-s0");
        Assert.Equal(404, none.Status);
    }

    [Fact]
    public async Task Pages_follow_one_another_by_link_and_by_cursor()
    {
        await using var record = await FilledAsync();
        var first = await AskAsync(record, "/api/statements?top=3&q=-casino");
        var link = first.Json.GetProperty("nextLink").GetString()!;
        Assert.Equal($"<{link}>; rel=\"next\"", first.Headers["Link"]);
        var last = await AskAsync(record, link);

        Assert.Equal((3, 1), (first.Ids.Length, last.Ids.Length));
        Assert.Empty(first.Ids.Intersect(last.Ids));
        Assert.False(last.Json.TryGetProperty("nextLink", out _));
        Assert.False(last.Headers.ContainsKey("Link"));
    }

    [Fact]
    public async Task A_cursor_is_refused_with_other_filters_and_taken_with_another_page_size()
    {
        await using var record = await FilledAsync();
        var cursor = (await AskAsync(record, "/api/statements?top=1&source=post")).NextCursor;

        Assert.Equal(400, (await AskAsync(record, $"/api/statements?top=1&source=ann&cursor={cursor}")).Status);
        Assert.Equal(400, (await AskAsync(record, $"/api/statements?top=1&source=post&order=oldest&cursor={cursor}")).Status);
        Assert.Equal(2, (await AskAsync(record, $"/api/statements?top=5&source=post&cursor={cursor}")).Ids.Length);
    }

    [Fact]
    public async Task An_answer_that_is_the_same_is_not_sent_again()
    {
        await using var record = await FilledAsync();
        var first = await AskAsync(record, "/api/statements");
        var tag = first.Headers.ETag.ToString();
        var again = await AskAsync(record, "/api/statements", ("If-None-Match", tag));
        Assert.Equal((304, ""), (again.Status, again.Body));

        await record.WriteAsync(new InventedArticle("c1", Published).Says("Sok Dara", "It rains"));
        Assert.Equal(200, (await AskAsync(record, "/api/statements", ("If-None-Match", tag))).Status);
    }

    [Theory]
    [InlineData("text/csv", "text/csv; charset=utf-8", "\uFEFFid,published,speaker")]
    [InlineData("application/x-ndjson", "application/x-ndjson; charset=utf-8", "{\"id\":")]
    [InlineData("application/feed+json", "application/feed+json", "{\"version\":\"https://jsonfeed.org/version/1.1\"")]
    [InlineData("application/rss+xml", "application/rss+xml; charset=utf-8", "<?xml")]
    [InlineData("application/atom+xml;q=0.9, text/html;q=0.1", "application/atom+xml; charset=utf-8", "<?xml")]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8", "application/json", "{\"value\":")]
    public async Task The_format_is_the_one_accepted(string accept, string type, string begins)
    {
        await using var record = await FilledAsync();
        var answer = await AskAsync(record, "/api/statements", ("Accept", accept));
        Assert.Equal(type, answer.Headers.ContentType);
        Assert.StartsWith(begins, answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_stands_for_all_who_bear_it_and_an_id_for_one_of_them()
    {
        await using var record = await TestRecord.CreateAsync(azurite);
        await record.WriteAsync(
            new InventedArticle("a1", Published).Says("Sok Dara", "The dam stands", "governor", "Kampot province").Counts(3, "gate"),
            new InventedArticle("a2", Published.AddDays(1)).Says("Sok Dara", "The court is open", "minister", "Ministry of Justice"));
        var officials = (await Asked.Of(record.Get<OfficialQueries>().ListAsync, "/api/officials")).Ids;
        Assert.Equal(2, officials.Length);

        Assert.Equal(2, (await AskAsync(record, "/api/statements?official=Dara%20Sok")).Ids.Length);
        Assert.Single((await AskAsync(record, "/api/statements?official=Dara%20Sok&q=dam")).Ids);
        foreach (var id in officials)
        {
            var own = (await AskAsync(record, $"/api/statements?official={Uri.EscapeDataString(id)}")).Json.GetProperty("value");
            Assert.Equal(id, Assert.Single(own.EnumerateArray()).GetProperty("speaker").GetProperty("id").GetString());
        }
    }

    [Theory]
    [InlineData("x' or PartitionKey ne '")]
    [InlineData("dara-sok|")]
    [InlineData("dara-sok}")]
    [InlineData("dara-sok/../x#y?z%00")]
    [InlineData("\r\nSet-Cookie: a=b")]
    [InlineData("\u0000\uffff")]
    [InlineData("<script>alert(1)</script>\"&amp;")]
    public async Task What_a_parameter_holds_is_a_value_and_nothing_else(string hostile)
    {
        await using var record = await FilledAsync();
        foreach (var parameter in new[] { "official", "source", "organisation", "title", "cluster", "q" })
        {
            foreach (var format in new[] { "json", "csv", "rss", "atom", "jsonfeed", "ndjson" })
            {
                var answer = await AskAsync(record, $"/api/statements?format={format}&top=1&{parameter}={Uri.EscapeDataString(hostile)}");
                Assert.True(answer.Status is 200 or 400, $"{parameter} as {format}: {answer.Status}");
                Assert.All(answer.Headers, header => Assert.DoesNotContain(header.Value.ToString(), c => char.IsControl(c)));
                Assert.DoesNotContain("The bridge is open", answer.Body, StringComparison.Ordinal);
                Assert.DoesNotContain("<script>", answer.Body, StringComparison.Ordinal);
            }
        }

        var none = await Asked.Of((request, cancellation) => record.Get<StatementQueries>().GetAsync(request, hostile, cancellation), "/api/statements/x");
        Assert.Equal(404, none.Status);
        var nobody = await Asked.Of((request, cancellation) => record.Get<OfficialQueries>().GetAsync(request, hostile, cancellation), "/api/officials/x");
        Assert.Equal(404, nobody.Status);
    }

    private static Task<Asked> AskAsync(TestRecord record, string address, params (string, string)[] headers) =>
        Asked.Of(record.Get<StatementQueries>().ListAsync, address, headers);

    private async Task<TestRecord> FilledAsync()
    {
        var record = await TestRecord.CreateAsync(azurite);
        await record.WriteAsync(
            new InventedArticle("a1", Published)
                .Says("Sok Dara", "We will build a dam", "minister", "Ministry of Water", StatementKind.Direct)
                .Says("Chan Vibol", "The bridge is open", confidence: 0.8),
            new InventedArticle("a2", Published.AddDays(1)).Says(null, "Prices rose"),
            new InventedArticle("b1", Published.AddDays(2), "ann").Says("Chan Vibol", "No bridge will be closed"));
        return record;
    }
}
