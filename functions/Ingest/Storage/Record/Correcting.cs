using System.Collections.Immutable;
using Ingest.Extraction.Officials;
using Ingest.Extraction.Statements;

namespace Ingest.Storage.Record;

/// <summary>
/// Puts corrections in the place of what was extracted. A correction finds its statement by its id, which words keep in every revision and
/// extraction; where a better extractor took other words, by its place in the same revision. Where neither is there any more it rests.
/// </summary>
internal static class Correcting
{
    /// <summary>The article with the corrections that are in force, the latest last.</summary>
    public static RecordedArticle Corrected(this RecordedArticle article, IEnumerable<Correction> corrections)
    {
        var inForce = corrections.Where(c => c.Undone is null).OrderBy(c => c.At).ThenBy(c => c.Id, StringComparer.Ordinal).ToList();
        if (inForce.Count == 0) return article;
        var statements = inForce.Aggregate(article.Statements, (now, correction) => Apply(article, now, correction));
        return Merged(WithHolders(article, statements), inForce);
    }

    private static ImmutableArray<StatementRecord> Apply(RecordedArticle article, ImmutableArray<StatementRecord> statements, Correction correction)
    {
        if (correction.Was is not { } was) return statements;
        var isSameText = article.Head.Id == was.Article.Id && article.Head.Revision == was.Article.Revision;
        var meant = statements.Where(s => s.Id == correction.Target).ToList();
        if (meant.Count == 0 && isSameText) meant = [.. statements.Where(s => AreAlike(s, was))];
        if (meant.Count == 0 && !isSameText) return statements;

        var others = statements.RemoveRange(meant);
        if (correction.Kind == CorrectionKind.NotAStatement) return others;
        var before = meant.FirstOrDefault() ?? was with { Article = article.Head };
        var after = correction.Kind == CorrectionKind.Speaker
            ? before with { Speaker = SpeakerOf(article, correction, before.Speaker) }
            : Moved(correction.Becomes!, by: before.Id == was.Id ? before.Start - was.Start : 0) with { Speaker = before.Speaker, Article = before.Article, Kind = before.Kind, Cue = before.Cue };
        return [.. others.Add(after with { Id = correction.Target, Confidence = 1 }).OrderBy(s => s.Start)];
    }

    // Half of the shorter one's words lie in both.
    private static bool AreAlike(StatementRecord one, StatementRecord other)
    {
        var common = Math.Min(one.End, other.End) - Math.Max(one.Start, other.Start);
        return 2 * common >= Math.Min(one.End - one.Start, other.End - other.Start) && common > 0;
    }

    private static SpeakerRecord SpeakerOf(RecordedArticle article, Correction correction, SpeakerRecord before)
    {
        const string byEditor = "correction";
        if (correction.Name is not { } name) return new SpeakerRecord(null, null, before.Mention, correction.Title, null, SpeakerKind.Unknown, byEditor, IsOfficial: false);
        var key = OfficialKey.Of(name);
        var official = article.Officials.FirstOrDefault(o => OfficialKey.Of(o.Name) == key);
        var role = official?.Roles.FirstOrDefault();
        return new SpeakerRecord(official?.OfficialId ?? key, name, before.Mention, correction.Title ?? role?.Title, role?.Organisation, SpeakerKind.Person, byEditor, official is not null);
    }

    private static StatementRecord Moved(StatementRecord statement, int by) => by == 0 ? statement : statement with
    {
        Start = statement.Start + by,
        End = statement.End + by,
        ContextStart = statement.ContextStart + by,
        Pieces = [.. statement.Pieces.Select(p => p with { Start = p.Start + by, End = p.End + by })],
    };

    // Figures and dates belong to the statement that they stand in, whatever became of it.
    private static RecordedArticle WithHolders(RecordedArticle article, ImmutableArray<StatementRecord> statements)
    {
        if (statements == article.Statements) return article;
        return article with
        {
            Statements = statements,
            Figures = [.. article.Figures.Select(f => Holder(f.Start, f.End) is var holder ? f with { StatementId = holder?.Id, Speaker = holder?.Speaker } : f)],
            Dates = [.. article.Dates.Select(d => Holder(d.Start, d.End) is var holder ? d with { StatementId = holder?.Id, Speaker = holder?.Speaker } : d)],
        };

        StatementRecord? Holder(int start, int end) => statements.FirstOrDefault(s => s.Start <= start && end <= s.End);
    }

    private static RecordedArticle Merged(RecordedArticle article, IEnumerable<Correction> corrections)
    {
        var into = Merges(corrections);
        if (into.Count == 0) return article;
        return article with
        {
            Statements = [.. article.Statements.Select(s => s with { Speaker = Speaker(s.Speaker)! })],
            Figures = [.. article.Figures.Select(f => f with { Speaker = Speaker(f.Speaker) })],
            Dates = [.. article.Dates.Select(d => d with { Speaker = Speaker(d.Speaker) })],
            Officials = [.. article.Officials.Select(o => o with { OfficialId = Id(o.OfficialId)! })],
        };

        SpeakerRecord? Speaker(SpeakerRecord? speaker) => speaker is null ? null : speaker with { Id = Id(speaker.Id) };

        string? Id(string? id) => id is not null && into.TryGetValue(id, out var other) ? other : id;
    }

    /// <summary>Where each merged official ends, chains followed; two that were merged into each other stay as they are.</summary>
    private static Dictionary<string, string> Merges(IEnumerable<Correction> corrections)
    {
        var steps = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var merge in corrections.Where(c => c is { Kind: CorrectionKind.Merge, Into: not null })) steps[merge.Target] = merge.Into!;
        var ends = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var from in steps.Keys)
        {
            var (end, seen) = (from, new HashSet<string>(StringComparer.Ordinal));
            while (seen.Add(end) && steps.TryGetValue(end, out var next)) end = next;
            if (!steps.ContainsKey(end)) ends[from] = end;
        }

        return ends;
    }

    /// <summary>The ids of officials and speakers that an article names.</summary>
    public static IEnumerable<string> PeopleOf(RecordedArticle article) =>
        article.Officials.Select(o => o.OfficialId).Concat(article.Statements.Select(s => s.Speaker.Id).OfType<string>());
}
