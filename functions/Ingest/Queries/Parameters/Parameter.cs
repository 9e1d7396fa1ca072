using System.Collections.Immutable;

namespace Ingest.Queries.Parameters;

/// <summary>A parameter of a query, as it is read, checked and documented.</summary>
/// <param name="Name">As it stands in the address.</param>
/// <param name="Description">What it asks for, for the people who use it.</param>
/// <param name="Example">A value that a reader of the documentation can try.</param>
internal sealed record Parameter(string Name, string Description, string Example)
{
    /// <summary>The type in JSON Schema.</summary>
    public string Type { get; init; } = "string";

    /// <summary>The format in JSON Schema, or null.</summary>
    public string? Format { get; init; }

    /// <summary>All values, where they are few.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>The lowest number allowed, or null.</summary>
    public double? Least { get; init; }

    /// <summary>The highest number allowed, or null.</summary>
    public double? Most { get; init; }

    /// <summary>What it is where it is not given, or null.</summary>
    public string? Default { get; init; }

    /// <summary>A shorter name that means the same, or null.</summary>
    public string? Alias { get; init; }
}
