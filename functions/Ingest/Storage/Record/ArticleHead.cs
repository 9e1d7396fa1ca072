namespace Ingest.Storage.Record;

/// <summary>What every answer tells of the article that it comes from.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Revision">The revision that was extracted, from 1.</param>
/// <param name="Cluster">Id of the cluster of copies that it belongs to; its own where it stands alone.</param>
/// <param name="Title">The headline.</param>
/// <param name="Url">The canonical address.</param>
/// <param name="Source">Id of the source.</param>
/// <param name="Published">With the publisher's offset; null where the page does not say.</param>
/// <param name="ListedAt">The time that it is listed under, UTC.</param>
/// <param name="Credit">The original publisher of a syndicated copy, or null.</param>
public sealed record ArticleHead(
    string Id,
    int Revision,
    string Cluster,
    string Title,
    Uri Url,
    string Source,
    DateTimeOffset? Published,
    DateTimeOffset ListedAt,
    string? Credit)
{
    /// <summary>The head of a stored article.</summary>
    public static ArticleHead Of(StoredArticle stored) => new(
        stored.Id,
        stored.Revision,
        stored.ClusterId,
        stored.Article.Title,
        stored.Article.Url,
        stored.SourceId,
        stored.Article.Published,
        stored.ListedAt,
        stored.Article.Credit);
}

/// <summary>Another article of the cluster that carries the same words.</summary>
/// <param name="Article">That article.</param>
/// <param name="Start">Where the words start in its text, in UTF-16 units.</param>
/// <param name="End">Where they end, exclusive.</param>
public sealed record Place(ArticleHead Article, int Start, int End);
