using Ingest.Feeds;
using Ingest.Sources;
using Ingest.Storage;

namespace Ingest.Articles;

/// <summary>
/// Reads the stored pages of articles again, by the rules of today. A revision keeps its number and its time, and only what was made of
/// its page is replaced: the revisions of an article tell what its publisher edited, never what we have learnt to read better.
/// <para>
/// What was read before stays where its page cannot be read again: where an age rule has removed it, where its source is not known any
/// more, and where it is no longer taken for an article.
/// </para>
/// </summary>
internal sealed class ArticleRereader(ArticleStore articles, SourceCatalogue sources, ArticleHandOver handOver)
{
    /// <summary>Reads every revision of an article again, and hands it on to extraction where its newest one reads otherwise now. May be run again at any time.</summary>
    public async Task RereadAsync(string id, CancellationToken cancellation)
    {
        foreach (var revision in await articles.RevisionsAsync(id, cancellation).ConfigureAwait(false))
        {
            if (await articles.FindAsync(id, revision.Number, cancellation).ConfigureAwait(false) is not { } stored
                || await sources.FindAsync(stored.SourceId, cancellation).ConfigureAwait(false) is not { } source
                || Read(await articles.PagesAsync(id, revision.Number, cancellation).ConfigureAwait(false), stored.Article.Url, source) is not { } read) continue;
            // What the feed told of it is not on the page.
            var known = stored.Article;
            read = read with { Title = read.Title.Length > 0 ? read.Title : known.Title, Published = PublicationTime.Believed(read.Published, revision.SeenAt) ?? known.Published };
            await articles.ReplaceAsync(id, revision.Number, read, cancellation).ConfigureAwait(false);
        }

        if (await articles.FindHeadAsync(id, cancellation).ConfigureAwait(false) is { } head && head.Announced < head.Revision)
            await handOver.HandOnAsync(head, cancellation).ConfigureAwait(false);
    }

    /// <summary>The article on pages that were kept; null where there is none. Its address was settled when they were fetched.</summary>
    public static Article? Read(IReadOnlyList<(byte[] Content, string ContentType)> pages, Uri address, Source? source)
    {
        var parts = pages.Select(page => ArticleParser.Parse(page.Content, page.ContentType, address, source).Article).ToList();
        return parts is [{ Kind: PageKind.Article } first, .. var others] ? ArticlePage.Join(first, others) with { Url = address } : null;
    }
}
