using Ingest.Queries.Page;

namespace Ingest.Tests.Queries.Page;

public sealed class HtmlTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData("\"onmouseover=\"x", "<p>&quot;onmouseover=&quot;x</p>")]
    [InlineData("'&'", "<p>&#x27;&amp;&#x27;</p>")]
    [InlineData("Đắk Lắk, ខ្មែរ", "<p>Đắk Lắk, ខ្មែរ</p>")]
    [InlineData(null, "<p></p>")]
    public void What_stands_in_a_hole_is_text(string? text, string expected) => Assert.Equal(expected, Html.Of($"<p>{text}</p>").ToString());

    [Fact]
    public void A_lone_surrogate_is_no_character() => Assert.Equal("<p>a&#xFFFD;b</p>", Html.Of($"<p>{"a\ud800b"}</p>").ToString());

    [Fact]
    public void Html_in_a_hole_is_itself() => Assert.Equal("<p><b>&lt;</b></p>", Html.Of($"<p>{Html.Of($"<b>{"<"}</b>")}</p>").ToString());

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("vbscript:x")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("")]
    public void An_address_that_could_run_something_or_leads_nowhere_is_replaced(string address) =>
        Assert.Equal("<a href=\"about:invalid\">", Html.Of($"<a href=\"{address}\">").ToString());

    [Theory]
    [InlineData("https://paper.example/a?b=1&c=2", "https://paper.example/a?b=1&amp;c=2")]
    [InlineData("HTTP://paper.example/", "HTTP://paper.example/")]
    [InlineData("/officials/x", "/officials/x")]
    [InlineData("/", "/")]
    [InlineData("#s1", "#s1")]
    [InlineData("?q=x", "?q=x")]
    public void An_address_on_this_site_or_on_the_web_stands(string address, string expected) =>
        Assert.Equal($"<a href=\"{expected}\">", Html.Of($"<a href=\"{address}\">").ToString());

    [Fact]
    public void A_value_without_quotation_marks_is_our_error() =>
        Assert.Throws<InvalidOperationException>(() => Html.Of($"<p class={"x"}>"));

    [Fact]
    public void An_equals_sign_in_text_or_in_an_address_is_none() =>
        Assert.Equal("<a href=\"/?q=x\">a=b</a>", Html.Of($"<a href=\"/?q={"x"}\">a={"b"}</a>").ToString());
}
