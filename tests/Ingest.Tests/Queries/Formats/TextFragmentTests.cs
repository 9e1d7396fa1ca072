using Ingest.Queries.Formats;

namespace Ingest.Tests.Queries.Formats;

public sealed class TextFragmentTests
{
    [Theory]
    [InlineData("The dam stands", "The%20dam%20stands")]
    [InlineData("one two three four five six seven eight", "one%20two%20three%20four%20five%20six%20seven%20eight")]
    [InlineData("one two three four five six seven eight nine", "one%20two%20three%20four,six%20seven%20eight%20nine")]
    [InlineData("twenty-one, at most & no more", "twenty%2Done%2C%20at%20most%20%26%20no%20more")]
    [InlineData("100% #1?", "100%25%20%231%3F")]
    [InlineData("a\n\nb  c", "a%20b%20c")]
    [InlineData("“so”", "%E2%80%9Cso%E2%80%9D")]
    [InlineData("ទំនប់", "%E1%9E%91%E1%9F%86%E1%9E%93%E1%9E%94%E1%9F%8B")]
    public void Words_are_named_so_that_nothing_in_them_is_taken_for_a_directive(string words, string expected) =>
        Assert.Equal($"https://paper.example/dam?a=1#:~:text={expected}", TextFragment.Of(new Uri("https://paper.example/dam?a=1"), words).AbsoluteUri);

    [Fact]
    public void Where_there_are_no_words_the_page_itself_is_named() =>
        Assert.Equal("https://paper.example/dam", TextFragment.Of(new Uri("https://paper.example/dam"), " \n").AbsoluteUri);

    [Fact]
    public void A_page_that_names_a_place_already_keeps_but_one() =>
        Assert.Equal("https://paper.example/dam#:~:text=so", TextFragment.Of(new Uri("https://paper.example/dam#top"), "so").AbsoluteUri);

    [Fact]
    public void Half_a_pair_does_no_harm() =>
        Assert.Equal("https://paper.example/dam#:~:text=a%EF%BF%BDb", TextFragment.Of(new Uri("https://paper.example/dam"), "a\ud83db").AbsoluteUri);
}
