using System.Text.Json.Nodes;
using Ingest.Queries.OpenApi;
using Ingest.Storage.Backup;
using Ingest.Storage.Record;
using Ingest.Tests.LocalHost;
using Ingest.Tests.Storage.Check;
using Ingest.Tests.Trust;

namespace Ingest.Tests.Storage.Backup;

/// <summary>Every query of the HTTP interface, asked of a record and of its restored copy.</summary>
public sealed class RestoredAnswersTests(AzuriteFixture azurite)
{
    // What tells of the moment or of the store, not of the record; links are followed instead.
    private static readonly string[] OfTheMoment = ["asOf", "nextLink", "nextCursor", "deltaLink"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_import_into_an_empty_store_gives_the_same_answers_to_every_query()
    {
        await using var record = await CheckedRecord.CreateAsync(azurite);
        await using var copy = await TestRecord.CreateAsync(azurite);
        using (var lines = new MemoryStream())
        {
            await foreach (var line in record.Get<RecordExport>().ReadAsync(null, Cancellation))
            {
                await System.Text.Json.JsonSerializer.SerializeAsync(lines, line, RecordJson.Options, Cancellation);
                lines.WriteByte((byte)'\n');
            }

            lines.Position = 0;
            await copy.Get<RecordImport>().WriteAsync(lines, Cancellation);
        }

        await using var original = await RunningIngest.StartAsync(record.Connection);
        await using var restored = await RunningIngest.StartAsync(copy.Connection);
        var questions = await QuestionsAsync(original);
        var full = 0;
        foreach (var question in questions)
        {
            var expected = await AskAsync(original, question);
            Assert.Equal(expected, await AskAsync(restored, question));
            if (expected.Contains("\"id\"", StringComparison.Ordinal)) full++;
        }

        // Not nothing compared with nothing.
        Assert.All(Operations.All.Where(IsAsked), operation => Assert.Contains(questions, question => question.Split('?')[0].Split('/').Length == operation.Path.Split('/').Length));
        Assert.InRange(full, 20, int.MaxValue);
    }

    // Whole articles too, which a key opens: these hosts have none.
    private static bool IsAsked(Operation operation) => operation.Method == "get" && operation.Access != Access.AdminKey && operation.Path is not "/api/openapi.json";

    /// <summary>Every read with each of its parameters' examples, and with values that this record holds.</summary>
    private static async Task<List<string>> QuestionsAsync(RunningHost host)
    {
        var statement = (await GetAsync(host, "/api/statements"))["value"]![0]!;
        var figure = (await GetAsync(host, "/api/figures"))["value"]![0]!;
        var date = (await GetAsync(host, "/api/dates"))["value"]![0]!;
        var official = (await GetAsync(host, "/api/officials"))["value"]![0]!["id"]!.GetValue<string>();
        var article = statement["article"]!["id"]!.GetValue<string>();
        var held = new Dictionary<string, string?>
        {
            ["official"] = official,
            ["q"] = statement["text"]!.GetValue<string>().Split(' ')[^1],
            ["source"] = "ann",
            ["type"] = statement["kind"]!.GetValue<string>(),
            ["cluster"] = article,
            ["top"] = "1",
            ["unit"] = figure["unit"]!.GetValue<string>(),
            ["counted"] = figure["counted"]?.GetValue<string>(),
            ["on"] = date["from"]!.GetValue<string>(),
            ["publishedFrom"] = "2020-01-01",
            ["publishedTo"] = "2030-01-01",
            ["minConfidence"] = "0.1",
        };
        var questions = new List<string> { $"/api/statements?q={Uri.EscapeDataString(held["q"]![..3] + "*")}" };
        foreach (var operation in Operations.All.Where(IsAsked))
        {
            var id = operation.Path.Contains("officials", StringComparison.Ordinal) ? official : operation.Path.Contains("articles", StringComparison.Ordinal) ? article : statement["id"]!.GetValue<string>();
            var path = operation.Path.Replace("{id}", id, StringComparison.Ordinal);
            // What is counted must always be said.
            var always = operation.Path == "/api/stats" ? "groupBy=official&" : "";
            questions.Add($"{path}?{always}");
            foreach (var parameter in operation.Parameters.Where(parameter => parameter.Name != "groupBy"))
            {
                var values = parameter.Values.Append(parameter.Example).Append(parameter.Values.Length == 0 ? held.GetValueOrDefault(parameter.Name) : null);
                questions.AddRange(values.Where(value => !string.IsNullOrEmpty(value)).Distinct().Select(value => $"{path}?{always}{parameter.Name}={Uri.EscapeDataString(value!)}"));
            }

            questions.AddRange(operation.Parameters.Where(parameter => parameter.Name == "groupBy").SelectMany(parameter => parameter.Values).Select(value => $"{path}?groupBy={value}"));
        }

        return [.. questions.Distinct()];
    }

    private static async Task<JsonNode> GetAsync(RunningHost host, string address) => JsonNode.Parse(await host.Client.GetStringAsync(address, Cancellation))!;

    /// <summary>All pages of an answer, without what differs from one moment, or one port, to the next.</summary>
    private static async Task<string> AskAsync(RunningHost host, string question)
    {
        var pages = new List<string>();
        for (string? next = question, followed = null; next is not null && next != followed;)
        {
            using var response = await host.Client.GetAsync(next, Cancellation);
            var body = (await response.Content.ReadAsStringAsync(Cancellation)).Replace(host.Client.BaseAddress!.Authority, "ingest.example", StringComparison.Ordinal);
            Assert.True((int)response.StatusCode < 500, $"{next}: {body}");
            followed = next;
            next = null;
            if (response.Content.Headers.ContentType?.MediaType == "application/json" && JsonNode.Parse(body) is JsonObject json)
            {
                next = json["nextLink"]?.GetValue<string>().Replace("ingest.example", host.Client.BaseAddress.Authority, StringComparison.Ordinal);
                foreach (var name in OfTheMoment) json.Remove(name);
                body = json.ToJsonString();
            }

            pages.Add($"{(int)response.StatusCode} {body}");
        }

        return string.Join('\n', pages);
    }
}
