using System.Text.Json;
using Ingest.Storage;
using Ingest.Tests.House;

namespace Ingest.Tests.Infra;

/// <summary>What the template creates is what the app uses, name for name.</summary>
public sealed class TemplateTests
{
    private static readonly JsonElement Names = JsonDocument.Parse(File.ReadAllText(Repository.At("infra/app/storage-names.json"))).RootElement;

    public static TheoryData<string, IEnumerable<string>> Kinds => new()
    {
        { "queues", StorageNames.Queues },
        { "tables", StorageNames.Tables },
        { "containers", StorageNames.Containers },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_template_creates_what_the_app_uses(string kind, IEnumerable<string> used) =>
        Assert.Equal(used.Order(StringComparer.Ordinal), Names.GetProperty(kind).EnumerateArray().Select(name => name.GetString()!));
}
