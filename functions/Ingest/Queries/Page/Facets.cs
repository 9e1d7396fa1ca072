using Ingest.Extraction.Statements;
using Ingest.Storage.Record;

namespace Ingest.Queries.Page;

/// <summary>A value that a selection can be narrowed to.</summary>
/// <param name="Value">As the parameter takes it.</param>
/// <param name="Name">As a reader sees it.</param>
/// <param name="Count">How many of the counted statements have it.</param>
internal sealed record FacetValue(string Value, string Name, int Count);

/// <summary>One way to narrow a selection.</summary>
/// <param name="Parameter">The parameter that it sets.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Values">The commonest first.</param>
internal sealed record Facet(string Parameter, string Title, IReadOnlyList<FacetValue> Values);

/// <summary>Counts a selection's statements by speaker, office, organisation, source and kind.</summary>
internal static class Facets
{
    private const int Shown = 8;

    public static IReadOnlyList<Facet> Of(IReadOnlyCollection<StatementRecord> statements, IReadOnlyDictionary<string, string> sources) =>
    [
        Count("official", "Speaker", statements, s => s.Speaker.Id, s => s.Speaker.Name ?? s.Speaker.Id!),
        Count("title", "Office", statements, s => s.Speaker.IsOfficial ? s.Speaker.Title : null, s => s.Speaker.Title!),
        Count("organisation", "Organisation", statements, s => s.Speaker.Organisation, s => s.Speaker.Organisation!),
        Count("source", "Source", statements, s => s.Article.Source, s => sources.GetValueOrDefault(s.Article.Source, s.Article.Source)),
        Count("type", "Kind", statements, s => KindValue(s.Kind), s => KindWords(s.Kind)),
    ];

    /// <summary>Statements by the month of their publication, oldest first.</summary>
    public static IReadOnlyList<MonthCount> Months(IEnumerable<StatementRecord> statements) =>
    [
        .. statements.Select(s => s.Article.Published ?? s.Article.ListedAt)
            .GroupBy(time => new DateOnly(time.Year, time.Month, 1))
            .Select(month => new MonthCount(month.Key, month.Count()))
            .OrderBy(month => month.Month),
    ];

    /// <summary>A kind as the parameter takes it.</summary>
    public static string KindValue(StatementKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>A kind in a reader's words.</summary>
    public static string KindWords(StatementKind kind) => kind switch
    {
        StatementKind.Direct => "Direct quote",
        StatementKind.Mixed => "Partly quoted",
        _ => "In the reporter’s words",
    };

    private static Facet Count(string parameter, string title, IEnumerable<StatementRecord> statements, Func<StatementRecord, string?> value, Func<StatementRecord, string> name) => new(
        parameter,
        title,
        [
            .. statements.Where(s => value(s) is not null)
                .GroupBy(s => value(s)!, StringComparer.OrdinalIgnoreCase)
                .Select(group => new FacetValue(group.Key, name(group.First()), group.Count()))
                .OrderByDescending(found => found.Count).ThenBy(found => found.Name, StringComparer.Ordinal)
                .Take(Shown),
        ]);
}
