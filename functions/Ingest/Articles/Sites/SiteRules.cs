using System.Collections.Immutable;
using System.Text.Json;
using AngleSharp.Html.Dom;

namespace Ingest.Articles.Sites;

/// <summary>The rules of the publishers that Ingest knows, a data file each.</summary>
internal static class SiteRules
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly ImmutableDictionary<string, SiteRule> All =
        new[] { "ann", "post" }.Select(Read).ToImmutableDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>The version that reads a page, or null where the rule has none for it.</summary>
    /// <param name="id">The rule's id, or null.</param>
    /// <param name="page">The page.</param>
    public static SiteRuleVersion? For(string? id, IHtmlDocument page) =>
        id is not null && All.TryGetValue(id, out var rule) ? rule.Versions.FirstOrDefault(version => page.QuerySelector(version.Mark) is not null) : null;

    private static SiteRule Read(string id)
    {
        using var file = DataFile.Open($"Articles/Data/{id}.json");
        return JsonSerializer.Deserialize<SiteRule>(file, Json)!;
    }
}
