using Ingest.Storage;

namespace Ingest.Tests.Storage;

public sealed class RowKeysTests
{
    [Theory]
    [InlineData("deport", "deport")]
    [InlineData("ក្រសួង", "ក្រសួង")]
    [InlineData("sar-sokha~1f", "sar-sokha~1f")]
    public void A_harmless_text_is_its_own_key(string text, string expected) => Assert.Equal(expected, RowKeys.Part(text));

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("100%")]
    [InlineData("a|b")]
    [InlineData("a\tb")]
    [InlineData("a\u0085b")]
    public void A_text_that_keys_forbid_is_hashed(string text) => Assert.Matches("^~[0-9a-f]{16}$", RowKeys.Part(text));

    [Fact]
    public void Half_a_pair_is_hashed() => Assert.StartsWith("~", RowKeys.Part("\ud83d"), StringComparison.Ordinal);

    [Fact]
    public void A_long_text_is_hashed() => Assert.Equal(17, RowKeys.Part(new string('a', 5000)).Length);

    [Theory]
    [InlineData("2026-11-24T10:00:00Z", "2026-11-24T10:00:01Z")]
    [InlineData("1970-01-01T00:00:00Z", "2026-11-24T10:00:00+07:00")]
    [InlineData("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z")]
    public void The_later_time_has_the_lower_key(string earlier, string later)
    {
        var (first, second) = (DateTimeOffset.Parse(earlier), DateTimeOffset.Parse(later));
        Assert.True(string.CompareOrdinal(RowKeys.Inverted(first), RowKeys.Inverted(second)) > 0);
        Assert.True(string.CompareOrdinal(RowKeys.InvertedMonth(first), RowKeys.InvertedMonth(second)) >= 0);
        Assert.Equal(second.ToUniversalTime(), RowKeys.Reverted(RowKeys.Inverted(second)));
    }

    [Theory]
    [InlineData("2026-11-30T23:59:59Z", "2026-12-01T00:00:00Z")]
    [InlineData("2026-12-31T23:59:59Z", "2027-01-01T00:00:00Z")]
    public void Months_part_at_midnight_utc(string last, string first) =>
        Assert.True(string.CompareOrdinal(RowKeys.InvertedMonth(DateTimeOffset.Parse(last)), RowKeys.InvertedMonth(DateTimeOffset.Parse(first))) > 0);

    // The buckets of a record that is in use must never move.
    [Theory]
    [InlineData("word:deport", 32, 5)]
    [InlineData("source:post", 32, 6)]
    public void A_bucket_stays_where_it_was(string key, int buckets, int expected) => Assert.Equal(expected, RowKeys.Bucket(key, buckets));
}
