using System.Text.Json.Nodes;
using Ingest.Functions;
using Microsoft.AspNetCore.Http;

namespace Ingest.Tests.Trust;

/// <summary>A request gets back what it came with before the Functions host passed it on.</summary>
public sealed class OriginalRequestTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("ingest.example", "https", "https://ingest.example")]
    [InlineData("ingest.example:8443, inner.example", "https, http", "https://ingest.example:8443")]
    [InlineData(null, null, "http://127.0.0.1:4000")]
    [InlineData("ingest.example", "gopher", "http://ingest.example")]
    [InlineData("ingest.example/path", "https", "https://127.0.0.1:4000")]
    [InlineData("someone@ingest.example", null, "http://127.0.0.1:4000")]
    [InlineData("not a host", null, "http://127.0.0.1:4000")]
    public void Links_lead_to_where_the_request_was_sent(string? host, string? scheme, string expected)
    {
        var request = Request(("X-Forwarded-Host", host), ("X-Forwarded-Proto", scheme));
        OriginalRequest.Restore(request, null);
        Assert.Equal(expected, $"{request.Scheme}://{request.Host}");
    }

    [Fact]
    public void What_the_host_received_counts_for_more_than_what_it_passed_on()
    {
        var request = Request(("X-Forwarded-Host", "app.example"), ("X-Forwarded-Proto", "http"), ("X-Forwarded-For", "10.0.0.4"));
        var received = JsonNode.Parse("""{"x-forwarded-proto":"https","X-Forwarded-For":"198.51.100.7:4711","X-Forwarded-Host":""}""", new JsonNodeOptions { PropertyNameCaseInsensitive = true });

        OriginalRequest.Restore(request, (JsonObject)received!);

        Assert.Equal(("https", "app.example", "198.51.100.7:4711"), (request.Scheme, request.Host.Value, request.Headers["X-Forwarded-For"].ToString()));
    }

    [Fact]
    public async Task The_links_of_a_page_are_those_of_the_front_door()
    {
        await using var host = await RunningIngest.StartAsync(await azurite.NewAccountAsync());
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/openapi.json");
        request.Headers.Add("X-Forwarded-Host", "ingest.example");
        request.Headers.Add("X-Forwarded-Proto", "https");

        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Contains("\"url\":\"https://ingest.example\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static HttpRequest Request(params (string Name, string? Value)[] headers)
    {
        var request = new DefaultHttpContext().Request;
        (request.Scheme, request.Host) = ("http", new HostString("127.0.0.1:4000"));
        foreach (var (name, value) in headers) request.Headers[name] = value;
        return request;
    }
}
