using System.Collections.Immutable;
using System.Text.Json;

namespace Ingest.Storage.Record;

/// <summary>What readers who know a cluster as it was must be told.</summary>
internal static class Differences
{
    /// <summary>
    /// Every mention that is gone, new or otherwise than in any of <paramref name="formers"/>: whoever applies these to any of them comes
    /// to what is now.
    /// </summary>
    public static ImmutableArray<Change> Between(IReadOnlyList<RecordedCluster> formers, RecordedCluster now) =>
    [
        .. Of("statement", formers.Select(f => f.Statements), now.Statements, s => new Change("statement", s.Id, false, Statement: s)),
        .. Of("figure", formers.Select(f => f.Figures), now.Figures, f => new Change("figure", f.Id, false, Figure: f)),
        .. Of("date", formers.Select(f => f.Dates), now.Dates, d => new Change("date", d.Id, false, Date: d)),
    ];

    private static IEnumerable<Change> Of<TMention>(string kind, IEnumerable<ImmutableArray<TMention>> formers, ImmutableArray<TMention> now, Func<TMention, Change> tell)
        where TMention : class, IMention<TMention>
    {
        var before = formers.Select(f => f.ToDictionary(m => m.Id, Json, StringComparer.Ordinal)).ToList();
        var gone = before.SelectMany(b => b.Keys).Distinct(StringComparer.Ordinal).Except(now.Select(m => m.Id), StringComparer.Ordinal);
        return gone.Select(id => new Change(kind, id, IsDeleted: true))
            .Concat(now.Where(m => before.Any(b => b.GetValueOrDefault(m.Id) != Json(m))).Select(tell));
    }

    private static string Json<TMention>(TMention mention) => JsonSerializer.Serialize(mention, RecordJson.Options);
}
