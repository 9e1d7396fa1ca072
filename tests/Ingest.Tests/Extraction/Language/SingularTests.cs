using Ingest.Extraction.Language;

namespace Ingest.Tests.Extraction.Language;

public sealed class SingularTests
{
    [Theory]
    [InlineData("families", "family")]
    [InlineData("people", "person")]
    [InlineData("women", "woman")]
    [InlineData("buffaloes", "buffalo")]
    [InlineData("buses", "bus")]
    [InlineData("houses", "house")]
    [InlineData("viruses", "virus")]
    [InlineData("clauses", "clause")]
    [InlineData("losses", "loss")]
    [InlineData("branches", "branch")]
    [InlineData("boxes", "box")]
    [InlineData("executives", "executive")]
    [InlineData("wives", "wife")]
    [InlineData("sub-engineers", "sub-engineer")]
    [InlineData("staff", "staff")]
    [InlineData("census", "census")]
    [InlineData("crises", "crisis")]
    [InlineData("Cambodians", "Cambodian")]
    public void The_singular_is_found_by_rule_or_list(string plural, string expected) => Assert.Equal(expected, Singular.Of(plural));
}
