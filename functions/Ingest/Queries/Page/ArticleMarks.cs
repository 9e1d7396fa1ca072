using Ingest.Storage.Record;

namespace Ingest.Queries.Page;

/// <summary>What is marked in an article's text, each leading to its record.</summary>
internal static class ArticleMarks
{
    /// <summary>Of an article of the record.</summary>
    public static IEnumerable<Mark> Of(ArticleAnswer article) => Of(article.Statements, article.Officials, article.Figures, article.Dates);

    /// <summary>Of a text that was tried.</summary>
    public static IEnumerable<Mark> Of(ExtractAnswer tried) => Of(tried.Statements, tried.Officials, tried.Figures, tried.Dates).Select(mark => mark with { Address = null });

    private static IEnumerable<Mark> Of(IEnumerable<StatementRecord> statements, IEnumerable<NamedOfficial> officials, IEnumerable<FigureRecord> figures, IEnumerable<DateRecord> dates)
    {
        foreach (var statement in statements)
        {
            var title = $"Statement by {statement.Speaker.Name ?? "an unknown speaker"}";
            for (var at = 0; at < statement.Pieces.Length; at++)
            {
                var piece = statement.Pieces[at];
                var (isFirst, isLast) = (at == 0, at == statement.Pieces.Length - 1);
                yield return new Mark(new TextSpan(piece.Start, piece.End), MarkKind.Statement, title, isLast ? $"/statements/{statement.Id}" : null, isFirst ? statement.Id : null);
            }
        }

        foreach (var official in officials)
        {
            var title = official.Roles.Length == 0 ? official.Name : $"{official.Name}, {Wording.Before(official.Roles[0].Status)}{official.Roles[0].Title}";
            foreach (var mention in official.Mentions) yield return new Mark(new TextSpan(mention.Start, mention.End), MarkKind.Official, title, $"/officials/{official.Id}");
        }

        foreach (var figure in figures)
        {
            var title = $"{Wording.Value(figure.Low, figure.High, figure.Bound)}{(figure.Unit == "-" ? "" : $" {figure.Unit}")}";
            var address = figure.Series is { } series ? $"/figures?series={Uri.EscapeDataString(series)}" : null;
            yield return new Mark(new TextSpan(figure.Start, figure.End), MarkKind.Figure, title, address, figure.Id);
        }

        foreach (var date in dates)
        {
            var address = date.From is { } from ? $"/calendar?month={from.Year:0000}-{from.Month:00}#d{from:yyyy-MM-dd}" : null;
            yield return new Mark(new TextSpan(date.Start, date.End), MarkKind.Date, Days(date), address, date.Id);
        }
    }

    private static string Days(DateRecord date) => date switch
    {
        { From: { } from, To: { } to } when from == to => Wording.ShortDay(from),
        { From: { } from, To: { } to } => $"{Wording.ShortDay(from)} to {Wording.ShortDay(to)}",
        { Value: { } value } => value,
        _ => "a time that the text does not fix",
    };
}
