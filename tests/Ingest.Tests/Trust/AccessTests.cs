using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Tests.Trust;

/// <summary>Who may do what: a sweep over every function there is, so that a new one cannot be forgotten.</summary>
public sealed partial class AccessTests(AzuriteFixture azurite)
{
    private const string Key = "a key that nobody guesses";

    // What writes nothing although it is sent.
    private static readonly string[] ReadsBySending = ["api/extract", "api/{*path}", "try"];

    // Reads that show what is not for everybody: whole articles, which belong to their publishers, and the whole record.
    private static readonly string[] ReadsWithKey = ["api/articles/{id}/text", "api/export"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Reads_are_open_and_writes_ask_for_a_key()
    {
        var unexpected =
            from function in RunningIngest.HttpFunctions
            let route = function.Trigger.Route ?? ""
            let reads = function.Trigger.Methods is { Length: > 0 } methods && methods.All(m => m.Equals("get", StringComparison.OrdinalIgnoreCase))
            let open = (reads && !ReadsWithKey.Contains(route)) || ReadsBySending.Contains(route)
            where open != (function.Trigger.AuthLevel == AuthorizationLevel.Anonymous)
            select $"{string.Join(',', function.Trigger.Methods ?? [])} {route}: {function.Trigger.AuthLevel}";

        Assert.Empty(unexpected);
    }

    [Fact]
    public async Task Without_the_key_or_with_another_every_guarded_function_answers_401()
    {
        await using var host = await RunningIngest.StartAsync(await azurite.NewAccountAsync(), ("FunctionsKey", Key));
        foreach (var (_, trigger) in RunningIngest.HttpFunctions.Where(f => f.Trigger.AuthLevel != AuthorizationLevel.Anonymous))
        {
            foreach (var method in trigger.Methods ?? ["get"])
            {
                foreach (var key in new[] { null, "another key", Key + "!", Key[..^1] })
                {
                    using var response = await SendAsync(host.Client, method, trigger.Route!, key);
                    Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, $"{method} {trigger.Route} with {key ?? "no key"}: {response.StatusCode}");
                }
            }
        }
    }

    [Fact]
    public async Task Every_open_read_answers_without_a_key()
    {
        await using var host = await RunningIngest.StartAsync(await azurite.NewAccountAsync(), ("FunctionsKey", Key));
        foreach (var (_, trigger) in RunningIngest.HttpFunctions.Where(f => f.Trigger.AuthLevel == AuthorizationLevel.Anonymous && !ReadsBySending.Contains(f.Trigger.Route)))
        {
            using var response = await SendAsync(host.Client, "get", trigger.Route ?? "", key: null);
            Assert.True((int)response.StatusCode is >= 200 and < 500 and not 401 and not 403, $"{trigger.Route}: {response.StatusCode}");
        }
    }

    [Fact]
    public async Task Past_its_share_a_caller_is_told_to_wait_and_another_is_not()
    {
        await using var host = await RunningIngest.StartAsync(await azurite.NewAccountAsync(), ("RateLimit:RequestsPerMinute", "5"));
        for (var i = 0; i < 5; i++)
        {
            using var within = await SendAsync(host.Client, "get", "api/health", key: null, from: "203.0.113.9:4711");
            Assert.NotEqual(HttpStatusCode.TooManyRequests, within.StatusCode);
        }

        // Another port is the same caller, and what stands before the front end's own entry is a claim.
        using var past = await SendAsync(host.Client, "get", "api/health", key: "invented", from: "198.51.100.1, 203.0.113.9:4712");
        Assert.Equal(HttpStatusCode.TooManyRequests, past.StatusCode);
        Assert.InRange(past.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("application/problem+json", past.Content.Headers.ContentType!.MediaType);

        using var other = await SendAsync(host.Client, "get", "api/health", key: null, from: "203.0.113.10:4711");
        Assert.NotEqual(HttpStatusCode.TooManyRequests, other.StatusCode);
    }

    /// <summary>An address that a route answers at.</summary>
    internal static string AddressOf(string route) => "/" + RouteParameter().Replace(route, match => match.Value.Contains("maxlength(0)") ? "" : "x");

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string method, string route, string? key, string? from = null)
    {
        var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), AddressOf(route));
        if (key is not null) request.Headers.TryAddWithoutValidation("x-functions-key", key);
        if (from is not null) request.Headers.TryAddWithoutValidation("X-Forwarded-For", from);
        return await client.SendAsync(request, Cancellation);
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex RouteParameter();
}
