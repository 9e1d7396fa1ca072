namespace Ingest.Storage.Check;

/// <summary>In what way a row disagrees with the rest of the record.</summary>
public enum DisagreementKind
{
    /// <summary>It is called for by another row, and is not there.</summary>
    Missing,

    /// <summary>It stands there, and nothing calls for it.</summary>
    Stray,

    /// <summary>It says something else than what it is computed from.</summary>
    Different,

    /// <summary>It quotes words that its article does not have where it says.</summary>
    NotVerbatim,

    /// <summary>What it holds, or the blob that it names, cannot be read.</summary>
    Unreadable,

    /// <summary>Its recording ended half-way, and nobody will go on with it.</summary>
    Unfinished,
}

/// <summary>A row that disagrees with the rest of the record.</summary>
/// <param name="Kind">In what way.</param>
/// <param name="Table">The row's table.</param>
/// <param name="Partition">The row's partition.</param>
/// <param name="Row">The row's key.</param>
/// <param name="Detail">What is wrong, in words.</param>
public sealed record Disagreement(DisagreementKind Kind, string Table, string Partition, string Row, string Detail)
{
    /// <summary>Whether it was mended and then no longer found.</summary>
    public bool IsMended { get; init; }
}

/// <summary>What a piece of the record turned out to be.</summary>
/// <param name="Value">What disagrees in it.</param>
/// <param name="Checked">How many articles, clusters or rows it held.</param>
/// <param name="Skipped">How many of them could not be judged, since they are being written or wait for it; ask again later.</param>
/// <param name="NextCursor">Where the next piece begins; null behind the last.</param>
public sealed record CheckedPart(IReadOnlyList<Disagreement> Value, int Checked, int Skipped, string? NextCursor);
