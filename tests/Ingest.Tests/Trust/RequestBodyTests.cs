using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Ingest.Queries.OpenApi;

namespace Ingest.Tests.Trust;

/// <summary>What may be sent, swept over every function that takes a body: no more than it needs, and nothing that it does not know.</summary>
public sealed class RequestBodyTests(AzuriteFixture azurite)
{
    // More than any of them takes, and less than the web server would cut off by itself.
    private const int TooMany = 2 << 20;

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public static TheoryData<bool> Lengths => [true, false];

    [Theory]
    [MemberData(nameof(Lengths))]
    public async Task A_body_that_is_too_long_is_refused_whether_it_says_so_or_not(bool saysHowLong)
    {
        await using var host = await RunningIngest.StartAsync(await azurite.NewAccountAsync());
        foreach (var path in Operations.All.Where(operation => operation.Body is { Length: > 0 }).Select(operation => operation.Path).Append("/try"))
        {
            using var answer = await host.Client.SendAsync(
                new HttpRequestMessage(HttpMethod.Post, AccessTests.AddressOf(path[1..])) { Content = Long(path == "/try", saysHowLong) }, Test);
            Assert.True(answer.StatusCode == HttpStatusCode.RequestEntityTooLarge, $"{path}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task A_record_that_is_read_in_may_be_long_but_not_longer_than_the_web_server_takes()
    {
        await using var host = await RunningIngest.StartAsync(await azurite.NewAccountAsync());
        using var nonsense = await host.Client.PostAsync("/api/import", Long(isForm: false, saysHowLong: false), Test);
        Assert.Equal(HttpStatusCode.BadRequest, nonsense.StatusCode);

        using var endless = new HttpRequestMessage(HttpMethod.Post, "/api/import") { Content = new ByteArrayContent([]) };
        endless.Content.Headers.ContentLength = long.MaxValue;
        endless.Headers.ExpectContinue = true;
        using var refused = await host.Client.SendAsync(endless, Test);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
    }

    [Fact]
    public async Task What_a_function_does_not_know_of_is_refused_and_named()
    {
        await using var host = await RunningIngest.StartAsync(await azurite.NewAccountAsync());
        foreach (var operation in Operations.All.Where(operation => operation.Body is { Length: > 0 }))
        {
            var body = JsonNode.Parse(operation.Body!)!.AsObject();
            body["isAdmin"] = true;
            using var answer = await host.Client.PostAsJsonAsync(AccessTests.AddressOf(operation.Path[1..]), body, Test);

            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{operation.Path}: {answer.StatusCode}");
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            Assert.Contains("isAdmin", await answer.Content.ReadAsStringAsync(Test), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{\"url\": 1}")]
    [InlineData("\"\\ud800\"")]
    [InlineData("{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}}}}")]
    public async Task What_is_no_such_request_is_refused(string body)
    {
        await using var host = await RunningIngest.StartAsync(await azurite.NewAccountAsync());
        foreach (var path in Operations.All.Where(operation => operation.Body is { Length: > 0 }).Select(operation => operation.Path))
        {
            using var answer = await host.Client.PostAsync(AccessTests.AddressOf(path[1..]), new StringContent(body, Encoding.UTF8, "application/json"), Test);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{path}: {answer.StatusCode}");
        }
    }

    private static HttpContent Long(bool isForm, bool saysHowLong)
    {
        var bytes = Encoding.ASCII.GetBytes((isForm ? "text=" : "") + new string('x', TooMany));
        HttpContent content = saysHowLong ? new ByteArrayContent(bytes) : new StreamContent(new Endless(bytes));
        content.Headers.ContentType = new(isForm ? "application/x-www-form-urlencoded" : "application/json");
        return content;
    }

    /// <summary>A stream that does not tell its length, so that it is sent in chunks.</summary>
    private sealed class Endless(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
