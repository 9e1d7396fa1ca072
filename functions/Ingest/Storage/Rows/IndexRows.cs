using Ingest.Queries;
using Ingest.Storage.Record;

namespace Ingest.Storage.Rows;

/// <summary>
/// Computes the rows by which a cluster's mentions are found, from the mentions alone: what an article once put into any table can be
/// told, and taken away, without having been written down.
/// </summary>
internal static class IndexRows
{
    /// <summary>Stems of one statement that are indexed; nobody says more than these, but a hostile page may.</summary>
    private const int MostStems = 400;

    /// <summary>All rows but the truth itself, the officials and the change.</summary>
    public static IEnumerable<RowWrite> Of(RecordedCluster cluster) =>
    [
        .. Timeline(StorageNames.StatementsTable, cluster.Statements),
        .. Timeline(StorageNames.FiguresTable, cluster.Figures),
        .. Postings(cluster.Statements, Terms),
        .. Postings(cluster.Figures, Terms),
        .. Dates(cluster),
        .. Sightings(cluster),
        .. Headlines(cluster),
    ];

    private static IEnumerable<RowWrite> Timeline<TMention>(string table, IEnumerable<TMention> mentions)
        where TMention : class, IMention<TMention> =>
        ByArticle(mentions).Select(article =>
            new RowWrite(table, RowKeys.InvertedMonth(article.Key.ListedAt), Places.Of(article.Key), RowBody.Pack(article.ToList())));

    private static IEnumerable<RowWrite> Postings<TMention>(IEnumerable<TMention> mentions, Func<TMention, IEnumerable<string>> terms)
        where TMention : class, IMention<TMention> =>
        ByArticle(mentions).SelectMany(article => article
            .SelectMany(mention => terms(mention).Distinct(StringComparer.Ordinal).Select(term => (Term: term, Mention: mention)))
            .GroupBy(pair => pair.Term, pair => pair.Mention, StringComparer.Ordinal)
            .Select(posting => new RowWrite(
                StorageNames.PostingsTable, PostingRows.Partition(posting.Key), PostingRows.Key(posting.Key, article.Key), RowBody.Pack(posting.ToList()))));

    private static IEnumerable<RowWrite> Dates(RecordedCluster cluster) =>
        ByArticle(cluster.Dates).SelectMany(article => article
            .Where(date => date.From is not null)
            .GroupBy(date => (Class: DateRows.ClassOf(DaysOf(date)), From: date.From!.Value))
            .Select(day => new RowWrite(
                StorageNames.DatesTable, DateRows.Partition(day.Key.Class, day.Key.From), DateRows.Key(day.Key.From, article.Key), RowBody.Pack(day.ToList()))));

    // Each article of a cluster has its own.
    private static IEnumerable<RowWrite> Sightings(RecordedCluster cluster) =>
        cluster.Officials.GroupBy(seen => (Term: PostingRows.Term(PostingField.Official, seen.OfficialId), Key: Places.Of(seen.Article))).Select(same => new RowWrite(
            StorageNames.PostingsTable, PostingRows.Partition(same.Key.Term), PostingRows.Key(same.Key.Term, same.First().Article), RowBody.Pack(same.ToList())));

    private static IEnumerable<RowWrite> Headlines(RecordedCluster cluster) => cluster.Headlines.SelectMany(headline =>
    {
        // They are packed once, and stand unchanged under every term.
        var (article, body) = (headline.Article, RowBody.Pack(new[] { headline }));
        return SearchableWords.Of(headline).Where(w => !w.IsStop).Select(w => w.Stem).Distinct(StringComparer.Ordinal)
            .Select(stem => PostingRows.Term(PostingField.HeadlineWord, stem))
            .Append(PostingRows.Term(PostingField.HeadlineSource, article.Source))
            .Select(term => new RowWrite(StorageNames.PostingsTable, PostingRows.Partition(term), PostingRows.Key(term, article), body))
            .Append(new RowWrite(StorageNames.HeadlinesTable, RowKeys.InvertedMonth(article.ListedAt), Places.Of(article), body));
    });

    private static int DaysOf(DateRecord date) => (date.To ?? date.From!.Value).DayNumber - date.From!.Value.DayNumber + 1;

    private static IEnumerable<string> Terms(StatementRecord statement)
    {
        foreach (var stem in SearchableWords.Of(statement).Where(w => !w.IsStop).Select(w => w.Stem).Distinct(StringComparer.Ordinal).Take(MostStems))
            yield return PostingRows.Term(PostingField.Word, stem);
        foreach (var speaker in statement.Speaker.Keys) yield return PostingRows.Term(PostingField.Speaker, speaker);
        if (statement.Speaker.Organisation is { } body && WordAnalyser.NameKey(body) is { Length: > 0 } key) yield return PostingRows.Term(PostingField.Organisation, key);
        foreach (var source in Sources(statement)) yield return PostingRows.Term(PostingField.Source, source);
    }

    private static IEnumerable<string> Terms(FigureRecord figure)
    {
        foreach (var word in SearchableWords.Of(figure).Where(w => !w.IsStop)) yield return PostingRows.Term(PostingField.Counted, word.Stem);
        if (figure.Series is { } series) yield return PostingRows.Term(PostingField.Series, series);
        foreach (var speaker in figure.Speaker?.Keys ?? []) yield return PostingRows.Term(PostingField.Cites, speaker);
        foreach (var source in Sources(figure)) yield return PostingRows.Term(PostingField.FigureSource, source);
    }

    private static IEnumerable<string> Sources<TMention>(TMention mention)
        where TMention : class, IMention<TMention> =>
        mention.Places.Select(place => place.Article.Source).Prepend(mention.Article.Source);

    private static IEnumerable<IGrouping<ArticleHead, TMention>> ByArticle<TMention>(IEnumerable<TMention> mentions)
        where TMention : class, IMention<TMention> =>
        mentions.OrderBy(m => m.Start).ThenBy(m => m.Id, StringComparer.Ordinal).GroupBy(m => m.Article);
}
