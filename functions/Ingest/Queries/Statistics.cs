using System.Globalization;
using Ingest.Storage.Record;

namespace Ingest.Queries;

/// <summary>Statements of one group, counted; those of copies once.</summary>
/// <param name="Key">What the group is found by: an official's id, a source's id, "2025-11", a body's key, "direct", a stem.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Count">How many statements.</param>
public sealed record StatisticsGroup(string Key, string Name, int Count);

/// <summary>Counts statements by something that each of them has one or several of.</summary>
internal sealed class StatementCounter
{
    private readonly Func<StatementRecord, IEnumerable<(string Key, string Name)>> groupsOf;
    private readonly Dictionary<string, StatisticsGroup> groups = new(StringComparer.Ordinal);

    private StatementCounter(Func<StatementRecord, IEnumerable<(string Key, string Name)>> groupsOf) => this.groupsOf = groupsOf;

    /// <summary>Counts by one of the values of the groupBy parameter.</summary>
    public static StatementCounter By(string groupBy) => new(groupBy switch
    {
        "official" => ByOfficial,
        "source" => BySource,
        "month" => ByMonth,
        "organisation" => ByOrganisation,
        "type" => ByKind,
        _ => ByWord,
    });

    /// <summary>The groups, the largest first; months in their order.</summary>
    public IEnumerable<StatisticsGroup> Groups => groupsOf == ByMonth
        ? groups.Values.OrderBy(g => g.Key, StringComparer.Ordinal)
        : groups.Values.OrderByDescending(g => g.Count).ThenBy(g => g.Key, StringComparer.Ordinal);

    /// <summary>Counts one more. The name of a group is the one seen first, which is the newest.</summary>
    public void Add(StatementRecord statement)
    {
        foreach (var (key, name) in groupsOf(statement).DistinctBy(group => group.Key, StringComparer.Ordinal))
            groups[key] = groups.TryGetValue(key, out var group) ? group with { Count = group.Count + 1 } : new StatisticsGroup(key, name, 1);
    }

    private static IEnumerable<(string Key, string Name)> ByOfficial(StatementRecord statement)
    {
        if (statement.Speaker is { Id: { } id, Name: { } name, IsOfficial: true }) yield return (id, name);
    }

    private static IEnumerable<(string Key, string Name)> BySource(StatementRecord statement) =>
        statement.Places.Select(place => place.Article.Source).Prepend(statement.Article.Source).Select(source => (source, source));

    private static IEnumerable<(string Key, string Name)> ByMonth(StatementRecord statement)
    {
        var month = statement.Article.ListedAt.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        yield return (month, month);
    }

    private static IEnumerable<(string Key, string Name)> ByOrganisation(StatementRecord statement)
    {
        if (statement.Speaker.Organisation is { } body && WordAnalyser.NameKey(body) is { Length: > 0 } key) yield return (key, body);
    }

    private static IEnumerable<(string Key, string Name)> ByKind(StatementRecord statement)
    {
        var kind = statement.Kind.ToString().ToLowerInvariant();
        yield return (kind, kind);
    }

    private static IEnumerable<(string Key, string Name)> ByWord(StatementRecord statement) =>
        WordAnalyser.Words(statement.Text).Where(word => !word.IsStop && !word.Surface.All(char.IsDigit)).Select(word => (word.Stem, word.Surface));
}
