using System.Collections.Immutable;

namespace Ingest.Extraction.LanguageService;

/// <summary>What kind of thing a finding names, in the categories that finders share.</summary>
public enum FindingKind
{
    /// <summary>A person by name.</summary>
    Person,

    /// <summary>A person by role ("the minister").</summary>
    PersonType,

    /// <summary>A body by name.</summary>
    Organization,

    /// <summary>A place.</summary>
    Location,

    /// <summary>A number with what it counts or measures.</summary>
    Quantity,

    /// <summary>A date, time or duration.</summary>
    DateTime,
}

/// <summary>A stretch of an article in which at least one finder saw something.</summary>
/// <param name="Span">UTF-16 units of the article's text, the end exclusive.</param>
/// <param name="Text">The span's words, verbatim.</param>
/// <param name="Kind">What was seen.</param>
/// <param name="Confidence">0 to 1: the highest that a finder gave it.</param>
/// <param name="FoundBy">Names of the finders that agree on span and kind, sorted.</param>
public sealed record Finding(TextSpan Span, string Text, FindingKind Kind, double Confidence, ImmutableArray<string> FoundBy);
