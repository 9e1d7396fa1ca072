using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Ingest.LocalHost.Sample;

/// <summary>WordPress's REST collection of posts, as far as readers of it go: per_page, page, after, before, order.</summary>
internal static class WordPressRest
{
    private static readonly string[] Namespaces = ["oembed/1.0", "wp/v2"];

    public static string Root(string site, Uri home) => JsonSerializer.Serialize(new { name = site, home, namespaces = Namespaces });

    public static SamplePage Page(Uri home, IQueryCollection query, IReadOnlyList<SampleArticle> articles)
    {
        var chosen = articles
            .Where(article => Time("after") is not { } after || article.Published > after)
            .Where(article => Time("before") is not { } before || article.Published < before)
            .ToList();
        if (query["order"] == "asc") chosen.Reverse();
        var (perPage, page) = (Number("per_page", 10), Number("page", 1));
        var pages = Math.Max(1, (chosen.Count + perPage - 1) / perPage);
        if (page > pages || perPage > 100)
            return new SamplePage("""{"code":"rest_post_invalid_page_number","message":"The page number requested is larger than the number of pages available.","data":{"status":400}}""", "application/json", Status: StatusCodes.Status400BadRequest);
        return new SamplePage(JsonSerializer.Serialize(chosen.Skip((page - 1) * perPage).Take(perPage).Select(article => Post(home, article))), "application/json")
        {
            Headers = new Dictionary<string, string> { ["X-WP-Total"] = $"{chosen.Count}", ["X-WP-TotalPages"] = $"{pages}" },
        };

        // Without an offset WordPress reads a time in the site's zone, which is UTC here.
        DateTimeOffset? Time(string name) =>
            DateTimeOffset.TryParse(query[name], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

        int Number(string name, int otherwise) => int.TryParse(query[name], out var number) && number > 0 ? number : otherwise;
    }

    private static object Post(Uri home, SampleArticle article) => new
    {
        id = article.Id,
        date = Local(article.Published),
        date_gmt = Local(article.Published),
        guid = new { rendered = WordPressSite.ShortLink(home, article) },
        modified = Local(article.Modified),
        modified_gmt = Local(article.Modified),
        slug = article.Slug,
        status = "publish",
        type = "post",
        link = $"{home}{article.Slug}/",
        title = new { rendered = Markup.Text(article.Title) },
        content = new { rendered = Markup.Paragraphs(article, readMore: null), @protected = false },
        excerpt = new { rendered = $"<p>{Markup.Text(article.Summary)}</p>", @protected = false },
    };

    private static string Local(DateTimeOffset time) => time.UtcDateTime.ToString("s", CultureInfo.InvariantCulture);
}
