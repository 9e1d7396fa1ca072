using System.Xml.Linq;

namespace Ingest.LocalHost.Sample;

/// <summary>Sitemaps (sitemaps.org 0.9) and Google's news extension of them.</summary>
internal static class Sitemaps
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace NewsMap = "http://www.google.com/schemas/sitemap-news/0.9";

    private static readonly string[] Parts = ["post-sitemap.xml", "news-sitemap.xml"];

    public static SamplePage Index(Uri home, IReadOnlyList<SampleArticle> articles) => Page(new XElement(Map + "sitemapindex",
        Parts.Select(name => new XElement(Map + "sitemap",
            new XElement(Map + "loc", $"{home}{name}"),
            new XElement(Map + "lastmod", Time(articles.Max(article => article.Modified)))))));

    public static SamplePage Posts(IEnumerable<(string Address, SampleArticle Article)> posts) => Page(new XElement(Map + "urlset",
        posts.Select(post => new XElement(Map + "url",
            new XElement(Map + "loc", post.Address),
            new XElement(Map + "lastmod", Time(post.Article.Modified))))));

    public static SamplePage News(string publication, IEnumerable<(string Address, SampleArticle Article)> posts) => Page(new XElement(Map + "urlset",
        new XAttribute(XNamespace.Xmlns + "news", NewsMap),
        posts.Select(post => new XElement(Map + "url",
            new XElement(Map + "loc", post.Address),
            new XElement(NewsMap + "news",
                new XElement(NewsMap + "publication",
                    new XElement(NewsMap + "name", publication),
                    new XElement(NewsMap + "language", post.Article.Language[..2])),
                new XElement(NewsMap + "publication_date", Time(post.Article.Published)),
                new XElement(NewsMap + "title", post.Article.Title))))));

    private static SamplePage Page(XElement root) => new($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{root}\n", "application/xml");

    private static string Time(DateTimeOffset time) => $"{time:yyyy-MM-ddTHH:mm:sszzz}";
}
