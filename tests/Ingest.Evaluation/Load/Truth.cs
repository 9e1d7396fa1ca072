using System.Collections.Concurrent;
using Ingest.Articles;
using Ingest.Extraction;
using Ingest.Sources;

namespace Ingest.Evaluation.Load;

/// <summary>What the app must come to: every page read and extracted in memory, without storage, network or faults.</summary>
internal sealed class Truth(NewsStand papers)
{
    private readonly MentionExtractor extractor = new();
    private readonly ConcurrentDictionary<string, KnownArticle> known = new(StringComparer.Ordinal);

    /// <summary>Every article that the app may have seen so far.</summary>
    public IReadOnlyCollection<KnownArticle> All => (IReadOnlyCollection<KnownArticle>)known.Values;

    /// <summary>The article at an address, or null where nobody published one.</summary>
    public KnownArticle? At(string address) => known.GetValueOrDefault(address);

    /// <summary>Reads everything that stands under a number, before the app can.</summary>
    public void Learn(int number)
    {
        foreach (var (paper, address, page) in papers.Pages(number))
        {
            var source = new Source(paper, paper, new Uri(address, "/"), "Asia/Phnom_Penh", "en", FindBy.WordPress, address);
            var article = ArticleParser.Parse(page, "text/html; charset=utf-8", address, source).Article;
            var mentions = extractor.Extract(new ArticleText(article.Text, DateOnly.FromDateTime(article.Published!.Value.DateTime), article.Title));
            known[address.AbsoluteUri] = new KnownArticle(
                address, article.Text, HasCopies: number % NewsStand.CopyEvery == 0, [.. mentions.Statements.Select(s => (s.Span.Start, s.Span.End))], mentions.Figures.Length, mentions.Dates.Length);
        }
    }
}

/// <summary>An article as it was published, and what it yields.</summary>
internal sealed record KnownArticle(Uri Address, string Text, bool HasCopies, IReadOnlyList<(int Start, int End)> Statements, int Figures, int Dates)
{
    /// <summary>Whether words stand in it at a place.</summary>
    public bool Has(int start, int end, string words) => start >= 0 && start <= end && end <= Text.Length && Text.AsSpan(start, end - start).SequenceEqual(words);
}
