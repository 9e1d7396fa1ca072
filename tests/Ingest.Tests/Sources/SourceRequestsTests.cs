using System.Text;
using System.Text.Json;
using Ingest.Sources;
using Ingest.Tests.Network;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Tests.Sources;

public sealed class SourceRequestsTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Now = new(2025, 11, 12, 3, 0, 0, TimeSpan.Zero);
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"url": "{paper}feed"}""", 201, null)]
    [InlineData("""{"url": "{paper}nothing"}""", 422, "url")]
    [InlineData("""{"url": "http://169.254.169.254/latest/"}""", 422, "url")]
    [InlineData("""{"url": "{paper}feed", "timeZone": "Phnom Penh"}""", 400, "timeZone")]
    [InlineData("""{"url": "{paper}feed", "id": "A B"}""", 400, "id")]
    [InlineData("""{"url": "{paper}feed", "isAdmin": true}""", 400, "isAdmin")] // what nobody asked for is refused
    [InlineData("""{"url": "{paper}feed", "findBy": 3}""", 400, "findBy")]
    [InlineData("""{}""", 400, "url")]
    [InlineData("null", 400, null)]
    [InlineData("[1", 400, null)]
    [InlineData("", 400, null)]
    public async Task A_source_is_added_or_it_is_said_what_is_wrong(string body, int status, string? parameter)
    {
        await using var paper = await PaperAsync();
        await using var app = await StartAsync(paper);

        var answer = await AnswerAsync(await Requests(app).AddAsync(Request(body.Replace("{paper}", paper.At("/").ToString())), Test));

        Assert.Equal(status, answer.Status);
        Assert.Equal(parameter, answer.Json.TryGetProperty("parameter", out var named) ? named.GetString() : null);
        if (status == 201) Assert.Equal("Bridge opens", answer.Json.GetProperty("trial").GetProperty("articles")[0].GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_body_without_end_is_refused()
    {
        await using var paper = await PaperAsync();
        await using var app = await StartAsync(paper);

        Assert.Equal(413, (await AnswerAsync(await Requests(app).AddAsync(Request(new string(' ', 20_000)), Test))).Status);
    }

    [Fact]
    public async Task A_listed_source_tells_how_it_fares()
    {
        await using var paper = await PaperAsync();
        await using var app = await StartAsync(paper);
        await Requests(app).AddAsync(Request($$"""{"id": "paper", "url": "{{paper.At("/feed")}}", "name": "The Paper"}"""), Test);
        await app.Get<SourcePoller>().PollDueAsync(Test);

        var source = (await AnswerAsync(await Requests(app).ListAsync(Test))).Json.GetProperty("value")[0];

        Assert.Equal(("paper", "The Paper", "ok", "added"), (Text("id"), Text("name"), Text("health"), Text("origin")));
        Assert.Equal(Now, source.GetProperty("lastSuccess").GetDateTimeOffset());
        Assert.True(source.GetProperty("nextPoll").GetDateTimeOffset() > Now);
        Assert.False(source.TryGetProperty("lastError", out _));

        string? Text(string name) => source.GetProperty(name).GetString();
    }

    [Theory]
    [InlineData("""{"until": "2025-01-01"}""", 202)]
    [InlineData("""{"until": "1.1.2025"}""", 400)]
    [InlineData("""{"until": "0001-01-01"}""", 400)]
    [InlineData("""{}""", 400)]
    public async Task A_backfill_names_its_day(string body, int status)
    {
        await using var paper = await PaperAsync();
        await using var app = await StartAsync(paper);
        await Requests(app).AddAsync(Request($$"""{"id": "paper", "url": "{{paper.At("/feed")}}"}"""), Test);

        Assert.Equal(status, (await AnswerAsync(await Requests(app).BackfillAsync(Request(body), "paper", Test))).Status);
        if (status == 202) Assert.Equal(404, (await AnswerAsync(await Requests(app).BackfillAsync(Request(body), "other", Test))).Status);
    }

    [Theory]
    [InlineData("{paper}bridge", null, 202)]
    [InlineData("{paper}bridge", "paper", 202)]
    [InlineData("https://elsewhere.example/a", "paper", 202)]
    [InlineData("https://elsewhere.example/a", null, 400)]
    [InlineData("{paper}bridge", "other", 400)]
    [InlineData("/bridge", null, 400)]
    [InlineData("file:///etc/passwd", "paper", 400)]
    public async Task One_article_is_fetched_by_its_address(string url, string? source, int status)
    {
        await using var paper = await PaperAsync();
        await using var app = await StartAsync(paper);
        await Requests(app).AddAsync(Request($$"""{"id": "paper", "url": "{{paper.At("/feed")}}"}"""), Test);

        var body = JsonSerializer.Serialize(new { url = url.Replace("{paper}", paper.At("/").ToString()), source });
        Assert.Equal(status, (await AnswerAsync(await Requests(app).FetchAsync(Request(body), Test))).Status);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        await using var paper = await PaperAsync();
        await using var app = await StartAsync(paper);
        foreach (var answer in new[] { await Requests(app).PauseAsync("x", Test), await Requests(app).ResumeAsync("x", Test), await Requests(app).RemoveAsync("x", Test) })
            Assert.Equal(404, (await AnswerAsync(answer)).Status);
    }

    private static SourceRequests Requests(TestApplication app) => app.Get<SourceRequests>();

    private static Task<LocalPublisher> PaperAsync() => LocalPublisher.StartAsync(context =>
    {
        if (context.Request.Path == "/feed")
            return context.Response.WriteAsync($"<rss version='2.0'><channel><title>Paper</title><item><title>Bridge opens</title><link>/bridge</link><pubDate>{Now.AddHours(-1):r}</pubDate></item></channel></rss>", Test);
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    });

    private async Task<TestApplication> StartAsync(LocalPublisher paper) =>
        await TestApplication.StartAsync(await azurite.NewAccountAsync(), Now, ("Network:AllowedHosts:0", paper.Host));

    private static HttpRequest Request(string body)
    {
        var context = new DefaultHttpContext();
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        return context.Request;
    }

    private static async Task<(int Status, JsonElement Json)> AnswerAsync(IResult result)
    {
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        var body = new MemoryStream();
        context.Response.Body = body;
        await result.ExecuteAsync(context);
        return (context.Response.StatusCode, body.Length == 0 ? default : JsonDocument.Parse(body.ToArray()).RootElement);
    }
}
