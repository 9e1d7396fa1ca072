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
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Governor to open the bridge\",\"alternativeHeadline\":\"Bridge opens at last\"}</script>", "<nav><h1>Bridge: all we know</h1></nav><h2>Bridge opens at last</h2><h2>Ferry closes after ninety years</h2>", "Bridge opens at last")] // printed on the second level
    [InlineData("<meta property='og:title' content='Bridge opens at last'>", "<h2>Ferry closes after the bridge opens at last</h2>", "Bridge opens at last")] // another story
    [InlineData("", "<h1>Bri&shy;dge opens at last</h1>", "Bridge opens at last")]
    [InlineData("<meta property='og:title' content='Bridge opens at last'>", "<h1>The daily of the two banks of the river</h1>", "Bridge opens at last")] // the paper's motto
    [InlineData("<meta property='og:site_name' content='The Paper'><title>The Paper</title>", "<h1>The Paper</h1><h1>Bridge opens at last</h1>", "Bridge opens at last")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Bridge opens at last\"}</script><meta property='og:title' content='‘Bridge’ opens at last'>", "<h1>‘Bridge’ opens at last</h1>", "‘Bridge’ opens at last")] // with its signs
    [InlineData("<script>write('<script type=\"application/ld+json\">{}<\\/script>', \"application/ld+json\")</script><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Bridge opens at last\"}</script>", "", "Bridge opens at last")] // a script that writes another
    [InlineData("<meta itemprop='headline' content='… and the ferry closes'><meta property='og:title' content='Bridge opens at last'>", "<h1>Bridge opens at last</h1><h1>… and the ferry closes</h1>", "Bridge opens at last")]
    [InlineData("<meta property='og:title' content='Bridge opens at …'>", "<h1>Bridge opens at last</h1>", "Bridge opens at last")]
    [InlineData("<title>Bridge opens at last - national - paper</title>", "", "Bridge opens at last - national")] // nothing says that this is a section
    public void The_headline_is_the_printed_one(string head, string body, string title) => Assert.Equal(title, Read(head, body).Title);

    [Theory]
    [InlineData("", "<h1>Bridge opens at last</h1>")]
    [InlineData("<meta name='author' content='By Chan Dara'>", "", "Chan Dara")]
    [InlineData("<meta name='author' content='Chan Dara and Sok Lina, Kampot'>", "", "Chan Dara", "Sok Lina")]
    [InlineData("<meta name='author' content='Chan Dara, Reuters'>", "", "Chan Dara", "Reuters")]
    [InlineData("<meta name='author' content='신현주 기자'>", "", "신현주")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":[{\"@type\":\"Person\",\"name\":\"Desk Four\"}]}</script>", "<p class='byline'>By Chan Dara and Sok Lina / River News Staff Writers</p>", "Chan Dara", "Sok Lina")] // who filed it is printed nowhere
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":[{\"@type\":\"Person\",\"name\":\"Sok Lina\"}]}</script>", "<p class='byline'>By Chan Dara</p><p>Words: Sok Lina</p>", "Sok Lina")]
    [InlineData("<meta property='og:site_name' content='The Paper'><meta name='author' content='The Paper'>", "<p class='info'>by <a href='/authors/chan-dara'>Chan Dara</a></p>", "Chan Dara")]
    [InlineData("<meta property='og:site_name' content='The Paper'><meta name='author' content='The Paper'>", "<div class='cardAuthor'>Chan Dara</div>", "The Paper")] // another story's
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
    [InlineData("", "<footer><div class='author'><a href='/dara'>Dara</a></div></footer>", "Dara")] // the article's own
    [InlineData("", "<ul class='metaAuthorList'><li><a href='/1'>Chan Dara</a></li><li><a href='/2'>Ursula von Berg</a></li></ul>", "Chan Dara", "Ursula von Berg")]
    [InlineData("", "<figure><img src='a.jpg'><span class='photoByline'>Sok Lina</span></figure>")]
    [InlineData("", "<h1>Bridge opens at last</h1><p>By Chan Dara and Sok Lina</p>", "Chan Dara", "Sok Lina")]
    [InlineData("<meta property='og:site_name' content='The Paper'><meta name='author' content='The Paper'>", "<h1>Bridge opens at last</h1><p>AFP, KAMPOT</p>", "AFP")]
    [InlineData("", "<h1>Bridge opens at last</h1><p>By the river</p>")]
    public void The_authors_are_the_people_who_are_named(string head, string body, params string[] authors) => Assert.Equal(authors, Read(head, body).Authors);

    [Theory]
    [InlineData("The Paper", "<p><strong>Chan Dara</strong></p>", "Chan Dara")]
    [InlineData("The Paper", "<p>He left.</p>", "The Paper")]
    [InlineData("Sok Lina", "<p><strong>Chan Dara</strong></p>", "Sok Lina")]
    public void A_name_under_the_last_paragraph_signs_what_only_the_site_does(string said, string end, string author) =>
        Assert.Equal([author], Read($"<meta property='og:site_name' content='The Paper'><meta name='author' content='{said}'>", "<h1>Bridge opens at last</h1>", end).Authors);

    [Theory]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2025-11-12 10:19:00\"}</script><meta name='date' content='2025-11-12T10:19:00+07:00'>", "2025-11-12T10:19:00+07:00")] // the same time, with its zone
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2025-11-12 10:19:00\"}</script><meta name='date' content='2025-11-12T18:00:00+07:00'>", "2025-11-12T10:19:00+00:00")] // another time
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"soon\"}</script><meta name='date' content='2025-11-12T10:19:00+07:00'>", "2025-11-12T10:19:00+07:00")]
    [InlineData("<meta name='pubdate' content='2025-11-13T08:00:00Z'><meta property='article:published_time' content='2025-11-12T10:19:00+07:00'>", "2025-11-12T10:19:00+07:00")] // the surer name
    public void It_was_published_when_the_surest_place_says(string head, string published) => Assert.Equal(DateTimeOffset.Parse(published, System.Globalization.CultureInfo.InvariantCulture), Read(head, "").Published);

    [Theory]
    [InlineData("<p>12 November 2025</p>", true)]
    [InlineData("<p>By Chan Dara in Kampot on Wednesday, November 12th, 2025 at 10:19 a.m.</p>", true)]
    [InlineData("<p>People wait to cross the river on the last ferry to the other bank, 12 November 2025</p>", false)] // what a picture shows
    [InlineData("<h2>The ferry that had crossed the river for ninety years closes for good <span class='date'>12.11.2025</span></h2>", false)] // another story
    public void A_printed_day_is_the_days_of_publication_where_it_stands_for_itself(string printed, bool isPublication) =>
        Assert.Equal(isPublication ? new DateOnly(2025, 11, 12) : null, Read("<title>Bridge opens at last</title>", "<h1>Bridge opens at last</h1>" + printed).Published is { } time ? DateOnly.FromDateTime(time.DateTime) : default(DateOnly?));

    private static Article Read(string head, string body, string end = "") =>
        ArticleParser.Parse(Encoding.UTF8.GetBytes($"<html><head>{head}</head><body><article>{body}{Words}{end}</article></body></html>"), null, new Uri("https://www.paper.example/national/bridge-opens")).Article;
}
