namespace Ingest.Tests.Extraction.Dates;

/// <summary>Lengths of time, stretches of the calendar, and times that recur.</summary>
public sealed class DurationTests
{
    [Theory]
    [InlineData("He was jailed for 10 years.", "10 years DURATION P10Y ..")]
    [InlineData("He missed by 0.09 second.", "0.09 second DURATION PT0.09S ..")]
    [InlineData("It took half an hour.", "half an hour DURATION PT0.5H ..")]
    [InlineData("It took two and a half years.", "two and a half years DURATION P2.5Y ..")]
    [InlineData("It took an hour and a half.", "an hour and a half DURATION PT1.5H ..")]
    [InlineData("It took two years and three months.", "two years and three months DURATION P2Y3M ..")]
    [InlineData("It took seventy-two hours.", "seventy-two hours DURATION PT72H ..")]
    [InlineData("A two-hour session ended the 58-day ban.", "two-hour DURATION PT2H .. / 58-day DURATION P58D ..")]
    [InlineData("Their next two-day meeting ended a half-hour talk.", "two-day DURATION P2D .. / half-hour DURATION PT0.5H ..")]
    [InlineData("It has not filed accounts for two straight years.", "two straight years DURATION P2Y ..")]
    [InlineData("It lasted a decade, they stayed three nights and a fortnight.", "a decade DURATION P10Y .. / three nights DURATION P3D .. / a fortnight DURATION P2W ..")]
    [InlineData("It takes two to three years.", "two to three years DURATION - ..")]
    [InlineData("It has been so for many years.", "many years DURATION - ..")]
    public void A_length_has_a_value_and_no_days(string text, string expected) => Assert.Equal(expected, Found.Days(text));

    [Theory]
    [InlineData("A two-month ban that began on Aug. 1 was ignored.", "two-month DURATION P2M 2025-08-01..2025-09-30 / Aug. 1 DATE 2025-08-01 2025-08-01..2025-08-01")]
    [InlineData("They want it before October 4, when a 22-day ban begins.", "October 4 DATE 2025-10-04 2025-10-04..2025-10-04 / 22-day DURATION P22D 2025-10-04..2025-10-25")]
    [InlineData("Ten died in the week to Nov 2.", "the week DURATION P1W 2025-10-27..2025-11-02 / Nov 2 DATE 2025-11-02 2025-11-02..2025-11-02")]
    [InlineData("Profit fell in the six months ended Sept 30.", "six months DURATION P6M 2025-04-01..2025-09-30 / Sept 30 DATE 2025-09-30 2025-09-30..2025-09-30")]
    public void A_length_has_days_where_its_sentence_gives_its_start_or_end(string text, string expected) => Assert.Equal(expected, Found.Days(text));

    [Theory]
    [InlineData("15,000 were deported over the past two years.", "the past two years DURATION P2Y 2023-11-12..2025-11-12")]
    [InlineData("It silted up over the past decade.", "the past decade DURATION P10Y 2015-11-12..2025-11-12")]
    [InlineData("It will be spent over the next two years.", "the next two years DURATION P2Y 2025-11-12..2027-11-12")]
    [InlineData("He died in the first nine months of this year.", "the first nine months of this year DURATION P9M 2025-01-01..2025-09-30")]
    [InlineData("He died in the last three months of 2024.", "the last three months of 2024 DURATION P3M 2024-10-01..2024-12-31")]
    [InlineData("Wells ran dry in the third week of October.", "the third week of October DURATION P1W 2025-10-15..2025-10-21")]
    [InlineData("It has silted up in the past few years.", "the past few years DURATION - ..")]
    public void A_stretch_of_the_calendar_has_days(string text, string expected) => Assert.Equal(expected, Found.Days(text));

    [Theory]
    [InlineData("The boat leaves daily.", "daily SET P1D")]
    [InlineData("She was paid $65 a month.", "a month SET P1M")]
    [InlineData("He fields a dozen calls a day.", "a day SET P1D")]
    [InlineData("He fields 90 calls a month and answers them.", "a month SET P1M")]
    [InlineData("The 300 baht most members receive a year is 6 baht a week.", "a year SET P1Y / a week SET P1W")]
    [InlineData("They meet every Friday.", "every Friday SET XXXX-WXX-5")]
    [InlineData("They meet on Thursdays.", "Thursdays SET XXXX-WXX-4")]
    [InlineData("They meet every September.", "every September SET XXXX-09")]
    [InlineData("Trees are checked every 18 months.", "every 18 months SET P18M")]
    [InlineData("They meet every other day.", "every other day SET P2D")]
    [InlineData("They meet three times a week.", "three times a week SET P1W")]
    [InlineData("Twice a month she sleeps there.", "Twice a month SET P1M")]
    [InlineData("He came on the 1st of every month.", "the 1st of every month SET XXXX-XX-01")]
    [InlineData("It blew at 150 kilometres per hour.", "")]
    [InlineData("A Lao daily quoted him.", "")]
    public void What_recurs_is_a_set(string text, string expected) => Assert.Equal(expected, Found.Values(text));

    [Fact]
    public void The_rainy_season_is_no_day_of_the_calendar() => Assert.Equal("the rainy season DATE -", Found.Values("It floods in the rainy season."));
}
