using Ingest.Articles;
using Ingest.Feeds;
using Ingest.Network.Robots;
using Ingest.Sources;

namespace Ingest.Evaluation.Fuzzing;

/// <summary>Everything that reads bytes of strangers, by name.</summary>
internal static class Parsers
{
    private static readonly Uri Address = new("https://paper.example/section/article");

    public static IReadOnlyList<(string Name, Action<byte[]> Parse)> All { get; } =
    [
        ("feed", bytes => FeedParser.Parse(bytes, null, Address)),
        ("sitemap", bytes => SitemapParser.Parse(bytes, null, Address)),
        ("WordPress", bytes => WordPressParser.Parse(bytes, null, Address)),
        ("listing", bytes => ListingParser.Parse(bytes, null, Address, null)),
        ("discovery", bytes => FeedDiscovery.Find(bytes, null, Address)),
        ("article", bytes => ArticleParser.Parse(bytes, null, Address)),
        ("article by rule", bytes => ArticleParser.Parse(bytes, null, Address, BuiltInSources.All["post"])),
        ("robots.txt", bytes => RobotsParser.Parse(bytes, "Ingest")),
        ("pasted text", bytes => PlainTextParser.Parse(System.Text.Encoding.UTF8.GetString(bytes))),
    ];
}
