using Ingest.Network;

namespace Ingest.Tests.Network;

public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2025, 11, 12, 3, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("soon", null)]
    [InlineData("-5", null)]
    [InlineData("0", 0)]
    [InlineData(" 120 ", 120)]
    [InlineData("99999999999999999999", 86400)]
    [InlineData("90000", 86400)]
    [InlineData("Wed, 12 Nov 2025 03:02:00 GMT", 120)]
    [InlineData("Wednesday, 12-Nov-25 03:02:00 GMT", 120)]
    [InlineData("Wed Nov 12 03:02:00 2025", 120)]
    [InlineData("Wed, 12 Nov 2025 02:00:00 GMT", 0)] // in the past: now
    [InlineData("Fri, 12 Nov 2055 02:00:00 GMT", 86400)]
    public void Retry_after_is_seconds_or_a_date(string? value, int? seconds) =>
        Assert.Equal(seconds, (RetryAfter.Parse(value, Now) - Now)?.TotalSeconds);
}
