namespace Ingest.Extraction.Dates.Grammar;

/// <summary>An expression that was recognised, and the token after its last.</summary>
internal readonly record struct Match(CalendarExpression Expression, int End)
{
    /// <summary>The match that reaches further; the first of two that reach as far.</summary>
    public static Match? Longest(Match? first, Match? second) =>
        first is null || (second is { } other && other.End > first.Value.End) ? second : first;
}
