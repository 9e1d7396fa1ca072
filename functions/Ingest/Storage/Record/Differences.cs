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
        .. Of("statement", formers.Select(f => f.Statements), now.Statements, s => s.Id, s => new Change("statement", s.Id, false, Statement: s)),
        .. Of("figure", formers.Select(f => f.Figures), now.Figures, f => f.Id, f => new Change("figure", f.Id, false, Figure: f)),
        .. Of("date", formers.Select(f => f.Dates), now.Dates, d => d.Id, d => new Change("date", d.Id, false, Date: d)),
        .. Of("article", formers.Select(f => f.Headlines), now.Headlines, h => h.Article.Id, h => new Change("article", h.Article.Id, false, Article: h)),
        .. Of("correction", formers.Select(f => f.Corrections), now.Corrections, c => c.Id, c => new Change("correction", c.Id, false, Correction: c)),
    ];

    private static IEnumerable<Change> Of<T>(string kind, IEnumerable<ImmutableArray<T>> formers, ImmutableArray<T> now, Func<T, string> id, Func<T, Change> tell)
    {
        var before = formers.Select(f => f.ToDictionary(id, Json, StringComparer.Ordinal)).ToList();
        var gone = before.SelectMany(b => b.Keys).Distinct(StringComparer.Ordinal).Except(now.Select(id), StringComparer.Ordinal);
        return gone.Select(gone => new Change(kind, gone, IsDeleted: true))
            .Concat(now.Where(m => before.Any(b => b.GetValueOrDefault(id(m)) != Json(m))).Select(tell));
    }

    private static string Json<T>(T it) => JsonSerializer.Serialize(it, RecordJson.Options);
}
