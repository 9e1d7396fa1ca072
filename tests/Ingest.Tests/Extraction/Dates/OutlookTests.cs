using Ingest.Extraction.Dates;

namespace Ingest.Tests.Extraction.Dates;

public sealed class OutlookTests
{
    [Theory]
    [InlineData("The bridge opened in May.", DateOutlook.Past)]
    [InlineData("The bridge will open in May.", DateOutlook.Planned)]
    [InlineData("The bridge is due to open on December 1.", DateOutlook.Planned)]
    [InlineData("It was announced for December.", DateOutlook.Planned)]
    [InlineData("He was jailed for two years.", DateOutlook.Past)]
    [InlineData("He will serve two years.", DateOutlook.Planned)]
    [InlineData("Every Monday", DateOutlook.Unknown)]
    public void The_text_tells_of_the_past_or_of_a_plan(string text, DateOutlook expected) => Assert.Equal(expected, Assert.Single(Found.In(text, Found.Published)).Outlook);
}
