namespace Ingest.Articles;

/// <summary>A page as it was read: its article, or the part of one that it holds.</summary>
/// <param name="Article">What it holds.</param>
/// <param name="NextPage">The page that the article goes on, or null where it ends here.</param>
public sealed record ArticlePage(Article Article, Uri? NextPage)
{
    /// <summary>The whole article of a first page and those that go on with it, in order; what they say of it is the first's.</summary>
    /// <param name="first">The article of the first page.</param>
    /// <param name="others">The articles of the others; those that hold none are passed over, and paragraphs that pages repeat count once.</param>
    public static Article Join(Article first, IEnumerable<Article> others)
    {
        var whole = first;
        var seen = first.Paragraphs.ToHashSet(StringComparer.Ordinal);
        foreach (var next in others)
        {
            if (next.Kind != PageKind.Article) continue;
            whole = whole with
            {
                Paragraphs = [.. whole.Paragraphs, .. next.Paragraphs.Where(seen.Add)],
                Captions = [.. whole.Captions, .. next.Captions.Except(whole.Captions)],
                Credit = whole.Credit ?? next.Credit,
            };
        }

        return whole;
    }
}
