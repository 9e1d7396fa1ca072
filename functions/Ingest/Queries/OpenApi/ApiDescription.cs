using System.Globalization;
using System.Text.Json.Nodes;
using Ingest.Queries.Formats;
using Ingest.Queries.Parameters;

namespace Ingest.Queries.OpenApi;

/// <summary>Describes the HTTP interface as OpenAPI 3.1.</summary>
internal static class ApiDescription
{
    private const string Json = "application/json";
    private const string ProblemType = "application/problem+json";

    /// <summary>The description, for an app at an address.</summary>
    public static JsonObject At(string address)
    {
        var schemas = new Schemas();
        var paths = new JsonObject();
        foreach (var path in Operations.All.GroupBy(operation => operation.Path))
            paths[path.Key] = new JsonObject(path.Select(operation => KeyValuePair.Create<string, JsonNode?>(operation.Method, Describe(operation, schemas))));
        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "Ingest",
                ["version"] = "1",
                ["description"] = "Who said what, with which figures, when. Offsets count UTF-16 units, ends exclusive; times have their offset; absent is unknown.",
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = address }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas.ToJson(),
                ["securitySchemes"] = new JsonObject { ["key"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "x-functions-key" } },
            },
        };
    }

    private static JsonObject Describe(Operation operation, Schemas schemas)
    {
        var described = new JsonObject { ["operationId"] = IdOf(operation), ["summary"] = operation.Summary };
        var parameters = PathParameters(operation.Path).Concat(operation.Parameters.SelectMany(QueryParameters)).ToArray<JsonNode?>();
        if (parameters.Length > 0) described["parameters"] = new JsonArray(parameters);
        if (operation.Body is { } body) described["requestBody"] = RequestBody(body);
        described["responses"] = Responses(operation, schemas);
        if (operation.Access != Access.Open) described["security"] = new JsonArray(new JsonObject { ["key"] = new JsonArray() });
        return described;
    }

    // "get /api/statements/{id}/citation" is "getStatementsByIdCitation".
    private static string IdOf(Operation operation) => operation.Method + string.Concat(operation.Path
        .Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Skip(1)
        .Select(part => part.StartsWith('{') ? "By" + Capital(part.Trim('{', '}')) : Capital(part.Replace(".json", "", StringComparison.Ordinal))));

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static IEnumerable<JsonObject> PathParameters(string path) => path.Split('/').Where(part => part.StartsWith('{')).Select(part => new JsonObject
    {
        ["name"] = part.Trim('{', '}'),
        ["in"] = "path",
        ["required"] = true,
        ["schema"] = new JsonObject { ["type"] = "string" },
    });

    private static IEnumerable<JsonObject> QueryParameters(Parameter parameter)
    {
        yield return QueryParameter(parameter, parameter.Name, parameter.Description);
        if (parameter.Alias is { } alias) yield return QueryParameter(parameter, alias, $"Short for {parameter.Name}.");
    }

    private static JsonObject QueryParameter(Parameter parameter, string name, string description)
    {
        var schema = new JsonObject { ["type"] = parameter.Type };
        if (parameter.Format is not null) schema["format"] = parameter.Format;
        if (parameter.Type != "boolean" && !parameter.Values.IsEmpty) schema["enum"] = new JsonArray([.. parameter.Values.Select(value => JsonValue.Create(value))]);
        if (parameter.Least is { } least) schema["minimum"] = least;
        if (parameter.Most is { } most) schema["maximum"] = most;
        if (parameter.Default is { } otherwise) schema["default"] = Value(parameter, otherwise);
        var described = new JsonObject { ["name"] = name, ["in"] = "query", ["description"] = description, ["schema"] = schema };
        if (parameter.Example.Length > 0) described["example"] = Value(parameter, parameter.Example);
        return described;
    }

    private static JsonValue Value(Parameter parameter, string text) => parameter.Type switch
    {
        "boolean" => JsonValue.Create(text == "true"),
        "integer" => JsonValue.Create(int.Parse(text, CultureInfo.InvariantCulture)),
        "number" => JsonValue.Create(double.Parse(text, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(text),
    };

    private static JsonObject RequestBody(string example) => new()
    {
        ["required"] = true,
        ["content"] = example.Length > 0
            ? new JsonObject { [Json] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "object" }, ["example"] = JsonNode.Parse(example) } }
            : new JsonObject { ["application/x-ndjson"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } } },
    };

    private static JsonObject Responses(Operation operation, Schemas schemas)
    {
        var responses = new JsonObject { [Text(operation.Status)] = Success(operation, schemas) };
        if (operation is { Method: "get", Access: Access.Open }) responses["304"] = new JsonObject { ["description"] = "The same as the one that If-None-Match names." };
        responses["400"] = Problem("The request cannot be answered as it stands; 'parameter' names what is at fault.", schemas);
        if (operation.Access != Access.Open) responses["401"] = new JsonObject { ["description"] = "The key is missing or wrong." };
        if (operation.Path.Contains('{') || operation.Path == "/api/reextract") responses["404"] = Problem("There is none.", schemas);
        responses["429"] = Problem("Too many requests; Retry-After says how long to wait.", schemas);
        responses["503"] = Problem("Storage does not answer; Retry-After says when to ask again.", schemas);
        if (operation.Trouble is { } trouble) responses[Text(trouble.Status)] = new JsonObject { ["description"] = trouble.Description };
        return responses;
    }

    private static JsonObject Success(Operation operation, Schemas schemas)
    {
        var response = new JsonObject { ["description"] = operation.Summary };
        if (operation.Status == 204) return response;
        var content = new JsonObject();
        if (operation.Texts.IsEmpty) content[Json] = new JsonObject { ["schema"] = Answer(operation, schemas) };
        var texts = operation.Shape == AnswerShape.Page ? AnswerFormat.All.Where(format => format != AnswerFormat.Json).Select(format => format.MediaType) : operation.Texts;
        foreach (var text in texts) content[text] = new JsonObject { ["schema"] = new JsonObject { ["type"] = text == AnswerFormat.JsonFeed.MediaType ? "object" : "string" } };
        response["content"] = content;
        return response;
    }

    private static JsonObject Answer(Operation operation, Schemas schemas)
    {
        if (operation.Answer is null) return new JsonObject { ["type"] = "object" };
        var one = schemas.Reference(operation.Answer);
        if (operation.Shape == AnswerShape.One) return one;
        var properties = new JsonObject { ["value"] = new JsonObject { ["type"] = "array", ["items"] = one } };
        var required = new JsonArray("value");
        if (operation.Shape != AnswerShape.List)
        {
            properties["nextLink"] = Described("string", "The address of the next page; absent on the last one.");
            properties["nextCursor"] = Described("string", "The cursor in that address.");
            properties["asOf"] = Described("string", "When the record was read.");
            properties["asOf"]!["format"] = "date-time";
            required.Add("asOf");
        }

        if (operation.Shape == AnswerShape.Changes) properties["deltaLink"] = Described("string", "Where to ask, later, for what has changed since; absent while there is a nextLink.");
        return new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = required, ["additionalProperties"] = false };
    }

    private static JsonObject Described(string type, string description) => new() { ["type"] = type, ["description"] = description };

    private static JsonObject Problem(string description, Schemas schemas) => new()
    {
        ["description"] = description,
        ["content"] = new JsonObject { [ProblemType] = new JsonObject { ["schema"] = schemas.Reference(typeof(ProblemAnswer)) } },
    };

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
