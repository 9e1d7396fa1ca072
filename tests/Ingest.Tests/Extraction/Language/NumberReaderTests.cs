using Ingest.Extraction.Language;

namespace Ingest.Tests.Extraction.Language;

public sealed class NumberReaderTests
{
    [Theory]
    [InlineData("1,200", 1200d)]
    [InlineData("12,34,567", 1234567d)]
    [InlineData("2.5", 2.5)]
    [InlineData("1.200.000", 1200000d)]
    [InlineData("១២៣", 123d)]
    [InlineData("11:30", null)]
    [InlineData("3,4", null)]
    [InlineData("9.42.1", null)]
    [InlineData("1234,567", null)]
    public void Digits_are_read_with_the_marks_that_group_them(string digits, double? expected) => Assert.Equal(expected, Digits.Parse(digits));

    [Theory]
    [InlineData("297.6 million", 297_600_000)]
    [InlineData("three hundred thousand", 300_000)]
    [InlineData("one million two hundred thousand", 1_200_000)]
    [InlineData("a quarter of a million", 250_000)]
    [InlineData("1.5 lakh crore", 1.5e12)]
    [InlineData("one and a half", 1.5)]
    [InlineData("a million and a half", 1_500_000)]
    [InlineData("three-quarters", .75)]
    [InlineData("hundreds of thousands", 100_000)]
    [InlineData(".5", .5)]
    public void A_number_is_read_to_its_end(string text, double expected)
    {
        var tokens = TokenisedText.Of(text);
        var number = NumberReader.Read(tokens, 0);
        Assert.NotNull(number);
        Assert.Equal((expected, tokens.Tokens.Length), (number.Value.Low, number.Value.End));
    }
}
