using Ingest.Queries.Page;

namespace Ingest.Tests.Queries.Page;

public sealed class WordingTests
{
    [Theory]
    [InlineData("spokesman", "Ministry of Health", "spokesman, Ministry of Health")]
    [InlineData("spokesman", null, "spokesman")]
    [InlineData("Kampot governor", "Kampot", "Kampot governor")]
    [InlineData("Interior Minister", "Interior Ministry", "Interior Minister")]
    [InlineData("minister of health", "Ministry of Health", "minister of health")]
    [InlineData("Agriculture Minister", "Ministry of Agriculture, Forestry and Fisheries", "Agriculture Minister, Ministry of Agriculture, Forestry and Fisheries")]
    public void A_body_that_the_title_tells_is_not_said_twice(string title, string? organisation, string expected) =>
        Assert.Equal(expected, Wording.Office(title, organisation));
}
