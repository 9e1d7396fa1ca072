using Ingest.Articles;

namespace Ingest.Tests.Articles;

public sealed class CanonicalUrlTests
{
    [Theory]
    [InlineData("https://paper.example/a?utm_source=x&b=1&fbclid=y#top", "https://paper.example/a?b=1")]
    [InlineData("https://paper.example:443/a/", "https://paper.example/a/")]
    [InlineData("http://user:secret@paper.example/a", "http://paper.example/a")]
    [InlineData("https://paper.example/?p=295204", "https://paper.example/?p=295204")]
    public void An_address_is_shown_without_what_follows_readers_around(string address, string clean) =>
        Assert.Equal(clean, CanonicalUrl.Clean(new Uri(address)).AbsoluteUri);

    [Theory]
    [InlineData("http://paper.example/national/bridge")]
    [InlineData("https://paper.example/national/bridge/")]
    [InlineData("https://www.paper.example/national/bridge")]
    [InlineData("https://m.paper.example/national/bridge?utm_medium=feed")]
    [InlineData("https://PAPER.example/national/bridge#comments")]
    [InlineData("https://paper.example/national/bridge/amp/")]
    [InlineData("https://amp.paper.example/national/bridge?amp=1")]
    [InlineData("https://paper.example/national/bridge/index.html")]
    [InlineData("https://paper.example/national/%62ridge")]
    public void All_addresses_of_an_article_share_a_key(string address) => Assert.Equal("paper.example/national/bridge", CanonicalUrl.Key(new Uri(address)));

    [Theory]
    [InlineData("https://paper.example/a?id=1", "https://paper.example/a?id=2")]
    [InlineData("https://paper.example/?p=1", "https://paper.example/")]
    [InlineData("https://paper.example/a", "https://other.example/a")]
    [InlineData("https://paper.example/A", "https://paper.example/a")] // paths tell capitals apart
    [InlineData("https://paper.example:8080/a", "https://paper.example/a")]
    [InlineData("https://m.example/a", "https://example/a")] // a host of its own
    public void Two_articles_have_two_keys(string one, string other) => Assert.NotEqual(CanonicalUrl.Key(new Uri(one)), CanonicalUrl.Key(new Uri(other)));

    [Theory]
    [InlineData("https://paper.example/a?b=1&c=2", "https://paper.example/a?c=2&b=1")]
    [InlineData("https://paper.example/ភ្នំពេញ", "https://paper.example/%E1%9E%97%E1%9F%92%E1%9E%93%E1%9F%86%E1%9E%96%E1%9F%81%E1%9E%89")]
    public void The_order_of_parameters_and_the_escaping_do_not_count(string one, string other) =>
        Assert.Equal(CanonicalUrl.Key(new Uri(one)), CanonicalUrl.Key(new Uri(other)));
}
