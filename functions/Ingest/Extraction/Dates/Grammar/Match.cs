namespace Ingest.Extraction.Dates.Grammar;

/// <summary>An expression that was recognised, and the token after its last.</summary>
internal readonly record struct Match(CalendarExpression Expression, int End)
{
    /// <summary>The match that reaches furthest; the first of those that reach as far.</summary>
    public static Match? Longest(params ReadOnlySpan<Match?> matches)
    {
        Match? longest = null;
        foreach (var match in matches)
            if (match is { } found && (longest is not { } best || found.End > best.End)) longest = match;
        return longest;
    }
}
