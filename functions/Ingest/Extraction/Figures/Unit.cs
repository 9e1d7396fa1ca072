namespace Ingest.Extraction.Figures;

/// <summary>What kind of unit a number has.</summary>
internal enum UnitKind : byte
{
    /// <summary>None: the number counts, or nothing is known.</summary>
    None,

    /// <summary>Money whose sign or code stands before the number.</summary>
    Prefix,

    /// <summary>Money named behind the number.</summary>
    Money,

    /// <summary>Money that stands on either side.</summary>
    Both,

    /// <summary>Percent and percentage points.</summary>
    Percent,

    /// <summary>A physical or other measure.</summary>
    Measure,

    /// <summary>A measure of time.</summary>
    Time,
}

/// <summary>A unit of the table.</summary>
/// <param name="Name">Its singular name.</param>
/// <param name="Kind">Where it stands and what it measures.</param>
/// <param name="Currency">ISO 4217 code, or null.</param>
internal sealed record Unit(string Name, UnitKind Kind, string? Currency)
{
    public bool IsMoney => Kind is UnitKind.Prefix or UnitKind.Money or UnitKind.Both;

    public bool StandsBefore => Kind is UnitKind.Prefix or UnitKind.Both;
}
