using System.Text.Json;
using System.Text.RegularExpressions;
using Ingest.Tests.House;
using Ingest.Tests.Storage;
using Ingest.Tests.Trust;

namespace Ingest.Tests.Queries;

/// <summary>The requests of DASHBOARDS.md are those that the tools send, and they are answered with what it says.</summary>
public sealed class DashboardTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_request_of_the_guide_is_answered()
    {
        await using var record = await TestRecord.CreateAsync(azurite);
        await record.WriteAsync(new InventedArticle("a1", new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero)).Says("Sar Sokha", "They left", "minister").Counts(15000, "national", "foreign nationals"));
        await using var host = await RunningIngest.StartAsync(record.Connection);

        var guide = await File.ReadAllTextAsync(Repository.At("functions/Ingest/Queries/DASHBOARDS.md"), Cancellation);
        var addresses = Regex.Matches(guide, @"http://localhost:7071(?<address>/api/[^\s`""]+)").Select(match => match.Groups["address"].Value).ToList();
        Assert.Equal(4, addresses.Count);
        foreach (var address in addresses)
        {
            using var answer = await host.Client.GetAsync(address, Cancellation);
            var body = await answer.Content.ReadAsStringAsync(Cancellation);
            Assert.True(answer.IsSuccessStatusCode, $"{address}: {body}");
            if (!address.Contains("csv", StringComparison.Ordinal)) Assert.NotEmpty(JsonDocument.Parse(body).RootElement.GetProperty("value").EnumerateArray());
            else Assert.Contains("They left", body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("2026-11-19T08:00:00.000Z", "2026-11-21T08:00:00.000Z", 1)]
    [InlineData("2026-11-21T08:00:00.000Z", "2026-11-22T08:00:00.000Z", 0)]
    public async Task The_period_is_taken_as_Grafana_writes_it(string from, string to, int expected)
    {
        await using var record = await TestRecord.CreateAsync(azurite);
        await record.WriteAsync(new InventedArticle("a1", new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero)).Says("Sar Sokha", "They left"));
        await using var host = await RunningIngest.StartAsync(record.Connection);
        var body = await host.Client.GetStringAsync($"/api/statements?publishedFrom={from}&publishedTo={to}", Cancellation);
        Assert.Equal(expected, JsonDocument.Parse(body).RootElement.GetProperty("value").GetArrayLength());
    }
}
