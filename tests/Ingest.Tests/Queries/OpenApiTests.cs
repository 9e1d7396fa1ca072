using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ingest.Queries.OpenApi;
using Ingest.Tests.Storage;
using Ingest.Tests.Trust;
using Microsoft.Azure.Functions.Worker;
using Microsoft.OpenApi;
using NJsonSchema;

namespace Ingest.Tests.Queries;

/// <summary>The description of the HTTP interface is a contract: what it says is what the running app does.</summary>
public sealed class OpenApiTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Published = new(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(7));

    private static readonly JsonObject Document = ApiDescription.At("http://localhost:7071");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void It_is_a_sound_description()
    {
        var read = OpenApiDocument.Parse(Document.ToJsonString(), "json");
        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
    }

    [Fact]
    public void It_describes_every_route_and_no_other()
    {
        var functions =
            from function in RunningIngest.HttpFunctions
            where function.Trigger.Route?.StartsWith("api/", StringComparison.Ordinal) == true
            from method in function.Trigger.Methods!
            where method != "options"
            select $"{method} /{function.Trigger.Route} {function.Trigger.AuthLevel}";
        var described = Operations.All.Select(operation => $"{operation.Method} {operation.Path} {Level(operation.Access)}");
        Assert.Equal(functions.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));

        static AuthorizationLevel Level(Access access) => access switch
        {
            Access.AdminKey => AuthorizationLevel.Admin,
            Access.Key => AuthorizationLevel.Function,
            _ => AuthorizationLevel.Anonymous,
        };
    }

    [Fact]
    public async Task Every_open_operation_answers_as_it_says_with_every_example()
    {
        await using var record = await TestRecord.CreateAsync(azurite);
        await record.WriteAsync(
            new InventedArticle("0123456789abcdef", Published).Says("Sok Dara", "The dam stands", "minister", "Ministry of Water").Counts(3, "gate", "gates").Dates(new DateOnly(2027, 1, 1)),
            new InventedArticle("b1", Published, "ann", cluster: "0123456789abcdef").Says("Sok Dara", "The dam stands", "minister"));
        await using var host = await RunningIngest.StartAsync(record.Connection);
        var statement = (await host.Client.GetFromJsonAsync<JsonObject>("/api/statements", Cancellation))!["value"]![0]!["id"]!.GetValue<string>();

        foreach (var (path, operations) in Document["paths"]!.AsObject())
        {
            if (operations!["get"] is not JsonObject operation || operation["security"] is not null) continue;
            var address = path.Replace("{id}", path.Contains("officials", StringComparison.Ordinal) ? "dara-sok" : path.Contains("articles", StringComparison.Ordinal) ? "0123456789abcdef" : statement, StringComparison.Ordinal);
            foreach (var query in Queries(operation)) await AnswersAsSaidAsync(host.Client, address + query, operation);
            await RefusesWhatItDoesNotKnowAsync(host.Client, address, operation);
        }
    }

    [Fact]
    public async Task Every_format_is_given_where_it_is_promised()
    {
        await using var host = await RunningIngest.StartAsync(await azurite.NewAccountAsync());
        foreach (var operation in Operations.All.Where(o => o.Shape == AnswerShape.Page))
        {
            foreach (var (type, _) in Document["paths"]![operation.Path]!["get"]!["responses"]!["200"]!["content"]!.AsObject())
            {
                var request = new HttpRequestMessage(HttpMethod.Get, operation.Path + (operation.Path == "/api/stats" ? "?groupBy=month" : ""));
                request.Headers.Add("Accept", type);
                using var answer = await host.Client.SendAsync(request, Cancellation);
                Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            }
        }
    }

    [Fact]
    public async Task A_text_is_extracted_as_its_example_says()
    {
        await using var host = await RunningIngest.StartAsync(await azurite.NewAccountAsync());
        var operation = Document["paths"]!["/api/extract"]!["post"]!.AsObject();
        var example = operation["requestBody"]!["content"]!["application/json"]!["example"]!;
        using var answer = await host.Client.PostAsync("/api/extract", JsonContent.Create(example), Cancellation);
        await IsAsSaidAsync(answer, operation, "/api/extract");
    }

    // Without parameters, then with each by itself, as its example gives it.
    private static IEnumerable<string> Queries(JsonObject operation)
    {
        var parameters = operation["parameters"]?.AsArray().Where(p => p!["in"]!.GetValue<string>() == "query").ToList() ?? [];
        // What is counted must always be said.
        var always = parameters.Any(p => p!["name"]!.GetValue<string>() == "groupBy") ? "groupBy=month" : "";
        yield return always.Length > 0 ? "?" + always : "";
        foreach (var parameter in parameters)
        {
            if (parameter!["example"] is not { } example) continue;
            var one = $"{parameter["name"]}={Uri.EscapeDataString(example.ToString())}";
            yield return one.StartsWith("groupBy", StringComparison.Ordinal) || always.Length == 0 ? $"?{one}" : $"?{always}&{one}";
        }
    }

    private static async Task AnswersAsSaidAsync(HttpClient client, string address, JsonObject operation)
    {
        using var answer = await client.GetAsync(address, Cancellation);
        await IsAsSaidAsync(answer, operation, address);
        if (answer.Headers.ETag is not { } tag) return;

        var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(tag);
        using var same = await client.SendAsync(again, Cancellation);
        Assert.True(same.StatusCode == HttpStatusCode.NotModified || answer.Content.Headers.ContentType?.MediaType != "application/json", $"{address}: {same.StatusCode} after {tag}");
    }

    private static async Task IsAsSaidAsync(HttpResponseMessage answer, JsonObject operation, string address)
    {
        var body = await answer.Content.ReadAsStringAsync(Cancellation);
        var response = operation["responses"]![$"{(int)answer.StatusCode}"];
        Assert.True(response is not null && ((int)answer.StatusCode < 400 || answer.StatusCode == HttpStatusCode.NotFound), $"{address}: {answer.StatusCode} {body}");
        if (answer.Content.Headers.ContentType?.MediaType is not { } type) return;
        var schema = response["content"]?[type]?["schema"];
        Assert.True(schema is not null, $"{address}: {type} is not described");
        if (!type.EndsWith("json", StringComparison.Ordinal) || type.EndsWith("ndjson", StringComparison.Ordinal)) return;
        var errors = (await ValidatorOf(schema)).Validate(body);
        Assert.True(errors.Count == 0, $"{address}: {string.Join("; ", errors.Select(e => e.ToString()))}\n{body}");
    }

    private static async Task RefusesWhatItDoesNotKnowAsync(HttpClient client, string address, JsonObject operation)
    {
        using var answer = await client.GetAsync($"{address}?nonsense=1", Cancellation);
        if (operation["parameters"] is null) return;
        Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{address}?nonsense=1: {answer.StatusCode}");
        await IsProblemAsync(answer, address);
    }

    private static async Task IsProblemAsync(HttpResponseMessage answer, string address)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var errors = (await ValidatorOf(new JsonObject { ["$ref"] = "#/components/schemas/Problem" })).Validate(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.True(errors.Count == 0, $"{address}: {string.Join("; ", errors.Select(e => e.ToString()))}");
    }

    private static Task<JsonSchema> ValidatorOf(JsonNode schema)
    {
        // The validator looks for what is referred to where JSON Schema has it, not where OpenAPI has it.
        var whole = new JsonObject { ["allOf"] = new JsonArray(schema.DeepClone()), ["definitions"] = Document["components"]!["schemas"]!.DeepClone() };
        return JsonSchema.FromJsonAsync(whole.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal), Cancellation);
    }
}
