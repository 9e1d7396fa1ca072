namespace Ingest.Extraction.Dates;

/// <summary>The types of TIMEX3 (TimeML 1.2.1).</summary>
public enum DateType
{
    /// <summary>A calendar date of any grain.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>A recurring time.</summary>
    Set,
}

/// <summary>Whether the sentence tells of the past or announces.</summary>
public enum DateOutlook
{
    /// <summary>The sentence does not tell.</summary>
    Unknown,

    /// <summary>Told as past or going on.</summary>
    Past,

    /// <summary>Told as planned, due or expected.</summary>
    Planned,
}

/// <summary>A calendar expression, resolved against the day of publication in the publisher's time zone.</summary>
/// <param name="Span">The whole expression without its preposition.</param>
/// <param name="Text">The span's words, verbatim.</param>
/// <param name="Type">DATE, TIME, DURATION or SET.</param>
/// <param name="Value">Its TIMEX3 value, or null where it cannot be resolved.</param>
/// <param name="From">The first calendar day covered, or null.</param>
/// <param name="To">The last calendar day covered, inclusive, or null.</param>
/// <param name="Outlook">Whether the text tells of the past or of something planned.</param>
public sealed record DateMention(
    TextSpan Span,
    string Text,
    DateType Type,
    string? Value,
    DateOnly? From,
    DateOnly? To,
    DateOutlook Outlook);
