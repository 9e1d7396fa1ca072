using System.Text.Json;

namespace Ingest.LocalHost.Sample;

/// <summary>What WordPress with Yoast writes into the head: Open Graph and a JSON-LD graph.</summary>
internal static class WordPressMeta
{
    public static string Head(string site, Uri home, string address, string picture, SampleArticle article)
    {
        var published = Utc(article.Published);
        var modified = Utc(article.Modified);
        List<string> lines =
        [
            Property("og:locale", article.Language.Replace('-', '_')),
            Property("og:type", "article"),
            Property("og:title", $"{article.Title} - {site}"),
            Property("og:description", article.Summary),
            Property("og:url", address),
            Property("og:site_name", site),
            Property("og:image", picture),
        ];
        if (article.Dates is DateForm.Meta)
        {
            lines.Add(Property("article:published_time", published));
            if (modified != published) lines.Add(Property("article:modified_time", modified));
        }

        lines.Add($"<meta name=\"author\" content=\"{Markup.Text(string.Join(", ", article.Authors))}\">");
        var hasDates = article.Dates is DateForm.Meta or DateForm.JsonLd;
        lines.Add($"<script type=\"application/ld+json\" class=\"yoast-schema-graph\">{JsonSerializer.Serialize(Graph(site, home, address, picture, article, hasDates ? (published, modified) : null))}</script>");
        return Markup.Lines(lines);
    }

    private static Dictionary<string, object> Graph(string site, Uri home, string address, string picture, SampleArticle article, (string Published, string Modified)? dates)
    {
        var page = new Dictionary<string, object> { ["@type"] = "WebPage", ["@id"] = address, ["url"] = address, ["name"] = $"{article.Title} - {site}", ["inLanguage"] = article.Language };
        var words = new Dictionary<string, object>
        {
            ["@type"] = "NewsArticle",
            ["@id"] = $"{address}#article",
            ["isPartOf"] = new Dictionary<string, object> { ["@id"] = address },
            ["author"] = article.Authors.Select(author => new Dictionary<string, object> { ["@type"] = "Person", ["name"] = author }).ToArray(),
            ["headline"] = article.Title,
            ["image"] = new Dictionary<string, object> { ["@type"] = "ImageObject", ["url"] = picture },
            ["keywords"] = article.Tags,
            ["articleSection"] = new[] { article.Section },
            ["inLanguage"] = article.Language,
        };
        if (article.Teaser) words["isAccessibleForFree"] = false;
        if (dates is { } known)
        {
            foreach (var node in new[] { page, words }) (node["datePublished"], node["dateModified"]) = known;
        }

        var whole = new Dictionary<string, object> { ["@type"] = "WebSite", ["@id"] = $"{home}#website", ["url"] = home, ["name"] = site };
        return new() { ["@context"] = "https://schema.org", ["@graph"] = new[] { words, page, whole } };
    }

    private static string Property(string name, string content) => $"<meta property=\"{name}\" content=\"{Markup.Text(content)}\">";

    private static string Utc(DateTimeOffset time) => $"{time.ToUniversalTime():yyyy-MM-ddTHH:mm:sszzz}";
}
