namespace Ingest.Extraction.Dates.Resolution;

/// <summary>Which way a date without its year or week lies, by the verb that it belongs to.</summary>
internal enum Tense : byte
{
    /// <summary>No verb tells.</summary>
    Unknown,

    /// <summary>Told as past.</summary>
    Past,

    /// <summary>Told in the present tense: a habit or a state.</summary>
    Present,

    /// <summary>Told in the past, of something to be done "by", "before" or "until" then.</summary>
    Deadline,

    /// <summary>Will, would, is to, is due, begins: what is to come.</summary>
    Future,
}

/// <summary>The tense of a verb, and whether the verb stands right before what it is read for, so that it can be no other's.</summary>
internal readonly record struct TenseReading(Tense Tense, bool IsNear);
