using System.Collections.Immutable;

namespace Ingest.Extraction.LanguageService;

/// <summary>Lays the answers of several finders together.</summary>
public static class Findings
{
    /// <summary>
    /// Where finders agree on span and kind there is one finding that names them all; where they disagree each finding
    /// stays, signed by its finder.
    /// </summary>
    public static ImmutableArray<Finding> Merge(params IEnumerable<IEnumerable<Finding>> answers) =>
    [
        .. answers.SelectMany(answer => answer)
            .GroupBy(f => (f.Span, f.Kind))
            .Select(same => same.First() with
            {
                Confidence = same.Max(f => f.Confidence),
                FoundBy = [.. same.SelectMany(f => f.FoundBy).Distinct().Order(StringComparer.Ordinal)],
            })
            .OrderBy(f => f.Span).ThenBy(f => f.Kind),
    ];
}
