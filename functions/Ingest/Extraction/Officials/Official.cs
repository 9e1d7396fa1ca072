using System.Collections.Immutable;

namespace Ingest.Extraction.Officials;

/// <summary>Where somebody stands to an office on the day of publication.</summary>
public enum OfficeStatus
{
    /// <summary>Holds it.</summary>
    Current,

    /// <summary>Stands in for its holder.</summary>
    Acting,

    /// <summary>Held it once.</summary>
    Former,

    /// <summary>Held it at the past time that the article tells of.</summary>
    Then,

    /// <summary>Has died.</summary>
    Late,

    /// <summary>The article does not say.</summary>
    Unknown,
}

/// <summary>One role of an official in the article's own words.</summary>
/// <param name="Title">Without former, then-, acting and late; with the body where it stands in the same phrase.</param>
/// <param name="Organisation">The body or jurisdiction in the article's words, or null.</param>
/// <param name="Status">On the day of publication.</param>
/// <param name="Span">Where the title stands, or null where it was made of a verb ("chairs the committee").</param>
public sealed record Role(string Title, string? Organisation, OfficeStatus Status, TextSpan? Span);

/// <summary>A named person whom the article gives a position in a body or jurisdiction.</summary>
/// <param name="Name">The fullest form in the article, without honorific or rank.</param>
/// <param name="Roles">Every role that the article gives, in its order.</param>
/// <param name="Status">The status of the most recent office.</param>
/// <param name="Organisation">The body of the most recent office, or of the next that is held beside it and names one; else null.</param>
/// <param name="NameMentions">Every place where the person is named, in order.</param>
public sealed record Official(
    string Name,
    ImmutableArray<Role> Roles,
    OfficeStatus Status,
    string? Organisation,
    ImmutableArray<TextSpan> NameMentions);
