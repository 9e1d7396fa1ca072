using System.Collections.Immutable;
using Ingest.Sources;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Ingest.Tests.Sources;

public sealed class ConfiguredSourcesTests
{
    [Fact]
    public void Two_publishers_are_built_in()
    {
        var all = Read();

        Assert.Equal(["ann", "post"], all.Keys);
        Assert.Equal(new Uri("https://asianews.network/feed/"), all["ann"].FindAt);
        Assert.Equal(("The Phnom Penh Post", "Asia/Phnom_Penh", "post"), (all["post"].Name, all["post"].TimeZone, all["post"].Rule));
    }

    [Fact]
    public void One_line_adds_a_source()
    {
        var source = Read(("Sources:straits-times", "https://www.straitstimes.com/news/asia/rss.xml"))["straits-times"];

        Assert.Equal(
            new Source("straits-times", "www.straitstimes.com", new Uri("https://www.straitstimes.com/"), "UTC", "en", FindBy.Feed, new Uri("https://www.straitstimes.com/news/asia/rss.xml")),
            source);
    }

    [Fact]
    public void A_setting_for_a_built_in_source_changes_only_what_it_names()
    {
        var source = Read(("Sources:ann:FindAt", "http://localhost:7072/feed/"))["ann"];

        Assert.Equal(BuiltInSources.All["ann"] with { FindAt = new Uri("http://localhost:7072/feed/") }, source);
    }

    [Fact]
    public void A_listing_is_given_by_its_selector()
    {
        var source = Read(
            ("Sources:old:FindBy", "Listing"), ("Sources:old:FindAt", "http://old.example/national"), ("Sources:old:ListingSelector", "li h3 a"))["old"];

        Assert.Equal((FindBy.Listing, "li h3 a"), (source.FindBy, source.ListingSelector));
    }

    [Theory]
    [InlineData("Sources:x", "not an address", "address")]
    [InlineData("Sources:x", "ftp://x.example/", "http or https")]
    [InlineData("Sources:x_y", "http://x.example/", "is no id")]
    [InlineData("Sources:x:Name", "X", "No address")]
    [InlineData("Sources:ann:TimeZone", "Phnom Penh", "IANA")]
    [InlineData("Sources:ann:FindBy", "Listing", "CSS selector")]
    [InlineData("Sources:ann:FindBy", "Magic", "Magic")]
    [InlineData("Sources:ann:Selector", "a", "Selector")]
    public void A_source_that_cannot_be_read_is_named_at_start(string key, string value, string says)
    {
        var wrong = Assert.Throws<OptionsValidationException>(() => Read((key, value)));

        Assert.Contains(says, wrong.Message);
        Assert.Contains(key.Split(':')[1], wrong.Message);
    }

    [Theory]
    [InlineData("https://www.straitstimes.com/feed", "straitstimes")]
    [InlineData("https://asianews.network/", "asianews")]
    [InlineData("http://localhost:7072/", "localhost")]
    [InlineData("http://192.0.2.1/", "192-0-2-1")]
    [InlineData("https://feeds.bbci.co.uk/", "bbci")]
    public void An_id_is_made_of_the_host(string address, string id)
    {
        Assert.Equal(id, SourceDefinition.IdFor(new Uri(address)));
        Assert.True(SourceDefinition.IsId(id));
    }

    private static ImmutableSortedDictionary<string, Source> Read(params (string Key, string Value)[] settings) =>
        new ConfiguredSources(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build()).All;
}
