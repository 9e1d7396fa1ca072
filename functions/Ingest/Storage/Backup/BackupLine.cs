using System.Text.Json.Serialization;

namespace Ingest.Storage.Backup;

/// <summary>One line of an export: a row of a table, or a blob. What does not apply is left out.</summary>
/// <param name="Place">Where the line stands in the export; an export that broke off goes on behind the last place that arrived.</param>
public sealed record BackupLine(string Place)
{
    /// <summary>The table of a row.</summary>
    public string? Table { get; init; }

    /// <summary>The partition of a row.</summary>
    public string? Partition { get; init; }

    /// <summary>The row key of a row.</summary>
    public string? Row { get; init; }

    /// <summary>The values of a row by name: see <see cref="BackupValue"/>.</summary>
    public SortedDictionary<string, BackupValue>? Values { get; init; }

    /// <summary>The container of a blob.</summary>
    public string? Container { get; init; }

    /// <summary>The name of a blob.</summary>
    public string? Blob { get; init; }

    /// <summary>The media type of a blob.</summary>
    public string? ContentType { get; init; }

    /// <summary>How the content of a blob is compressed, if it is.</summary>
    public string? ContentEncoding { get; init; }

    /// <summary>The content of a blob as it is stored; base64 in JSON.</summary>
    public byte[]? Content { get; init; }
}

/// <summary>A value of a row with its type, since JSON knows fewer types than tables do.</summary>
/// <param name="Type">A primitive type of OData 4.0 as tables use it: "Edm.String", "Edm.Int64", "Edm.Binary" and so on.</param>
/// <param name="Text">The value in the form that OData gives it; binary as base64.</param>
public sealed record BackupValue([property: JsonPropertyName("t")] string Type, [property: JsonPropertyName("v")] string Text);
