using Ingest.Network;
using Ingest.Sources;

namespace Ingest.Tests.Sources;

public sealed class PollScheduleTests
{
    private static readonly DateTimeOffset Now = new(2025, 11, 12, 3, 0, 0, TimeSpan.Zero);
    private static readonly PollingOptions Options = new() { Floor = TimeSpan.FromMinutes(5), Ceiling = TimeSpan.FromHours(6) };

    [Theory]
    [InlineData(new[] { 1, 2, 3, 4 }, "00:30:00")] // one an hour: half of that
    [InlineData(new[] { 10, 11, 12, 13 }, "01:37:30")] // fallen silent: ever less often
    [InlineData(new[] { 100, 200 }, "06:00:00")] // the ceiling
    [InlineData(new[] { 0, 0, 0, 0 }, "00:05:00")] // the floor
    [InlineData(new[] { -24 }, "00:30:00")] // a date in the future says nothing
    [InlineData(new int[0], "00:30:00")]
    public void A_source_is_asked_as_often_as_it_publishes(int[] hoursAgo, string interval) =>
        Assert.Equal(TimeSpan.Parse(interval), PollSchedule.Interval([.. hoursAgo.Select(hours => Now.AddHours(-hours))], Now, Options));

    [Theory]
    [InlineData(new[] { 1, 12, 24 }, 3.0)]
    [InlineData(new[] { 24 }, null)]
    [InlineData(new[] { 0, 0, 0 }, null)] // all at once tell no rate
    public void Articles_a_day_come_from_the_dates(int[] hoursAgo, double? perDay) =>
        Assert.Equal(perDay, PollSchedule.ArticlesPerDay([.. hoursAgo.Select(hours => Now.AddHours(-hours))], Now));

    [Theory]
    [InlineData(1, FailureWeight.Passing, "00:05:00")]
    [InlineData(2, FailureWeight.Passing, "00:10:00")]
    [InlineData(3, FailureWeight.Passing, "00:20:00")]
    [InlineData(1000, FailureWeight.Passing, "06:00:00")]
    [InlineData(2, FailureWeight.Soft, "00:10:00")]
    [InlineData(4, FailureWeight.Soft, "00:40:00")]
    [InlineData(1000, FailureWeight.Soft, "1.00:00:00")]
    public void A_source_that_fails_is_left_alone_ever_longer_up_to_a_cap(int strain, FailureWeight weight, string pause) =>
        Assert.Equal(TimeSpan.Parse(pause), PollSchedule.BackOff(strain, weight, Options));

    [Theory]
    [InlineData(410, FailureWeight.Hard)]
    [InlineData(401, FailureWeight.Soft)]
    [InlineData(403, FailureWeight.Soft)]
    [InlineData(404, FailureWeight.Soft)]
    [InlineData(451, FailureWeight.Soft)]
    [InlineData(408, FailureWeight.Passing)]
    [InlineData(429, FailureWeight.Passing)]
    [InlineData(500, FailureWeight.Passing)]
    [InlineData(503, FailureWeight.Passing)]
    public void An_answer_is_weighed_by_its_status(int status, FailureWeight weight) =>
        Assert.Equal(weight, PollSchedule.Weigh(new Fetched(status, new Uri("https://news.example/"), null, default, null, null, null, null)));

    [Fact]
    public void What_is_no_answer_is_weighed_too()
    {
        var address = new Uri("https://news.example/");
        Assert.Equal(FailureWeight.Passing, PollSchedule.Weigh(new TimedOut(TimeSpan.FromSeconds(30))));
        Assert.Equal(FailureWeight.Passing, PollSchedule.Weigh(new Unreachable("no")));
        Assert.Equal(FailureWeight.Soft, PollSchedule.Weigh(new Refused(address, "no")));
        Assert.Equal(FailureWeight.Soft, PollSchedule.Weigh(new Disallowed(address)));
        Assert.Equal(FailureWeight.Soft, PollSchedule.Weigh(new TooLarge(1)));
    }
}
