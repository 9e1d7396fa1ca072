namespace Ingest.Tests;

public sealed class TextSpanTests
{
    [Theory]
    [InlineData(0, 3, 2, 5, true)]
    [InlineData(0, 3, 3, 5, false)] // ends are exclusive
    [InlineData(2, 2, 0, 5, false)] // an empty span shares nothing
    public void Spans_overlap_when_they_share_a_unit(int start, int end, int otherStart, int otherEnd, bool expected) =>
        Assert.Equal(expected, !new TextSpan(start, end).IsEmpty && new TextSpan(start, end).Overlaps(new TextSpan(otherStart, otherEnd)));
}
