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
        Count("official", "Speaker", statements.Where(s => s.Speaker.Id is not null).Select(s => (s.Speaker.Id!, s.Speaker.Name ?? s.Speaker.Id!))),
        CountNames("title", "Office", statements, s => s.Speaker.Title),
        CountNames("organisation", "Organisation", statements, s => s.Speaker.Organisation),
        Count("source", "Source", statements.SelectMany(SourcesOf).Select(id => (id, sources.GetValueOrDefault(id, id)))),
        Count("type", "Kind", statements.Select(s => (KindValue(s.Kind), KindWords(s.Kind)))),
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

    // What is asked for is a name's key, so forms of one name are one value, under the commonest.
    private static Facet CountNames(string parameter, string title, IEnumerable<StatementRecord> statements, Func<StatementRecord, string?> name) => new(
        parameter,
        title,
        [
            .. statements.Select(name).OfType<string>()
                .GroupBy(WordAnalyser.NameKey, StringComparer.Ordinal)
                .Where(forms => forms.Key.Length > 0)
                .Select(forms => (Form: forms.CountBy(form => form).MaxBy(form => form.Value).Key, Count: forms.Count()))
                .Select(found => new FacetValue(found.Form, found.Form, found.Count))
                .OrderByDescending(found => found.Count).ThenBy(found => found.Name, StringComparer.Ordinal)
                .Take(Shown),
        ]);

    private static Facet Count(string parameter, string title, IEnumerable<(string Value, string Name)> found) => new(
        parameter,
        title,
        [
            .. found.GroupBy(one => one.Value, StringComparer.Ordinal)
                .Select(same => new FacetValue(same.Key, same.First().Name, same.Count()))
                .OrderByDescending(value => value.Count).ThenBy(value => value.Name, StringComparer.Ordinal)
                .Take(Shown),
        ]);

    // A copy is found at its own source as well.
    private static IEnumerable<string> SourcesOf(StatementRecord statement) =>
        statement.Places.Select(place => place.Article.Source).Prepend(statement.Article.Source).Distinct(StringComparer.Ordinal);
}
