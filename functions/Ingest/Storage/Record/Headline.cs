namespace Ingest.Storage.Record;

/// <summary>An article as lists give it.</summary>
/// <param name="Article">What it is and where it stands.</param>
/// <param name="Statements">How many it holds.</param>
/// <param name="Officials">How many it names.</param>
/// <param name="Figures">How many it holds.</param>
/// <param name="Dates">How many it holds.</param>
public sealed record Headline(ArticleHead Article, int Statements, int Officials, int Figures, int Dates)
{
    internal static Headline Of(RecordedArticle article) =>
        new(article.Head, article.Statements.Length, article.Officials.Length, article.Figures.Length, article.Dates.Length);
}
