using Ingest.Feeds;

namespace Ingest.Tests.Feeds;

public sealed class PublicationTimeTests
{
    private static readonly TimeZoneInfo PhnomPenh = TimeZoneInfo.FindSystemTimeZoneById("Asia/Phnom_Penh");

    [Theory]
    [InlineData("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21+00:00")]
    [InlineData("Thu, 1 Jan 2004 19:48 +0700", "2004-01-01T19:48:00+07:00")]
    [InlineData("01 Jan 04 19:48:21 EST", "2004-01-01T19:48:21-05:00")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 ICT", "2004-01-01T19:48:21+07:00")]
    [InlineData("Thu Jan  1 19:48:21 2004", "2004-01-01T19:48:21+07:00")]
    [InlineData("Thu Jan 1 19:48:21 PST 2004", "2004-01-01T19:48:21-08:00")]
    [InlineData("Sun Jan 04 2004 16:29:06 GMT+0530", "2004-01-04T16:29:06+05:30")]
    [InlineData("2003-12-31T10:14:55Z", "2003-12-31T10:14:55+00:00")]
    [InlineData("2003-12-31T10:14:55.123-05:30", "2003-12-31T10:14:55-05:30")]
    [InlineData("2003-12-31 10:14:55", "2003-12-31T10:14:55+07:00")]
    [InlineData("2003-12-31T10:14", "2003-12-31T10:14:00+07:00")]
    [InlineData("2003-12-31", "2003-12-31T00:00:00+07:00")]
    [InlineData("2003-12", "2003-12-01T00:00:00+07:00")]
    [InlineData("20031231T101455Z", "2003-12-31T10:14:55+00:00")]
    [InlineData("2003/12/31 10:14", "2003-12-31T10:14:00+07:00")]
    [InlineData("Publication date 24 April 2019 | 10:19 | ICT", "2019-04-24T10:19:00+07:00")]
    [InlineData("Publication date 24 April 2019 | 21:44 ICT", "2019-04-24T21:44:00+07:00")]
    [InlineData("Monday, 13 August 2012", "2012-08-13T00:00:00+07:00")]
    [InlineData("13 August 2012 - 10:19", "2012-08-13T10:19:00+07:00")]
    [InlineData("November 5, 2025", "2025-11-05T00:00:00+07:00")]
    [InlineData("Nov. 5, 2025 at 6:05 p.m. ET", "2025-11-05T18:05:00-05:00")]
    [InlineData("July 5, 2025 6:05pm ET", "2025-07-05T18:05:00-04:00")]
    [InlineData("Published Wed, Nov 20 2019 4:29 AM EST", "2019-11-20T04:29:00-05:00")]
    [InlineData("12:05 am, 5th of November 2025", "2025-11-05T00:05:00+07:00")]
    [InlineData("10.15am on 5 November 2025", "2025-11-05T10:15:00+07:00")]
    [InlineData("13/08/2012 10:20", "2012-08-13T10:20:00+07:00")]
    [InlineData("08/13/2012", "2012-08-13T00:00:00+07:00")]
    [InlineData("04.08.2012, 9:05", "2012-08-04T09:05:00+07:00")]
    [InlineData("2019年4月24日 10:19", "2019-04-24T10:19:00+07:00")]
    [InlineData("2019년 4월 24일 10:19", "2019-04-24T10:19:00+07:00")]
    [InlineData("24 Februari 2021 08:00 WIB", "2021-02-24T08:00:00+07:00")]
    [InlineData("4 août 2021 à 8h05", "2021-08-04T08:05:00+07:00")]
    [InlineData("1762900000", "2025-11-11T22:26:40+00:00")]
    [InlineData("1762900000000", "2025-11-11T22:26:40+00:00")]
    [InlineData("2016-12-31T23:59:60Z", "2016-12-31T23:59:59+00:00")]
    [InlineData("2025-11-05T24:00:00Z", "2025-11-06T00:00:00+00:00")]
    public void Every_printed_form_is_read(string text, string expected) =>
        Assert.Equal(expected, PublicationTime.Parse(text, PhnomPenh)?.ToString("yyyy-MM-ddTHH:mm:sszzz"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("the day after")]
    [InlineData("Updated 2 hours ago")]
    [InlineData("31 February 2019")]
    [InlineData("-0001-11-30T00:00:00+00:00")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("5 November")]
    [InlineData("10:19")]
    [InlineData("+855 23 214 311")]
    [InlineData("99/99/9999")]
    [InlineData("2025")]
    public void Text_without_a_day_is_no_time(string? text) => Assert.Null(PublicationTime.Parse(text, PhnomPenh));

    [Fact]
    public void A_long_text_is_not_searched() => Assert.Null(PublicationTime.Parse(new string('x', 300) + " 5 November 2025", null));
}
