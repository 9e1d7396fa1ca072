using System.Text;
using Ingest.Evaluation.Fuzzing;

namespace Ingest.Tests.Feeds;

/// <summary>No bytes make a parser throw. The evaluation program's fuzz command tries the same at length, with time and memory.</summary>
public sealed class HostileInputTests
{
    private static readonly byte[][] Samples =
    [
        .. new[]
        {
            """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title><item><title>&a; &#8217;</title><link>/x</link><dc:creator><![CDATA[A]]></dc:creator><pubDate>Wed, 12 Nov 2025 06:05:00 ICT</pubDate><description>&lt;p onclick='x'&gt;y&lt;/p&gt;</description></item></channel></rss>""",
            """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/b/"><entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <svg xmlns="http://www.w3.org/2000/svg"><a xlink:href="c"/></svg></div></title><link rel="alternate" href="d"/><updated>2025-11-12T06:05:00Z</updated><content type="application/octet-stream">QQ==</content></entry></feed>""",
            """{"version":"https://jsonfeed.org/version/1.1","items":[{"id":1,"url":"/a","title":"\u0041 &amp; B","content_html":"<p>x</p>","date_published":"2025-11-12","authors":[{"name":"A"}]}]}""",
            """[{"id":12,"link":"/a/","title":{"rendered":"A"},"date_gmt":"2025-11-12T06:05:00","_embedded":{"author":[{"name":"B"}]}}]""",
            """<urlset><url><loc>https://paper.example/a</loc><lastmod>2025-11-12</lastmod><news:news><news:title>A</news:title></news:news></url></urlset>""",
            """<html lang="en"><head><base href="/x/"><title>Bridge opens | Paper</title><link rel="canonical" href="/a"><link rel="alternate" type="application/rss+xml" href="/feed"><meta property="og:title" content="Bridge opens"><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","author":[{"@id":"#1"}],"keywords":"a,b","datePublished":"2025-11-12","wordCount":"9"},{"@id":"#1","name":"B"}]}</script></head><body class="single-post"><nav><a href="/">Home</a></nav><article><h1>Bridge opens</h1><p class="byline">By A and B</p><time datetime="2025-11-12">12 Nov</time><figure><figcaption>C</figcaption></figure><div class="entry-content"><p>PHNOM PENH (The Paper/ANN) - The bridge over the river was opened to all on Monday. <span class="share">Share</span></p><ul><li>One</li></ul><table><tr><td>Two<br><br>Three</td></tr></table><p>“It was late,” he said. - The Paper/ANN</p></div><div class="page-links"><a rel="next" href="2/">2</a></div></article></body></html>""",
            "A caption on Monday. -Harbour department\nPHNOM PENH: The bridge was opened.\n“It was late,” he said. - The Paper/ANN",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    [Fact]
    public void Mutated_samples_are_read_or_told_what_they_are()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var mutated = Mutation.Of(Samples[seed % Samples.Length], new Random(seed));
            foreach (var (_, parse) in Parsers.All) parse(mutated);
        }
    }

    [Theory]
    [InlineData("""{"\ud800":1,"version":"https://jsonfeed.org/version/1.1","items":[{"\udfff":2,"url":"/a","title":"\ud800"}]}""")]
    [InlineData("""[{"\ud800":1,"id":12,"link":"/a/","title":{"rendered":"\udc00"}}]""")]
    [InlineData("""<html><script type="application/ld+json">{"\ud800":1,"@type":"NewsArticle","headline":"\ud800","author":[{"name\ud800":"B"}]}</script><p>A</p></html>""")]
    [InlineData("<html><title>A&#xD800;&#xDFFF;\0B</title><p>A&#55296;B</p></html>")]
    [InlineData("<rss><channel><item><title>A&#xD800;B&#0;</title><link>/a&#xDFFF;</link></item></channel></rss>")]
    public void Halves_of_surrogate_pairs_and_nothing_characters_are_read_or_told_what_they_are(string text)
    {
        foreach (var (_, parse) in Parsers.All) parse(Encoding.UTF8.GetBytes(text));
    }

    [Fact]
    public void Deep_open_and_repeated_inputs_are_read_or_told_what_they_are()
    {
        foreach (var (_, bytes) in HostileInputs.OfSize(2_000))
            foreach (var (_, parse) in Parsers.All) parse(bytes);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<ul><li>")]
    [InlineData("<b>")]
    [InlineData("<item>")]
    [InlineData("<a:b xmlns:a='c'>")]
    [InlineData("{\"a\":")]
    [InlineData("[")]
    [InlineData("<script type='application/ld+json'>[[[[[[[[")]
    public void Ten_thousand_levels_overflow_no_stack(string level)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(level, 10_000)));
        foreach (var (_, parse) in Parsers.All) parse(bytes);
    }
}
