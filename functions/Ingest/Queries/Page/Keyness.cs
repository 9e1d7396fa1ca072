using Ingest.Storage.Record;

namespace Ingest.Queries.Page;

/// <summary>A word that somebody uses more than others do.</summary>
/// <param name="Stem">What its forms share.</param>
/// <param name="Word">The commonest form.</param>
/// <param name="Count">How often it occurs in the speaker's statements.</param>
internal sealed record SpokenTerm(string Stem, string Word, int Count);

/// <summary>
/// What somebody speaks of most, against the rest of the record: Dunning's log-likelihood of each word's frequency in the one's
/// statements against all others' (Dunning 1993; Rayson and Garside 2000).
/// </summary>
internal static class Keyness
{
    // Said once, a word tells nothing of what somebody speaks of.
    private const int LeastCount = 2;

    // Chi-squared with one degree of freedom at p < 0.05.
    private const double Significant = 3.84;

    /// <summary>The terms, the most telling first.</summary>
    public static IReadOnlyList<SpokenTerm> Of(IReadOnlyCollection<StatementRecord> own, IEnumerable<StatementRecord> record, int most)
    {
        var ids = own.Select(statement => statement.Id).ToHashSet(StringComparer.Ordinal);
        var mine = Count(own);
        var theirs = Count(record.Where(statement => !ids.Contains(statement.Id)));
        double mineTotal = mine.Values.Sum(found => found.Count), theirsTotal = theirs.Values.Sum(found => found.Count);
        if (mineTotal == 0) return [];
        return
        [
            .. mine.Values.Where(found => found.Count >= LeastCount)
                .Select(found => (Found: found, Others: theirs.GetValueOrDefault(found.Stem)?.Count ?? 0))
                .Where(pair => pair.Found.Count / mineTotal > pair.Others / Math.Max(1, theirsTotal))
                .Select(pair => (pair.Found, Score: LogLikelihood(pair.Found.Count, pair.Others, mineTotal, theirsTotal)))
                .Where(pair => pair.Score >= Significant || theirsTotal == 0)
                .OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Found.Stem, StringComparer.Ordinal)
                .Take(most)
                .Select(pair => pair.Found),
        ];
    }

    private static Dictionary<string, SpokenTerm> Count(IEnumerable<StatementRecord> statements) => statements
        .SelectMany(statement => WordAnalyser.Words(statement.Text))
        .Where(word => !word.IsStop && word.Stem.Length > 2 && !char.IsDigit(word.Stem[0]))
        .GroupBy(word => word.Stem, StringComparer.Ordinal)
        .ToDictionary(
            group => group.Key,
            group => new SpokenTerm(group.Key, group.GroupBy(word => word.Surface, StringComparer.Ordinal).MaxBy(form => form.Count())!.Key, group.Count()),
            StringComparer.Ordinal);

    private static double LogLikelihood(double mine, double theirs, double mineTotal, double theirsTotal)
    {
        var expectedMine = mineTotal * (mine + theirs) / (mineTotal + theirsTotal);
        var expectedTheirs = theirsTotal * (mine + theirs) / (mineTotal + theirsTotal);
        return 2 * (Term(mine, expectedMine) + Term(theirs, expectedTheirs));

        static double Term(double seen, double expected) => seen == 0 ? 0 : seen * Math.Log(seen / expected);
    }
}
