using Ingest.Articles;

namespace Ingest.Tests.Articles;

public sealed class PlainTextParserTests
{
    private const string Report = """
        Some of the more than 900 boats that were towed away from the old port over the past two years. -Harbour department
        PHNOM PENH: The capital towed more than 900 boats over the past two years, according to Harbour Minister Meas Sovath.
        “These boats carried no lights,” he stated.
        He told the four district governors to go on towing — especially at night. - The Phnom Penh Post/ANN
        """;

    [Fact]
    public void A_pasted_report_is_its_words_and_its_caption_place_and_credit_are_known_as_what_they_are()
    {
        var read = PlainTextParser.Parse(Report);

        Assert.Equal("PHNOM PENH", read.Dateline);
        Assert.Equal("The Phnom Penh Post/ANN", read.Credit);
        Assert.Null(read.Title);
        Assert.Equal(["Some of the more than 900 boats that were towed away from the old port over the past two years. -Harbour department"], read.Captions.Select(span => span.In(Report)));
        Assert.Equal(
            [
                "The capital towed more than 900 boats over the past two years, according to Harbour Minister Meas Sovath.",
                "“These boats carried no lights,” he stated.",
                "He told the four district governors to go on towing — especially at night.",
            ],
            read.Paragraphs.Select(span => span.In(Report)));
    }

    [Theory]
    [InlineData("A headline stands alone\n\nThe first sentence is a sentence. So is the second.", "A headline stands alone", 0, 1)]
    [InlineData("A guard closes the gate of the court on Tuesday. POLICE\n\nThe court on Wednesday charged a man.", null, 1, 1)]
    [InlineData("A guard closes the gate on Tuesday. Photo supplied\n\nThe court on Wednesday charged a man.", null, 1, 1)]
    [InlineData("The court on Wednesday charged a man.\n\nHe denied it.", null, 0, 2)]
    [InlineData("One line\nwrapped in two.\n\nAnother.", null, 0, 2)]
    [InlineData("One paragraph.\nAnother.\nA third.", null, 0, 3)]
    [InlineData("Only a headline", null, 0, 1)]
    [InlineData("", null, 0, 0)]
    [InlineData("\n \n", null, 0, 0)]
    public void What_stands_before_the_report_is_told_from_it(string text, string? title, int captions, int paragraphs)
    {
        var read = PlainTextParser.Parse(text);
        Assert.Equal(title, read.Title?.In(text));
        Assert.Equal((captions, paragraphs), (read.Captions.Length, read.Paragraphs.Length));
    }
}
