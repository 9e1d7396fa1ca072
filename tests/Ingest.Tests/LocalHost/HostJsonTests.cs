using Ingest.LocalHost;

namespace Ingest.Tests.LocalHost;

public sealed class HostJsonTests
{
    [Fact]
    public void What_host_json_does_not_say_is_as_on_the_functions_host()
    {
        var host = HostJson.Parse("""{ "version": "2.0" /* nothing more */, }""");

        Assert.Equal("api", host.RoutePrefix);
        Assert.Equal((16, 5, TimeSpan.Zero, true), (host.Queues.BatchSize, host.Queues.MaxDequeueCount, host.Queues.VisibilityTimeout, host.Queues.IsBase64));
    }

    [Fact]
    public void Its_sections_for_http_and_queues_are_obeyed()
    {
        var host = HostJson.Parse(
            """
            {
              "extensions": {
                "http": { "routePrefix": "" },
                "queues": { "batchSize": 8, "newBatchThreshold": 2, "maxDequeueCount": 3, "visibilityTimeout": "00:00:30", "messageEncoding": "none" }
              }
            }
            """);

        Assert.Equal("", host.RoutePrefix);
        Assert.Equal((8, 2, 3, TimeSpan.FromSeconds(30), false), (host.Queues.BatchSize, host.Queues.NewBatchThreshold, host.Queues.MaxDequeueCount, host.Queues.VisibilityTimeout, host.Queues.IsBase64));
    }

    [Theory]
    [InlineData("""{ "extensions": """, "host.json")]
    [InlineData("""{ "extensions": { "queues": { "batchSize": 33 } } }""", "batchSize")]
    [InlineData("""{ "extensions": { "queues": { "newBatchThreshold": -1 } } }""", "newBatchThreshold")]
    [InlineData("""{ "extensions": { "queues": { "maxDequeueCount": 0 } } }""", "maxDequeueCount")]
    [InlineData("""{ "extensions": { "queues": { "visibilityTimeout": "8.00:00:00" } } }""", "visibilityTimeout")]
    [InlineData("""{ "extensions": { "queues": { "messageEncoding": "utf-7" } } }""", "messageEncoding")]
    public void What_it_cannot_mean_is_refused_by_name(string json, string named) =>
        Assert.Contains(named, Assert.Throws<LocalHostException>(() => HostJson.Parse(json)).Message, StringComparison.Ordinal);
}
