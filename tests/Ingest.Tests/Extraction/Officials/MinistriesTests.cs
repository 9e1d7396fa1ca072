using Ingest.Extraction.Officials;

namespace Ingest.Tests.Extraction.Officials;

public sealed class MinistriesTests
{
    [Theory]
    [InlineData("Interior Minister", "Interior Ministry")]
    [InlineData("Deputy Interior Minister", "Interior Ministry")]
    [InlineData("Thai interior minister", "interior Ministry")]
    [InlineData("Minister of Industry and Commerce", "Industry and Commerce Ministry")]
    [InlineData("Minister of State for Health", "Health Ministry")]
    [InlineData("Prime Minister", null)]
    [InlineData("Deputy Prime Minister", null)]
    [InlineData("Prime Minister of Ruritania", null)]
    [InlineData("minister", null)]
    [InlineData("Minister of State", null)]
    [InlineData("Kandal provincial governor", null)]
    public void A_minister_speaks_for_the_ministry_that_the_title_tells(string title, string? ministry) => Assert.Equal(ministry, Ministries.Of(title));
}
