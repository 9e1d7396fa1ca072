using System.Text;
using Ingest.Network.Robots;

namespace Ingest.Tests.Network;

public sealed class RobotsParserTests
{
    [Theory]
    [InlineData("", "/", true)]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)] // an empty rule forbids nothing
    [InlineData("user-AGENT: *\r\ndisALLOW: /a", "/a/b", false)]
    [InlineData("User-agent: *\rDisallow: /a", "/a", false)] // old Macintosh line ends
    [InlineData("\uFEFFUser-agent: *\nDisallow: /a", "/a", false)]
    [InlineData("Disallow: /a", "/a", true)] // a rule before any group belongs to nobody
    [InlineData("User-agent: *\nDisallow: /a # not yet", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/open", "/a/open/1", true)] // the longest decides
    [InlineData("User-agent: *\nAllow: /a/open\nDisallow: /a", "/a/open/1", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)] // allow where equally long
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("User-agent: ingest\nDisallow: /a\nUser-agent: *\nDisallow: /b", "/b", true)] // the group that names us alone
    [InlineData("User-agent: ingest\nDisallow: /a\nUser-agent: *\nDisallow: /b", "/a", false)]
    [InlineData("User-agent: Ingest/2.0\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: ingester\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: other\nUser-agent: ingest\nDisallow: /a", "/a", false)] // one group of two names
    [InlineData("User-agent: ingest\nDisallow: /a\n\nUser-agent: other\nDisallow: /c\n\nUser-agent: INGEST\nDisallow: /b", "/b", false)] // groups of one name are one
    [InlineData("User-agent: ingest\nUser-agent: *\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: ingest\nSitemap: /s.xml\nUser-agent: *\nDisallow: /a", "/a", false)] // other lines end no group
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", true)]
    [InlineData("User-agent: *\nDisallow: *", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/a1b2c3", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/a1c2b3", true)]
    [InlineData("User-agent: *\nDisallow: /$", "/", false)]
    [InlineData("User-agent: *\nDisallow: /$", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /*a$", "/aa", false)]
    [InlineData("User-agent: *\nDisallow: /?p=", "/?p=12", false)]
    [InlineData("User-agent: *\nDisallow: /caf\u00e9", "/caf%C3%A9/1", false)]
    [InlineData("User-agent: *\nDisallow: /caf%c3%a9", "/caf\u00e9", false)]
    [InlineData("User-agent: *\nDisallow: /%61b", "/ab", false)]
    [InlineData("User-agent: *\nDisallow: /a%2Fb", "/a/b", true)] // an escaped slash is another octet
    [InlineData("User-agent: *\nDisallow: /A", "/a", true)] // paths mind their case
    [InlineData("User-agent: *\nDisallow: private", "/private/1", false)]
    [InlineData("<html><body>Not found: nothing</body></html>", "/a", true)]
    public void Robots_txt_says_what_may_be_fetched(string robots, string path, bool allowed) =>
        Assert.Equal(allowed, Parse(robots).Allows(new Uri("https://news.example" + path)));

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 10", 10.0)]
    [InlineData("User-agent: *\nCrawl-delay: 1.5\nDisallow: /a", 1.5)]
    [InlineData("User-agent: *\nCrawl-delay: soon", null)]
    [InlineData("User-agent: *\nCrawl-delay: -1", null)]
    [InlineData("User-agent: *\nCrawl-delay: 99999999", null)]
    [InlineData("User-agent: *\nCrawl-delay: 10\nUser-agent: ingest\nCrawl-delay: 2", 2.0)]
    public void Crawl_delay_is_read(string robots, double? seconds) =>
        Assert.Equal(seconds, Parse(robots).CrawlDelay?.TotalSeconds);

    [Fact]
    public void A_file_without_end_is_read_to_its_limit()
    {
        var robots = "User-agent: *\n" + string.Concat(Enumerable.Repeat("Disallow: /" + new string('a', 100) + "*\n", 20_000)) + "Disallow: /z\n";

        var rules = Parse(robots);

        Assert.InRange(rules.Rules.Length, 1, RobotsParser.MostBytes / 100);
        Assert.True(rules.Allows(new Uri("https://news.example/z")));
    }

    private static RobotsRules Parse(string robots) => RobotsParser.Parse(Encoding.UTF8.GetBytes(robots), "Ingest");
}
