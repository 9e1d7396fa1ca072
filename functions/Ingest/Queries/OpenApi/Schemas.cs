using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Ingest.Storage.Record;

namespace Ingest.Queries.OpenApi;

/// <summary>The JSON Schemas of all that answers hold, each under its name and named where it is used.</summary>
internal sealed class Schemas
{
    private readonly SortedDictionary<string, JsonNode> named = new(StringComparer.Ordinal);

    /// <summary>A reference to a type's schema.</summary>
    public JsonObject Reference(Type type)
    {
        var name = NameOf(type);
        if (!named.ContainsKey(name))
        {
            // What a type holds may hold the type.
            named[name] = new JsonObject();
            named[name] = RecordJson.Options.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform });
        }

        return new JsonObject { ["$ref"] = $"#/components/schemas/{name}" };
    }

    /// <summary>All schemas that were referred to.</summary>
    public JsonObject ToJson() => new(named.Select(schema => KeyValuePair.Create<string, JsonNode?>(schema.Key, schema.Value.DeepClone())));

    private JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema is not JsonObject described) return schema;
        // Nothing is ever written for null.
        if (described["type"] is JsonArray types) described["type"] = types.First(type => type!.GetValue<string>() != "null")!.DeepClone();
        if (described["enum"] is JsonArray values) described["enum"] = new JsonArray([.. values.Where(value => value is not null).Select(value => value!.DeepClone())]);
        if (described["enum"] is not null) described["type"] = "string";
        if (context.TypeInfo.Kind != JsonTypeInfoKind.Object) return described;

        if (!context.Path.IsEmpty && context.TypeInfo.Type.Namespace?.StartsWith(nameof(Ingest), StringComparison.Ordinal) == true) return Reference(context.TypeInfo.Type);
        var required = context.TypeInfo.Properties.Where(IsAlwaysWritten).Select(property => (JsonNode)property.Name).ToArray();
        if (required.Length > 0) described["required"] = new JsonArray(required);
        described["additionalProperties"] = false;
        return described;
    }

    private static bool IsAlwaysWritten(JsonPropertyInfo property) =>
        property.PropertyType.IsValueType ? Nullable.GetUnderlyingType(property.PropertyType) is null : !property.IsGetNullable;

    private static string NameOf(Type type) => type.Name.Replace("Record", "", StringComparison.Ordinal).Replace("Answer", "", StringComparison.Ordinal);
}
