namespace Ingest.Tests.Extraction.Dates;

/// <summary>Days with names, by calendar, rule or table, and by the country that the text is about.</summary>
public sealed class NamedDayTests
{
    [Theory]
    [InlineData("They will vote before Christmas.", "Christmas DATE 2025-12-25")]
    [InlineData("Cambodians went home for Khmer New Year.", "Khmer New Year DATE 2025-04")]
    [InlineData("It was settled around Pchum Ben.", "Pchum Ben DATE 2025-09")]
    [InlineData("It was settled at the Water Festival in 2022.", "the Water Festival in 2022 DATE 2022-11")]
    [InlineData("He came for last year's Songkran festival.", "last year's Songkran festival DATE 2024-04")]
    [InlineData("He was seen on the eve of Chinese New Year.", "the eve of Chinese New Year DATE 2025-01-28")]
    [InlineData("Traders had known since Tết.", "Tết DATE 2025-01")]
    [InlineData("It closed for Good Friday.", "Good Friday DATE 2025-04-18")]
    [InlineData("It closed for the Mid-Autumn Festival.", "the Mid-Autumn Festival DATE 2025-10-06")]
    [InlineData("Shops closed for Eid al-Fitr.", "Eid al-Fitr DATE 2025-03")]
    [InlineData("Seoul closed for Chuseok.", "Chuseok DATE 2025-10")]
    [InlineData("They were flogged on All Saints’ Day.", "All Saints’ Day DATE 2025-11-01")]
    [InlineData("They will be freed by the Nepali New Year.", "the Nepali New Year DATE 2026-04-14")]
    [InlineData("We call them ‘Christmas lights’.", "")]
    public void A_named_day_has_its_day_or_its_month(string text, string expected) => Assert.Equal(expected, Found.Values(text));

    [Theory]
    [InlineData("SINGAPORE – Her car was hit on National Day.", "National Day DATE 2025-08-09")]
    [InlineData("Beijing was quiet on National Day.", "National Day DATE 2025-10-01")]
    [InlineData("JAKARTA – It has stood since Independence Day.", "Independence Day DATE 2025-08-17")]
    [InlineData("Bangkok police hid it until Mother's Day.", "Mother's Day DATE 2025-08-12")]
    [InlineData("The police hid it on Mother's Day.", "Mother's Day DATE 2025-05-11")]
    [InlineData("It stood since Republic Day.", "Republic Day DATE 2025-01-26")]
    public void Many_countries_have_a_day_of_that_name(string text, string expected) => Assert.Equal(expected, Found.Values(text));

    [Theory]
    [InlineData("A parade was held in Phnom Penh, Cambodia, on Independence Day.", "2025-11-09")]
    [InlineData("Khmer New Year will come.", "2026-04")]
    [InlineData("The Water Festival is over.", "2025-11")]
    public void The_nearest_that_the_tense_allows_is_meant(string text, string expected) => Assert.Equal(expected, Assert.Single(Found.In(text, Found.Published)).Value);
}
