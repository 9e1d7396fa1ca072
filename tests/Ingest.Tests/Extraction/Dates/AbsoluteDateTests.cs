namespace Ingest.Tests.Extraction.Dates;

/// <summary>Dates that name their year, or whose year is the nearest that the tense allows.</summary>
public sealed class AbsoluteDateTests
{
    [Theory]
    [InlineData("The bridge opened on October 7, 2024.", "October 7, 2024 DATE 2024-10-07")]
    [InlineData("The bridge opened on Oct. 7, 2024.", "Oct. 7, 2024 DATE 2024-10-07")]
    [InlineData("The bridge opened on 7 October 2024.", "7 October 2024 DATE 2024-10-07")]
    [InlineData("The bridge opened on the 7th of October 2024.", "the 7th of October 2024 DATE 2024-10-07")]
    [InlineData("The bridge opened on October 7th, 2024.", "October 7th, 2024 DATE 2024-10-07")]
    [InlineData("The bridge opened on 2024-10-07.", "2024-10-07 DATE 2024-10-07")]
    [InlineData("The bridge opened on 7/10/2024.", "7/10/2024 DATE 2024-10-07")] // the day first, as in all of the region but the Philippines
    [InlineData("The bridge opened on 10/25/2024.", "10/25/2024 DATE 2024-10-25")]
    [InlineData("The bridge opened on 11/10/2025.", "11/10/2025 DATE 2025-11-10")] // the month first where that is a day of this week
    [InlineData("The bridge opened on 7.10.2024.", "7.10.2024 DATE 2024-10-07")]
    [InlineData("Thu, September 18, 2025", "Thu, September 18, 2025 DATE 2025-09-18")]
    [InlineData("He was held on Tuesday (August 25) at the border.", "Tuesday (August 25) DATE 2025-08-25")]
    [InlineData("Published in the Gazette, October 14th, 2020", "October 14th, 2020 DATE 2020-10-14")]
    public void A_full_date_is_found_in_every_newspaper_form(string text, string expected) => Assert.Equal(expected, Found.Values(text));

    [Theory]
    [InlineData("The road was closed on Oct 7.", "Oct 7 DATE 2025-10-07")]
    [InlineData("The road was closed on March 10.", "March 10 DATE 2025-03-10")]
    [InlineData("The road will be closed on January 9.", "January 9 DATE 2026-01-09")]
    [InlineData("The road was closed in May.", "May DATE 2025-05")]
    [InlineData("Delegates meet on April 8.", "April 8 DATE 2026-04-08")]
    [InlineData("From January through October, the mill exported rice.", "January DATE 2025-01 / October DATE 2025-10")]
    [InlineData("The mill will close from December 20 to January 5.", "December 20 DATE 2025-12-20 / January 5 DATE 2026-01-05")]
    [InlineData("The polls were put off until January 25.", "January 25 DATE 2026-01-25")]
    [InlineData("A man who quit in March said so.", "March DATE 2025-03")]
    [InlineData("The road will be closed in January.", "January DATE 2026-01")]
    [InlineData("He promised to mend the road before April 1.", "April 1 DATE 2026-04-01")]
    [InlineData("He left on August 5 last year.", "August 5 last year DATE 2024-08-05")]
    [InlineData("He left in June last year.", "June last year DATE 2024-06")]
    [InlineData("The works start in October of next year.", "October of next year DATE 2026-10")]
    public void A_date_without_a_year_has_the_nearest_that_the_tense_allows(string text, string expected) => Assert.Equal(expected, Found.Values(text));

    [Theory]
    [InlineData("The dam was built in 1997.", "1997 DATE 1997")]
    [InlineData("The dam was built in May 2018.", "May 2018 DATE 2018-05")]
    [InlineData("The dam was built in the 1990s.", "the 1990s DATE 199X")]
    [InlineData("The dam was built in the ’90s.", "the ’90s DATE 199X")]
    [InlineData("The dam was built in the early 1950s.", "the early 1950s DATE 195X")]
    [InlineData("The dam was built in the mid-1980s.", "the mid-1980s DATE 198X")]
    [InlineData("The temple dates from the 12th century.", "the 12th century DATE 11")]
    [InlineData("Sales fell in the third quarter of 2024.", "the third quarter of 2024 DATE 2024-Q3")]
    [InlineData("Sales fell in the first semester of 2024.", "the first semester of 2024 DATE 2024-H1")]
    [InlineData("Sales fell in Q3 2024.", "Q3 2024 DATE 2024-Q3")]
    [InlineData("Sales fell in the June quarter.", "the June quarter DATE 2025-Q2")]
    [InlineData("Sales fell in the July-September quarter.", "the July-September quarter DATE 2025-Q3")]
    [InlineData("Sales fell in the January-to-March period.", "the January-to-March period DATE 2025-Q1")]
    [InlineData("Sales fell in H1 2024.", "H1 2024 DATE 2024-H1")]
    [InlineData("Sales fell in the second half of last year.", "the second half of last year DATE 2024-H2")]
    [InlineData("The stone was laid in autumn 2017.", "autumn 2017 DATE 2017-FA")]
    [InlineData("The slope moved in the summer of 2020.", "the summer of 2020 DATE 2020-SU")]
    [InlineData("The fund was founded in BE 2561.", "BE 2561 DATE 2018")]
    [InlineData("The fund was founded in 2561 BE.", "2561 BE DATE 2018")]
    public void Years_and_their_parts_are_named(string text, string expected) => Assert.Equal(expected, Found.Values(text));

    [Theory]
    [InlineData("It was signed in 2081 BS in Kathmandu.", "2081 BS DATE - 2024-04-13..2025-04-13")]
    [InlineData("Tokyo will raise it in the fiscal 2024 budget.", "fiscal 2024 DATE FY2024 2024-04-01..2025-03-31")]
    [InlineData("Pakistan missed its target for fiscal year 2024.", "fiscal year 2024 DATE FY2024 2023-07-01..2024-06-30")]
    [InlineData("Nepal will build it in fiscal year 2077-78.", "fiscal year 2077-78 DATE - ..")]
    [InlineData("It is warmer than the average of 1850-1900.", "1850-1900 DURATION P51Y 1850-01-01..1900-12-31")]
    [InlineData("The plan (2016-20) is over.", "2016-20 DURATION P5Y 2016-01-01..2020-12-31")]
    [InlineData("He visits Hanoi on November 20-22.", "November 20-22 DURATION P3D 2025-11-20..2025-11-22")]
    [InlineData("The fair ran from November 4 to 6.", "November 4 DATE 2025-11-04 2025-11-04..2025-11-04 / 6 DATE 2025-11-06 2025-11-06..2025-11-06")]
    [InlineData("The fair ran from 3 to 5 November.", "3 DATE 2025-11-03 2025-11-03..2025-11-03 / 5 November DATE 2025-11-05 2025-11-05..2025-11-05")]
    [InlineData("The ban ran from March to June 2019.", "March DATE 2019-03 2019-03-01..2019-03-31 / June 2019 DATE 2019-06 2019-06-01..2019-06-30")]
    public void Eras_fiscal_years_and_ranges_have_their_days(string text, string expected) => Assert.Equal(expected, Found.Days(text));

    [Theory]
    [InlineData("at the end of September 2024", "the end of September 2024 DATE 2024-09 2024-09-01..2024-09-30")]
    [InlineData("It is due by the end of the decade.", "the end of the decade DATE 202X 2020-01-01..2029-12-31")]
    [InlineData("It opened in mid-July 2025.", "mid-July 2025 DATE 2025-07 2025-07-01..2025-07-31")]
    [InlineData("It opened in late August.", "late August DATE 2025-08 2025-08-01..2025-08-31")]
    [InlineData("He will retire early next year.", "early next year DATE 2026 2026-01-01..2026-12-31")]
    [InlineData("He spoke late on Monday.", "late on Monday DATE 2025-11-10 2025-11-10..2025-11-10")]
    [InlineData("The rules changed earlier this month.", "earlier this month DATE 2025-11 2025-11-01..2025-11-30")]
    public void Ends_and_middles_belong_to_the_span_and_mean_the_whole_period(string text, string expected) => Assert.Equal(expected, Found.Days(text));

    [Theory]
    [InlineData("The Kingdom adopted Fisheries Vision 2030.")]
    [InlineData("It is an offence under the Local Councils Act, 2009.")]
    [InlineData("They came once and they will come again.")]
    [InlineData("She is 43 years old and he is a 12-year-old.")]
    [InlineData("You may march if you like.")]
    [InlineData("June Tan and April Lim won.")]
    [InlineData("The 13th Five-Year Plan was revised.")]
    [InlineData("Some 2000 workers walked out.")]
    public void What_is_no_date_is_left_alone(string text) => Assert.Equal("", Found.Values(text));

    [Fact]
    public void Without_a_day_of_publication_only_full_dates_resolve() => Assert.Equal(
        ["2024-10-07", null, null],
        Found.In("It opened on October 7, 2024, closed on May 3 and reopened last week.", null).Select(date => date.Value));
}
