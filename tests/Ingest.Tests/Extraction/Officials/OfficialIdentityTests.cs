using Ingest.Extraction.Officials;

namespace Ingest.Tests.Extraction.Officials;

public sealed class OfficialIdentityTests
{
    private static readonly DateOnly Day = new(2024, 5, 1);

    [Theory]
    [InlineData("Lê Thị Hoa", "le thi hoa")]
    [InlineData("Fumio Arai", "Arai Fumio")] // family name first or last
    [InlineData("Rodelio “Dodong” Marquez", "Rodelio Marquez")]
    [InlineData("Park Ju-seok", "Park Juseok")]
    [InlineData("Mohd Faizal bin Osman", "Mohamad Faizal Osman")]
    [InlineData("Aurelio P. Montero Jr.", "Aurelio Montero")]
    public void Forms_of_one_name_share_a_key(string one, string other) => Assert.Equal(OfficialKey.Of(one), OfficialKey.Of(other));

    [Theory]
    [InlineData("Sar Vuthy", "Sar Vutha")]
    [InlineData("So Dara", "Dara")] // "So" is a family name, no particle
    public void Different_names_have_different_keys(string one, string other) => Assert.NotEqual(OfficialKey.Of(one), OfficialKey.Of(other));

    [Theory]
    [InlineData("")]
    [InlineData("\ud800")]
    [InlineData("“”")]
    public void Any_text_has_a_key(string name) => Assert.NotEmpty(OfficialKey.Of(name));

    [Fact]
    public void A_name_that_the_record_does_not_know_is_new() =>
        Assert.Equal(new OfficialMatch("dara-keo", IsNew: true), OfficialIdentity.Match(Seen("Keo Dara", "governor", "Takeo"), Day, []));

    [Theory]
    [InlineData("governor", "Takeo", "provincial governor", "Takeo", true)]
    [InlineData("governor", "Takeo", "deputy governor", "Takeo", true)] // one office, told more or less exactly
    [InlineData("governor", "Takeo", "governor", null, true)]
    [InlineData("governor", "Takeo", "chairman of the dyke committee", "dyke committee", true)] // an office beside it
    [InlineData("governor", "Takeo", "judge", "Kandal Provincial Court", false)]
    [InlineData("governor", "Takeo", "governor", "Pailin", false)]
    public void Offices_of_one_time_that_clash_part_namesakes(string title, string? body, string otherTitle, string? otherBody, bool same)
    {
        var match = OfficialIdentity.Match(Seen("Keo Dara", otherTitle, otherBody), Day, [Known("dara-keo", title, body, Day.AddDays(-30))]);

        Assert.Equal(same, match is { Id: "dara-keo", IsNew: false });
    }

    [Fact]
    public void A_new_office_years_later_is_a_career() =>
        Assert.False(OfficialIdentity.Match(Seen("Keo Dara", "senator", null), Day, [Known("dara-keo", "governor", "Takeo", Day.AddYears(-4))]).IsNew);

    [Fact]
    public void A_former_office_clashes_with_nothing() =>
        Assert.False(OfficialIdentity.Match(Seen("Keo Dara", "judge", null, OfficeStatus.Former), Day, [Known("dara-keo", "governor", "Takeo", Day)]).IsNew);

    [Fact]
    public void A_replay_gives_a_namesake_the_same_id()
    {
        var first = Known("dara-keo", "governor", "Takeo", Day);
        var judge = Seen("Keo Dara", "judge", "Kandal Provincial Court");

        var once = OfficialIdentity.Match(judge, Day, [first]);
        var again = OfficialIdentity.Match(judge, Day, [Known(once.Id, "judge", "Kandal Provincial Court", Day), first]);

        Assert.True(once.IsNew);
        Assert.Equal(new OfficialMatch(once.Id, IsNew: false), again);
        Assert.Equal(once, OfficialIdentity.Match(judge, Day, [first]));
    }

    private static Official Seen(string name, string title, string? body, OfficeStatus status = OfficeStatus.Current) =>
        new(name, [new Role(title, body, status, null)], status, body, []);

    private static KnownOfficial Known(string id, string title, string? body, DateOnly seen) =>
        new(id, ["Keo Dara"], [new KnownRole(title, body, OfficeStatus.Current, seen, seen)]);
}
