using CsCheck;

namespace Ingest.Tests.Extraction.Figures;

public sealed class HostileFigureTests
{
    [Fact]
    public void Any_text_yields_ordered_spans_with_finite_values() => Hostile.Text.Sample(text =>
    {
        var end = 0;
        foreach (var figure in Counted.In(text))
        {
            Assert.True(figure.Span.Start >= end && !figure.Span.IsEmpty);
            Assert.Equal(figure.Span.In(text), figure.Text);
            Assert.True(double.IsFinite(figure.Low) && double.IsFinite(figure.High) && figure.Low <= figure.High);
            Assert.NotEmpty(figure.Unit);
            end = figure.Span.End;
        }
    });

    [Theory]
    [InlineData("5 of ")]
    [InlineData("one in ")]
    [InlineData("million million ")]
    [InlineData("$US$RM")]
    [InlineData("rose by 5 ")]
    [InlineData("half of the ")]
    public void A_line_of_a_million_units_is_read_through(string piece) => Assert.NotNull(Counted.In(Hostile.Line(piece, 1_000_000)));

    [Theory]
    [InlineData("It cost 99999999999999999999999999999999999999999999999999 riel.")]
    [InlineData("It cost 9999999999999999 trillion trillion trillion riel.")]
    [InlineData("It cost $$$5 ($(RM(€7 million))).")]
    [InlineData("It cost ๙๙๙ ៩៩៩ ٣٣٣.")]
    public void Numbers_that_overflow_and_nested_signs_of_money_do_no_harm(string text) => Assert.All(Counted.In(text), figure => Assert.True(double.IsFinite(figure.High)));
}
