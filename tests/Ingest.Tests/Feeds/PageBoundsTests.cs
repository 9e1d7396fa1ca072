using Ingest.Feeds.Markup;

namespace Ingest.Tests.Feeds;

/// <summary>Where pages are cut that would cost a parser more than any page of news has a reason for.</summary>
public sealed class PageBoundsTests
{
    [Theory]
    [InlineData("<div>")]
    [InlineData("<ul><li>")]
    [InlineData("<b>")]
    [InlineData("<font size={n}>")]
    [InlineData("<p><font size={n}></p>")] // goes on in every paragraph after it
    [InlineData("<div><i id={n}></div>")]
    [InlineData("<svg><style>")] // no raw text in a picture
    [InlineData("<svg><a b='</svg>'><style><b>")]
    [InlineData("<select><title></select><b>")]
    [InlineData("<!--><div>")] // a comment that is over at once
    [InlineData("<!--a--!><div>")]
    [InlineData("<a =\"><div>")] // no value, since nothing is named
    [InlineData("<script></scriptx><!--</script><div>")]
    [InlineData("<script><!--<script></script>--></script><div>")] // a script in a script's comment
    public void What_never_ends_is_cut(string piece)
    {
        var page = Repeated(piece, 20_000);
        Assert.InRange(PageBounds.Within(page).Length, 1, page.Length / 10);
    }

    [Theory]
    [InlineData("<p>a")]
    [InlineData("<p>a<br>")]
    [InlineData("<div class='a>b'>a</div>")]
    [InlineData("<p><a href=/{n}>a</a></p>")]
    [InlineData("<a href=/{n}>a")] // the next one ends it
    [InlineData("<script>if (a<b) c = '<div>';</script>")]
    [InlineData("<style>a > b { content: '<div>' }</style>")]
    [InlineData("<!-- <div> -->")]
    [InlineData("<svg><path d='a'/></svg>")]
    [InlineData("<img alt='<div>'>")]
    [InlineData("a < b and </ b")]
    public void What_ends_stays(string piece)
    {
        var page = Repeated(piece, 10_000);
        Assert.Same(page, PageBounds.Within(page));
    }

    [Fact]
    public void A_page_ends_at_its_most_characters_tags_and_attributes()
    {
        Assert.Equal(3_000_000, PageBounds.Within(new string('a', 5_000_000)).Length);
        Assert.Equal(60_000 * "<br>".Length, PageBounds.Within(Repeated("<br>", 200_000)).Length);
        Assert.Equal("<p>a</p>", PageBounds.Within("<p>a</p><p " + Repeated("a ", 400_000)));
    }

    [Theory]
    [InlineData("a ")]
    [InlineData("</")] // a slash ends a name
    [InlineData("a=b ")]
    [InlineData("a='b'")] // a quotation mark ends a value
    public void Attributes_are_counted_however_they_are_parted(string attribute)
    {
        Assert.Equal(0, PageBounds.Within("<p " + Repeated(attribute, 301_000)).Length);
        var page = "<p " + Repeated(attribute, 299_000);
        Assert.Same(page, PageBounds.Within(page));
    }

    private static string Repeated(string piece, int times) => string.Concat(Enumerable.Range(1, times).Select(n => piece.Replace("{n}", n.ToString())));
}
