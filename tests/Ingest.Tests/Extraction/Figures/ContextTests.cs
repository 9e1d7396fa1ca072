using Ingest.Extraction.Figures;

namespace Ingest.Tests.Extraction.Figures;

/// <summary>What a figure is about: concept, movement, period and series.</summary>
public sealed class ContextTests
{
    [Theory]
    [InlineData("They deported 15,000 foreign nationals.", "foreign nationals")]
    [InlineData("About 80% of online scam operations were closed.", "online scam operations")]
    [InlineData("It will reach 70 per cent of the country’s dogs.", "the country’s dogs")]
    [InlineData("The jabs are part of a $2.3 million rabies campaign.", "rabies campaign")]
    [InlineData("Rubber exports rose 9.4 per cent in May.", "Rubber exports")]
    [InlineData("He faces a fine of 20 million riel.", "fine")]
    [InlineData("Prak Samoeun, 61, was held.", "Prak Samoeun")]
    public void The_concept_stands_as_the_text_has_it(string text, string expected) => Assert.Equal(expected, Assert.Single(Counted.In(text)).Concept);

    [Theory]
    [InlineData("Exports rose by 5 per cent.", Movement.RoseBy)]
    [InlineData("Exports rose 5 per cent.", Movement.RoseBy)]
    [InlineData("Exports fell to $5 million.", Movement.FellTo)]
    [InlineData("Exports fell from $5 million.", Movement.From)]
    [InlineData("Exports were down 5 per cent.", Movement.FellBy)]
    [InlineData("The number of cases climbed to more than 60.", Movement.RoseTo)]
    [InlineData("A fine of up to $5 million", Movement.None)]
    [InlineData("It has 60 seats.", Movement.None)]
    public void What_happened_to_it_is_read_from_its_verb(string text, Movement expected) => Assert.Equal(expected, Assert.Single(Counted.In(text)).Movement);

    [Theory]
    [InlineData("They deported 15,000 people over the past two years, he said on Monday.", "the past two years")]
    [InlineData("In the first half of 2024, exports reached $5 million.", "the first half of 2024")]
    [InlineData("They deported 15,000 people, he said on Monday.", null)]
    public void Its_period_is_the_stretch_that_its_sentence_names(string text, string? expected)
    {
        var figure = Assert.Single(Counted.In(text));
        Assert.Equal(expected, figure.Period?.In(text));
    }

    [Fact]
    public void Figures_of_one_thing_in_one_place_share_a_key()
    {
        var then = Assert.Single(Counted.In("They deported 15,000 foreign nationals from Takeo."));
        var now = Assert.Single(Counted.In("Some 900 foreign nationals from Takeo were deported."));
        var elsewhere = Assert.Single(Counted.In("Some 900 foreign nationals from Kampot were deported."));
        Assert.Equal("foreign national|national|takeo", then.SeriesKey);
        Assert.Equal(then.SeriesKey, now.SeriesKey);
        Assert.NotEqual(then.SeriesKey, elsewhere.SeriesKey);
    }

    [Theory]
    [InlineData("A third of the evacuees were children.", "evacuee|share")]
    [InlineData("One in four workers was ill.", "worker|share")]
    [InlineData("Two workers were ill.", "worker|worker")]
    public void A_share_of_a_thing_is_not_put_among_its_numbers(string text, string key) => Assert.Equal(key, Counted.In(text)[0].SeriesKey);
}
