namespace Ingest.Tests.Extraction.Dates;

/// <summary>Dates that count from the day of publication (Wednesday, November 12, 2025) or from what the text told before.</summary>
public sealed class RelativeDateTests
{
    [Theory]
    [InlineData("He spoke yesterday.", "yesterday DATE 2025-11-11")]
    [InlineData("He spoke the day before yesterday.", "the day before yesterday DATE 2025-11-10")]
    [InlineData("He will speak the day after tomorrow.", "the day after tomorrow DATE 2025-11-14")]
    [InlineData("He spoke this morning.", "this morning TIME 2025-11-12TMO")]
    [InlineData("He spoke last night.", "last night TIME 2025-11-11TNI")]
    [InlineData("He spoke yesterday evening.", "yesterday evening TIME 2025-11-11TEV")]
    [InlineData("He will speak tonight.", "tonight TIME 2025-11-12TNI")]
    [InlineData("He spoke last week.", "last week DATE 2025-W45")]
    [InlineData("He spoke this year.", "this year DATE 2025")]
    [InlineData("He will speak next month.", "next month DATE 2025-12")]
    [InlineData("He spoke last September.", "last September DATE 2025-09")]
    [InlineData("He spoke two years ago.", "two years ago DATE 2023")]
    [InlineData("He spoke two months ago.", "two months ago DATE 2025-09")]
    [InlineData("He spoke two weeks ago.", "two weeks ago DATE 2025-W44")]
    [InlineData("He spoke five days ago.", "five days ago DATE 2025-11-07")]
    [InlineData("He spoke several years ago.", "several years ago DATE -")]
    [InlineData("They will meet in four years’ time.", "four years’ time DATE 2029")]
    [InlineData("They will meet in a week's time.", "a week's time DATE 2025-W47")]
    [InlineData("He fell this past weekend and leaves the coming weekend.", "this past weekend DATE 2025-W45-WE / the coming weekend DATE 2025-W46-WE")]
    [InlineData("He fell this past Monday.", "this past Monday DATE 2025-11-10")]
    [InlineData("Seats for the past weekend sold out.", "the past weekend DATE 2025-W45-WE")]
    [InlineData("Merdeka Day next year falls on a Monday in Malaysia.", "Merdeka Day next year DATE 2026-08-31 / Monday DATE -")]
    public void The_day_of_publication_is_counted_from(string text, string expected) => Assert.Equal(expected, Found.Values(text));

    [Theory]
    [InlineData("The court on Tuesday charged him.", "Tuesday DATE 2025-11-11")]
    [InlineData("The court on Wednesday charged him.", "Wednesday DATE 2025-11-12")] // told on the day itself
    [InlineData("The court on Thursday charged him.", "Thursday DATE 2025-11-06")]
    [InlineData("The court will charge him on Thursday.", "Thursday DATE 2025-11-13")]
    [InlineData("They will meet again after Tuesday's talks.", "Tuesday DATE 2025-11-11")]
    [InlineData("The House sits again on Sunday.", "Sunday DATE 2025-11-16")]
    [InlineData("Of those registered by Friday, most are women.", "Friday DATE 2025-11-07")]
    [InlineData("Roads are promised by Friday.", "Friday DATE 2025-11-14")]
    [InlineData("He would be released by Friday, she said.", "Friday DATE 2025-11-14")]
    [InlineData("The minister told them to leave by Monday.", "Monday DATE 2025-11-17")]
    [InlineData("The trial begins on Monday.", "Monday DATE 2025-11-17")]
    [InlineData("He is due in court on Friday.", "Friday DATE 2025-11-14")]
    [InlineData("Villagers wait outside the court on Tuesday.", "Tuesday DATE 2025-11-11")] // a caption
    [InlineData("It burned last Thursday.", "last Thursday DATE 2025-11-06")]
    [InlineData("They will vote next Friday.", "next Friday DATE 2025-11-21")]
    [InlineData("They met on Monday last week.", "Monday last week DATE 2025-11-03")]
    [InlineData("They met at the weekend.", "the weekend DATE 2025-W45-WE")]
    [InlineData("They will meet before the weekend.", "the weekend DATE 2025-W46-WE")]
    [InlineData("They met last weekend.", "last weekend DATE 2025-W45-WE")]
    public void A_bare_weekday_is_the_nearest_that_the_tense_allows(string text, string expected) => Assert.Equal(expected, Found.Values(text));

    [Theory]
    [InlineData("The watch was returned in February 2022. Five months later he was charged.", "February 2022 DATE 2022-02 / Five months later DATE 2022-07")]
    [InlineData("The tank fell on Monday. A day earlier it had leaked.", "Monday DATE 2025-11-10 / A day earlier DATE 2025-11-09")]
    [InlineData("The slope moved in 2020 and nobody could have built that year.", "2020 DATE 2020 / that year DATE 2020")]
    [InlineData("They met on Monday morning. The same afternoon they met again.", "Monday morning TIME 2025-11-10TMO / The same afternoon TIME 2025-11-10TAF")]
    [InlineData("Sales rose in the first half, double those of a year earlier.", "the first half DATE 2025-H1 / a year earlier DATE 2024")]
    [InlineData("Sales fell in the third quarter from the same quarter in 2023.", "the third quarter DATE 2025-Q3 / the same quarter in 2023 DATE 2023-Q3")]
    [InlineData("Sales fell in May from the corresponding month of last year.", "May DATE 2025-05 / the corresponding month of last year DATE 2024-05")]
    [InlineData("It was filed on Oct. 31. That was a Friday.", "Oct. 31 DATE 2025-10-31 / Friday DATE 2025-10-31")]
    [InlineData("They met on October 3. The following day he resigned.", "October 3 DATE 2025-10-03 / The following day DATE 2025-10-04")]
    [InlineData("They met the same day.", "the same day DATE -")]
    [InlineData("Two months later he resigned.", "Two months later DATE -")]
    public void Some_count_from_what_was_told_last(string text, string expected) => Assert.Equal(expected, Found.Values(text));

    [Theory]
    [InlineData("It happened at 4am on Monday.", "4am on Monday TIME 2025-11-10T04:00")]
    [InlineData("He is due at 9.30am on December 4.", "9.30am on December 4 TIME 2025-12-04T09:30")]
    [InlineData("He is due on December 4 at 9.30am.", "December 4 at 9.30am TIME 2025-12-04T09:30")]
    [InlineData("It happened at 12:50 pm on March 28.", "12:50 pm on March 28 TIME 2025-03-28T12:50")]
    [InlineData("They arrived at noon on Sunday.", "noon on Sunday TIME 2025-11-09T12:00")]
    [InlineData("Lists will be filed on January 20, from 10am to 5pm.", "January 20 DATE 2026-01-20 / 10am TIME 2026-01-20T10:00 / 5pm TIME 2026-01-20T17:00")]
    [InlineData("It struck on Sunday at 6:30 in the evening local time.", "Sunday at 6:30 in the evening local time TIME 2025-11-09T18:30")]
    [InlineData("They will arrive by tomorrow noon.", "tomorrow noon TIME 2025-11-13T12:00")]
    [InlineData("They arrived at 8 pm Beijing time on Sunday.", "8 pm Beijing time on Sunday TIME 2025-11-09T20:00")]
    [InlineData("Supply will return at 6pm today.", "6pm today TIME 2025-11-12T18:00")]
    [InlineData("It happened on the night of March 10.", "the night of March 10 TIME 2025-03-10TNI")]
    [InlineData("A dog died on Sunday. At 6am it was still barking.", "Sunday DATE 2025-11-09 / 6am TIME 2025-11-09T06:00")]
    [InlineData("The index stood at 16:08 UTC.", "16:08 UTC TIME -")]
    [InlineData("A dog died on Sunday. The market opens at 7am.", "Sunday DATE 2025-11-09 / 7am TIME -")]
    [InlineData("A dog died on Sunday. She asked for the 5am opening.", "Sunday DATE 2025-11-09 / 5am TIME -")]
    [InlineData("A dog died on Sunday. It barked until 2 a.m. most Saturdays.", "Sunday DATE 2025-11-09 / 2 a.m. TIME - / most Saturdays SET XXXX-WXX-6")]
    public void Times_of_day_have_the_day_told_of_unless_they_are_a_habit(string text, string expected) => Assert.Equal(expected, Found.Values(text));

    [Theory]
    [InlineData("“Stop today,” the governor said on Monday.", "today DATE 2025-11-10 / Monday DATE 2025-11-10")]
    [InlineData("“I will sack him tomorrow,” he said.", "tomorrow DATE 2025-11-13")]
    [InlineData("“Nine were found,” she said on Tuesday. “An hour counts.\n\n“Today we bury them.”", "Tuesday DATE 2025-11-11 / Today DATE 2025-11-11")]
    public void Inside_a_quote_today_counts_from_the_day_of_speaking(string text, string expected) =>
        Assert.Equal(expected, string.Join(" / ", Found.Values(text).Split(" / ").Where(date => !date.Contains("DURATION", StringComparison.Ordinal))));

    [Theory]
    [InlineData("Today you are lucky to sell any.", "Today DATE PRESENT_REF")]
    [InlineData("What was 40 baht is 60 baht today.", "today DATE PRESENT_REF")]
    [InlineData("He is now a hotelier.", "now DATE PRESENT_REF")]
    [InlineData("These days she sits up late.", "These days DATE PRESENT_REF")]
    [InlineData("They currently hold nine seats.", "currently DATE PRESENT_REF")]
    [InlineData("He recently resigned.", "recently DATE PAST_REF")]
    [InlineData("It has changed in recent years.", "recent years DATE PAST_REF")]
    [InlineData("The recent floods were not the most recent ones.", "recent DATE PAST_REF")]
    [InlineData("They will soon vote.", "soon DATE FUTURE_REF")]
    [InlineData("Lim Kah Soon left.", "")] // a name
    [InlineData("Soon they will vote.", "Soon DATE FUTURE_REF")]
    [InlineData("He left as soon as he could, and soon after it rained.", "")]
    public void Times_that_are_only_near_have_no_days(string text, string expected)
    {
        Assert.Equal(expected, Found.Values(text));
        Assert.All(Found.In(text, Found.Published), date => Assert.Null(date.From));
    }
}
