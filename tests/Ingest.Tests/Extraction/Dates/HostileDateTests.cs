using CsCheck;

namespace Ingest.Tests.Extraction.Dates;

public sealed class HostileDateTests
{
    private static readonly Gen<DateOnly?> AnyDay = Gen.OneOf(
        Gen.Const((DateOnly?)null),
        Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(day => (DateOnly?)DateOnly.FromDayNumber(day)));

    [Fact]
    public void Any_text_on_any_day_yields_ordered_spans_that_hold_their_words() => Gen.Select(Hostile.Text, AnyDay).Sample((text, day) =>
    {
        var end = 0;
        foreach (var date in Found.In(text, day))
        {
            Assert.True(date.Span.Start >= end && !date.Span.IsEmpty);
            Assert.Equal(date.Span.In(text), date.Text);
            Assert.True(date.From is null == date.To is null && date.From.GetValueOrDefault() <= date.To.GetValueOrDefault());
            end = date.Span.End;
        }
    });

    [Theory]
    [InlineData("next ")]
    [InlineData("two full ")]
    [InlineData("2019-")]
    [InlineData("the end of ")]
    [InlineData("every other ")]
    [InlineData("Monday, ")]
    public void A_line_of_a_million_units_is_read_through(string piece) => Assert.NotNull(Found.In(Hostile.Line(piece, 1_000_000), Found.Published));

    [Fact]
    public void Years_beyond_the_calendar_have_no_days() =>
        Assert.All(Found.In("It fell 9999 years ago and will rise 9,000 years later, in the next 99999 centuries.", Found.Published), date => Assert.Null(date.From));
}
