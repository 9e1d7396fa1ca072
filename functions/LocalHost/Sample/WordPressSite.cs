using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Ingest.LocalHost.Sample;

/// <summary>How one publisher's WordPress is set up.</summary>
/// <param name="Name">The site's name.</param>
/// <param name="Templates">The name that its templates begin with.</param>
/// <param name="Listing">The path of its listing page, with both slashes.</param>
/// <param name="ListingTitle">The listing's headline.</param>
/// <param name="WholeTextInFeed">Whether content:encoded carries the whole text.</param>
/// <param name="Card">One article on the listing page: its address, its title, its picture's address.</param>
internal sealed record WordPressStyle(string Name, string Templates, string Listing, string ListingTitle, bool WholeTextInFeed, Func<string, string, string, string> Card);

/// <summary>A stock WordPress: feed, REST, listing with a pager, articles under their slug, short links, sitemaps.</summary>
internal sealed class WordPressSite(WordPressStyle style, Uri home)
{
    private const int PerPage = 8;
    private readonly Template articlePage = Template.Named($"{style.Templates}-article");
    private readonly Template listingPage = Template.Named($"{style.Templates}-listing");

    /// <summary>Answers a request, or null where this site has no such page.</summary>
    public SamplePage? Answer(HttpRequest request, IReadOnlyList<SampleArticle> articles)
    {
        var path = request.Path.Value ?? "/";
        if (path == "/" && request.Query["p"].ToString() is { Length: > 0 } number)
            return articles.FirstOrDefault(article => $"{article.Id}" == number) is { } numbered ? SamplePage.MovedTo(Address(numbered)) : null;
        return path switch
        {
            "/" => Listing(articles, 1),
            "/feed/" => WordPressFeed.Page(style, home, articles),
            "/feed" => SamplePage.MovedTo($"{home}feed/"),
            "/wp-json/" => new SamplePage(WordPressRest.Root(style.Name, home), "application/json"),
            "/wp-json/wp/v2/posts" => WordPressRest.Page(home, request.Query, articles),
            "/robots.txt" => new SamplePage($"User-agent: *\nDisallow: /wp-admin/\nAllow: /wp-admin/admin-ajax.php\n\nSitemap: {home}sitemap.xml\n", "text/plain"),
            "/sitemap.xml" => Sitemaps.Index(home, articles),
            "/post-sitemap.xml" => Sitemaps.Posts(articles.Select(article => (Address(article), article))),
            "/news-sitemap.xml" => Sitemaps.News(style.Name, articles.Select(article => (Address(article), article))),
            _ when path.StartsWith(style.Listing, StringComparison.Ordinal) => Listing(articles, PageNumber(path[style.Listing.Length..])),
            _ when articles.FirstOrDefault(article => path == $"/{article.Slug}/") is { } article => Article(article, articles),
            _ when articles.Any(article => path == $"/{article.Slug}") => SamplePage.MovedTo($"{home}{path[1..]}/"),
            _ => null,
        };
    }

    /// <summary>The canonical address of an article.</summary>
    public string Address(SampleArticle article) => $"{home}{article.Slug}/";

    /// <summary>The short link, which is also the feed's guid.</summary>
    public static string ShortLink(Uri home, SampleArticle article) => $"{home}?p={article.Id}";

    private static int PageNumber(string rest) =>
        rest.Length == 0 ? 1 : rest.StartsWith("page/", StringComparison.Ordinal) && int.TryParse(rest[5..].TrimEnd('/'), out var page) ? page : 0;

    private SamplePage? Listing(IReadOnlyList<SampleArticle> articles, int page)
    {
        var shown = articles.Skip((page - 1) * PerPage).Take(PerPage).ToList();
        if (page < 1 || shown.Count == 0) return null;
        var last = (articles.Count + PerPage - 1) / PerPage;
        var pager = new List<string>();
        if (page > 1) pager.Add($"<a class=\"prev page-numbers\" href=\"{PageAddress(page - 1)}\">Newer</a>");
        pager.Add($"<span class=\"page-numbers current\">{page}</span>");
        if (page < last) pager.Add($"<a class=\"next page-numbers\" href=\"{PageAddress(page + 1)}\">Older</a>");
        return new SamplePage(
            listingPage.Fill(new Dictionary<string, string>
            {
                ["title"] = style.ListingTitle,
                ["url"] = PageAddress(page),
                ["home"] = $"{home}",
                ["cards"] = Markup.Lines(shown.Select(article => style.Card(Address(article), article.Title, Picture(article)))),
                ["pager"] = Markup.Lines(pager),
            }),
            Modified: articles.Max(article => article.Modified));

        string PageAddress(int number) => number == 1 ? $"{home}{style.Listing[1..]}" : $"{home}{style.Listing[1..]}page/{number}/";
    }

    private SamplePage Article(SampleArticle article, IReadOnlyList<SampleArticle> articles)
    {
        var others = articles.Where(other => other.Slug != article.Slug).ToList();
        var related = others.Where(other => other.Section == article.Section).Concat(others).Distinct().Take(3).Select(ListItem);
        var readMore = article.Id % 2 == 0 ? Markup.Link(Address(others[article.Id % others.Count]), others[article.Id % others.Count].Title) : null;
        var body = Markup.Paragraphs(article, readMore);
        if (article.Teaser) body += "\n<div class=\"subscribe-wall\"><p>This story is for subscribers.</p><p><a href=\"" + home + "subscribe/\">Subscribe now to continue reading</a></p></div>";
        return new SamplePage(
            articlePage.Fill(new Dictionary<string, string>
            {
                ["language"] = article.Language,
                ["title"] = article.Title,
                ["summary"] = article.Summary,
                ["url"] = Address(article),
                ["shortlink"] = ShortLink(home, article),
                ["home"] = $"{home}",
                ["id"] = $"{article.Id}",
                ["meta"] = WordPressMeta.Head(style.Name, home, Address(article), Picture(article), article),
                ["categories"] = Markup.Link($"{home}category/{Slug(article.Section)}/", article.Section),
                ["byline"] = Markup.Lines(article.Authors.Select(author => $"<span class=\"byline author vcard\">By {Markup.Link($"{home}author/{Slug(author)}/", author)}</span>")),
                ["date"] = Date(article),
                ["picture"] = Pictures(article),
                ["body"] = body,
                ["tags"] = Markup.Lines(article.Tags.Select(tag => $"<a href=\"{home}tag/{Slug(tag)}/\" rel=\"tag\">{Markup.Text(tag)}</a>")),
                ["related"] = Markup.Lines(related),
                ["popular"] = Markup.Lines(others.Take(5).Select(ListItem)),
            }),
            Modified: article.Modified);

        string ListItem(SampleArticle other) => $"<li>{Markup.Link(Address(other), other.Title)}</li>";
    }

    private static string Date(SampleArticle article) => article.Dates switch
    {
        DateForm.None => "",
        DateForm.Words => $"<span class=\"posted-on\">{article.Published.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture)}</span>",
        _ => $"<span class=\"posted-on\"><time class=\"entry-date published\" datetime=\"{article.Published:yyyy-MM-ddTHH:mm:sszzz}\">{article.Published.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture)}</time></span>",
    };

    private string Pictures(SampleArticle article) => Markup.Lines(article.Captions.Select(caption =>
        $"<figure class=\"post-thumbnail wp-caption\"><img src=\"{Picture(article)}\" alt=\"{Markup.Text(article.Title)}\" width=\"1200\" height=\"800\"><figcaption class=\"wp-caption-text\">{Markup.Text(caption)}</figcaption></figure>"));

    private string Picture(SampleArticle article) =>
        $"{home}wp-content/uploads/{article.Published.ToString("yyyy/MM", CultureInfo.InvariantCulture)}/{article.Slug[..Math.Min(20, article.Slug.Length)].TrimEnd('-')}.jpg";

    private static string Slug(string words) => words.ToLowerInvariant().Replace(' ', '-');
}
