namespace Ingest.Extraction.Dates.Resolution;

/// <summary>Which way a date without its year or week lies, by the verb that it belongs to.</summary>
internal enum Tense : byte
{
    /// <summary>No verb tells.</summary>
    Unknown,

    /// <summary>Told as past.</summary>
    Past,

    /// <summary>Told in the present tense: a habit, a state, or what is fixed to come.</summary>
    Present,

    /// <summary>Will, would, is to, is due: what is to come.</summary>
    Future,
}
