using System.Net;
using System.Net.Http.Headers;
using System.Xml.Linq;
using Ingest.LocalHost.Sample;

namespace Ingest.Tests.Sample;

public sealed class SamplePublishersTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("ingest-sample-").FullName;
    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false });
    private RunningSample sample = null!;

    public async ValueTask InitializeAsync() => sample = await SamplePublishers.StartAsync(folder, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await sample.DisposeAsync();
        http.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Every_article_of_a_feed_answers_at_its_address_and_its_short_link_leads_there()
    {
        foreach (var home in new[] { sample.Ann, sample.Post })
        {
            var items = XDocument.Parse(await Text($"{home}feed/")).Descendants("item").ToList();
            Assert.True(items.Count > 5);
            foreach (var item in items)
            {
                var address = item.Element("link")!.Value;
                Assert.Equal(HttpStatusCode.OK, (await Get(address)).StatusCode);
                var shortLink = await Get(item.Element("guid")!.Value);
                Assert.Equal((HttpStatusCode.MovedPermanently, address), (shortLink.StatusCode, $"{shortLink.Headers.Location}"));
            }
        }
    }

    [Fact]
    public async Task The_listings_lead_to_every_article_page_by_page()
    {
        Assert.Equal(ExpectedYields.Names.Count(name => name.StartsWith("Ann/", StringComparison.Ordinal)), (await Walk($"{sample.Ann}category/home-page/daily-digest/", "class=\"post-img\"><a href=\"", "class=\"next page-numbers\" href=\"")).Count);
        Assert.Equal(ExpectedYields.Names.Count(name => name.StartsWith("PostDrupal/", StringComparison.Ordinal) || name.StartsWith("PostJoomla/", StringComparison.Ordinal)), (await Walk($"{sample.Post}archive", "class=\"article-image\"><a href=\"", "class=\"pager-next\"><a href=\"")).Count);
    }

    [Fact]
    public async Task An_unchanged_page_is_answered_with_304_by_its_tag_and_by_its_time()
    {
        var first = await Get($"{sample.Ann}feed/");
        using var byTag = new HttpRequestMessage(HttpMethod.Get, $"{sample.Ann}feed/") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var byTime = new HttpRequestMessage(HttpMethod.Get, $"{sample.Ann}feed/") { Headers = { IfModifiedSince = first.Content.Headers.LastModified } };
        using var other = new HttpRequestMessage(HttpMethod.Get, $"{sample.Ann}feed/") { Headers = { IfNoneMatch = { new EntityTagHeaderValue("\"other\"") }, IfModifiedSince = first.Content.Headers.LastModified } };
        Assert.Equal(HttpStatusCode.NotModified, (await http.SendAsync(byTag, Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, (await http.SendAsync(byTime, Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.SendAsync(other, Cancelled)).StatusCode);
    }

    [Fact]
    public async Task An_article_is_edited_at_the_third_poll_and_stays_so_after_a_restart_at_the_same_address()
    {
        const string slug = "siem-reap-dengue-cases-double-as-rains-linger/";
        for (var poll = 1; poll < SampleMemory.EditedFromPoll; poll++)
        {
            await Text($"{sample.Post}feed/");
            Assert.Contains("has killed nine people", await Text(sample.Post + slug), StringComparison.Ordinal);
        }

        await Text($"{sample.Post}feed/");
        Assert.Contains("has killed 11 people", await Text(sample.Post + slug), StringComparison.Ordinal);

        var home = sample.Post;
        await sample.DisposeAsync();
        sample = await SamplePublishers.StartAsync(folder, Cancelled);
        Assert.Equal(home, sample.Post);
        Assert.Contains("has killed 11 people", await Text(sample.Post + slug), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_sample_beside_the_first_takes_other_ports()
    {
        var other = Directory.CreateTempSubdirectory("ingest-sample-").FullName;
        await using (var beside = await SamplePublishers.StartAsync(other, Cancelled)) Assert.NotEqual(sample.Ann, beside.Ann);
        Directory.Delete(other, recursive: true);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private Task<HttpResponseMessage> Get(string address) => http.GetAsync(new Uri(address), Cancelled);

    private async Task<string> Text(string address)
    {
        var answer = await Get(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancelled);
    }

    private async Task<HashSet<string>> Walk(string address, string beforeArticle, string beforeNext)
    {
        var found = new HashSet<string>();
        for (Uri? page = new(address); page is not null;)
        {
            var html = await Text($"{page}");
            var articles = After(html, beforeArticle).Select(link => new Uri(page, link)).ToList();
            foreach (var article in articles) await Text($"{article}");
            found.UnionWith(articles.Select(article => $"{article}"));
            page = After(html, beforeNext).Select(link => new Uri(page, link)).FirstOrDefault();
        }

        return found;
    }

    private static IEnumerable<string> After(string html, string mark) => html.Split(mark).Skip(1).Select(rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)]);
}
