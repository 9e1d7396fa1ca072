using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Ingest.LocalHost.Sample;

/// <summary>
/// The pages that the Post's earlier systems left behind: Drupal's /section/slug with section listings, and Joomla's
/// /index.php/YYYYMMDDnumber/Section/slug.html.
/// </summary>
internal sealed class OldPostSite(Uri home)
{
    private const int PerPage = 4;
    private readonly Template drupalPage = Template.Named("drupal-article");
    private readonly Template drupalListing = Template.Named("drupal-listing");
    private readonly Template joomlaPage = Template.Named("joomla-article");
    private readonly IReadOnlyList<SampleArticle> drupal = new SampleShelf("PostDrupal").Articles(afterEdits: false);
    private readonly IReadOnlyList<SampleArticle> joomla = new SampleShelf("PostJoomla").Articles(afterEdits: false);

    /// <summary>Answers a request, or null where these systems have no such page.</summary>
    public SamplePage? Answer(HttpRequest request)
    {
        var path = request.Path.Value ?? "/";
        if (drupal.FirstOrDefault(article => path == DrupalPath(article)) is { } page) return Drupal(page);
        if (joomla.FirstOrDefault(article => path == JoomlaPath(article)) is { } old) return Joomla(old);
        if (path == "/archive") return Listing("Archive", path, [.. drupal, .. joomla], request.Query);
        var section = drupal.Where(article => path == $"/{article.Section}").ToList();
        return section.Count > 0 ? Listing(section[0].Section, path, section, request.Query) : null;
    }

    private static string DrupalPath(SampleArticle article) => $"/{article.Section}/{article.Slug}";

    private static string JoomlaPath(SampleArticle article) => $"/index.php/{article.Published:yyyyMMdd}{article.Id}/{article.Section}/{article.Slug}.html";

    private string PathOf(SampleArticle article) => joomla.Contains(article) ? JoomlaPath(article) : DrupalPath(article);

    private SamplePage? Listing(string title, string path, List<SampleArticle> articles, IQueryCollection query)
    {
        var page = int.TryParse(query["page"], out var number) ? number : 0;
        var shown = articles.Skip(page * PerPage).Take(PerPage).ToList();
        if (page < 0 || shown.Count == 0) return null;
        return new SamplePage(drupalListing.Fill(new Dictionary<string, string>
        {
            ["title"] = title,
            ["cards"] = Markup.Lines(shown.Select(article =>
                $"<li><div class=\"article-image\"><a href=\"{PathOf(article)}\"><img src=\"/sites/default/files/{article.Id}.jpg\" alt=\"\" /></a></div><h3>{Markup.Link(PathOf(article), article.Title)}</h3><p>{Markup.Text(article.Summary)}</p></li>")),
            ["pager"] = (page + 1) * PerPage < articles.Count ? $"<li class=\"pager-next\"><a href=\"{path}?page={page + 1}\">Load more</a></li>" : "",
        }));
    }

    private SamplePage Drupal(SampleArticle article)
    {
        var author = string.Join(" and ", article.Authors);
        return new SamplePage(drupalPage.Fill(new Dictionary<string, string>
        {
            ["title"] = article.Title,
            ["path"] = DrupalPath(article),
            ["url"] = $"{home}{DrupalPath(article)[1..]}",
            ["section"] = article.Section,
            ["byline"] = article.Id % 2 == 0
                ? $"<div class=\"authname\">{Markup.Text(author)}</div>"
                : $"<p><a href=\"/author/{article.Id}\"><span>{Markup.Text(author)}</span></a></p>",
            ["date"] = article.Published.ToString(article.Id % 2 == 0 ? "dd MMMM yyyy | HH:mm 'ICT'" : "dd MMMM yyyy | HH:mm | 'ICT'", CultureInfo.InvariantCulture),
            ["picture"] = Markup.Lines(article.Captions.Select(caption =>
                $"<div class=\"article-image\"><img src=\"/sites/default/files/{article.Id}.jpg\" alt=\"Content image - Phnom Penh Post\" /><div class=\"caption\">{Markup.Text(caption)}</div></div>")),
            ["body"] = Markup.Paragraphs(article, readMore: null),
            ["popular"] = Popular(article),
        }), Modified: article.Modified);
    }

    private SamplePage Joomla(SampleArticle article) => new(joomlaPage.Fill(new Dictionary<string, string>
    {
        ["title"] = article.Title,
        ["byline"] = Markup.Text(string.Join(" and ", article.Authors)),
        ["date"] = article.Published.ToString("dddd, dd MMMM yyyy", CultureInfo.InvariantCulture),
        ["picture"] = Markup.Lines(article.Captions.Select(caption =>
            $"<div class=\"img_caption\"><img src=\"/images/stories/{article.Id}.jpg\" alt=\"\" /><p class=\"img_caption\">{Markup.Text(caption)}</p></div>")),
        ["body"] = Markup.Paragraphs(article, readMore: null),
        ["popular"] = Popular(article),
    }));

    private string Popular(SampleArticle article) =>
        Markup.Lines(drupal.Where(other => other != article).Take(3).Select(other => $"<li>{Markup.Link(DrupalPath(other), other.Title)}</li>"));
}
