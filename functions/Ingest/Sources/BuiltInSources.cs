using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ingest.Sources;

/// <summary>The publishers that ship with Ingest, a data file each.</summary>
public static class BuiltInSources
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>All of them, by id.</summary>
    public static ImmutableSortedDictionary<string, Source> All { get; } =
        new[] { "ann", "post" }.Select(Read).ToImmutableSortedDictionary(source => source.Id, source => source, StringComparer.Ordinal);

    private static Source Read(string id)
    {
        using var file = DataFile.Open($"Sources/Data/{id}.json");
        return JsonSerializer.Deserialize<Source>(file, Json)!;
    }
}
