using System.Text;
using Ingest.Articles;

namespace Ingest.Tests.Articles;

/// <summary>Whose words a page is, and under which headline, where its metadata and its print differ.</summary>
public sealed class PageMetadataTests
{
    private const string Words = "<p>The bridge over the river was opened to all who want to cross it, Governor Hem Sovannara said on Monday.</p><p>“It was late, and it was worth the wait,” he told a crowd of about 400 people from both banks.</p>";

    [Theory]
    [InlineData("<title>Bridge opens at last | The Paper</title>", "<h1>Bridge opens at last</h1>", "Bridge opens at last")]
    [InlineData("<meta property='og:title' content='Bridge opens at last'>", "<h1>Bridge opens at last after nine years of waiting</h1>", "Bridge opens at last after nine years of waiting")] // short for search engines
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Governor to open the bridge\"}</script><meta property='og:title' content='Bridge opens at last'>", "<h1>Bridge opens at last</h1>", "Bridge opens at last")] // an earlier headline
    [InlineData("<meta property='og:title' content='Bridge opens at last'>", "<h1><span>National</span> Bridge opens at last</h1>", "Bridge opens at last")] // a kicker
    [InlineData("<meta property='og:title' content='Bridge opens at last'>", "<ol><li><h1>Bridge opens: what to know about it at last</h1></li></ol><h2>Bridge opens at last</h2>", "Bridge opens at last")] // a trail of sections
    [InlineData("<meta property='og:title' content='Bridge opens at last'>", "<h1>The daily of the two banks of the river</h1>", "Bridge opens at last")] // the paper's motto
    [InlineData("<meta property='og:site_name' content='The Paper'><title>The Paper</title>", "<h1>The Paper</h1><h1>Bridge opens at last</h1>", "Bridge opens at last")]
    [InlineData("<meta property='og:title' content='Bridge opens at …'>", "<h1>Bridge opens at last</h1>", "Bridge opens at last")]
    [InlineData("<title>Bridge opens at last - national - paper</title>", "", "Bridge opens at last - national")] // nothing says that this is a section
    public void The_headline_is_the_printed_one(string head, string body, string title) => Assert.Equal(title, Read(head, body).Title);

    [Theory]
    [InlineData("", "<h1>Bridge opens at last</h1>")]
    [InlineData("<meta name='author' content='By Chan Dara'>", "", "Chan Dara")]
    [InlineData("<meta name='author' content='Chan Dara and Sok Lina, Kampot'>", "", "Chan Dara", "Sok Lina", "Kampot")]
    [InlineData("<meta property='og:site_name' content='The Paper'><meta name='author' content='The Paper, Phnom Penh, Cambodia'>", "", "The Paper")]
    [InlineData("<meta property='og:site_name' content='The Paper'><meta name='author' content='The Paper'>", "<p class='byline'>By Chan Dara</p>", "Chan Dara")]
    [InlineData("<meta property='og:site_name' content='The Paper'><meta name='author' content='The Paper and AFP'>", "", "The Paper", "AFP")]
    [InlineData("<meta name='author' content='River News staff reporter'><meta property='article:author' content='Reuters'>", "", "Reuters")]
    [InlineData("<meta property='article:author' content='https://social.example/thepaper'>", "")]
    [InlineData("<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Chan Dara'><meta name='twitter:label2' content='Reading time'><meta name='twitter:data2' content='2 minutes'>", "", "Chan Dara")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":[{\"@type\":\"Person\",\"givenName\":\"Dara\",\"familyName\":\"Chan\"}]}</script>", "", "Dara Chan")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"NewsMediaOrganization\",\"name\":\"River News\"}}</script>", "<p class='byline'>By Chan Dara</p>", "Chan Dara")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Organization\",\"name\":\"River News\"}}</script>", "<p class='mediaBylines'>Photo desk</p>", "River News")]
    [InlineData("", "<div class='byline'>By <a href='/dara'>Chan Dara</a><span>Travel Editor</span><time>12 Nov 2025</time></div>", "Chan Dara")]
    [InlineData("", "<div class='author'><a href='/dara'>Dara</a></div>", "Dara")]
    [InlineData("", "<ul class='metaAuthorList'><li><a href='/1'>Chan Dara</a></li><li><a href='/2'>Ursula von Berg</a></li></ul>", "Chan Dara", "Ursula von Berg")]
    [InlineData("", "<figure><img src='a.jpg'><span class='photoByline'>Sok Lina</span></figure>")]
    [InlineData("", "<h1>Bridge opens at last</h1><p>By Chan Dara and Sok Lina</p>", "Chan Dara", "Sok Lina")]
    [InlineData("", "<h1>Bridge opens at last</h1><p>By the river</p>")]
    public void The_authors_are_the_people_who_are_named(string head, string body, params string[] authors) => Assert.Equal(authors, Read(head, body).Authors);

    private static Article Read(string head, string body) =>
        ArticleParser.Parse(Encoding.UTF8.GetBytes($"<html><head>{head}</head><body><article>{body}{Words}</article></body></html>"), null, new Uri("https://www.paper.example/national/bridge-opens")).Article;
}
