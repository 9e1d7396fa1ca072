using Ingest.Tests.Trust;

namespace Ingest.Tests.Queries;

public sealed class CorsTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("https://desk.example", "https://desk.example", "https://desk.example")]
    [InlineData("https://desk.example, https://other.example", "https://other.example", "https://other.example")]
    [InlineData("*", "https://anybody.example", "*")]
    [InlineData("https://desk.example", "https://other.example", null)]
    [InlineData("", "https://desk.example", null)]
    public async Task A_page_elsewhere_reads_answers_where_its_origin_is_allowed(string allowed, string origin, string? expected)
    {
        await using var host = await RunningIngest.StartAsync(await azurite.NewAccountAsync(), ("Queries:AllowedOrigins", allowed));
        using var answer = await SendAsync(host.Client, HttpMethod.Get, origin);
        Assert.Equal(expected, Header(answer, "Access-Control-Allow-Origin"));

        using var preflight = await SendAsync(host.Client, HttpMethod.Options, origin);
        Assert.Equal(System.Net.HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Equal(expected, Header(preflight, "Access-Control-Allow-Origin"));
        Assert.Equal(expected is null ? null : "x-functions-key", Header(preflight, "Access-Control-Allow-Headers")?.Split(',').FirstOrDefault(h => h == "x-functions-key"));
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string origin)
    {
        var request = new HttpRequestMessage(method, "/api/health/live");
        request.Headers.Add("Origin", origin);
        if (method == HttpMethod.Options)
        {
            request.Headers.Add("Access-Control-Request-Method", "GET");
            request.Headers.Add("Access-Control-Request-Headers", "x-functions-key");
        }

        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string? Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}
