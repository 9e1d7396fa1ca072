using Ingest.Storage.Record;

namespace Ingest.Storage.Rows;

/// <summary>The order of articles in every listing: the newest first, those of one instant by id. A place in it is a part of row keys.</summary>
internal static class Places
{
    /// <summary>The place of an article.</summary>
    public static string Of(ArticleHead article) => RowKeys.Inverted(article.ListedAt) + RowKeys.Separator + article.Id;

    /// <summary>The first place of articles listed at a time, behind all that are listed later.</summary>
    public static string From(DateTimeOffset time) => RowKeys.Inverted(time);

    /// <summary>The first place behind all articles listed at a time.</summary>
    public static string Behind(DateTimeOffset time) => time.UtcTicks == 0 ? Last : RowKeys.Inverted(time.AddTicks(-1));

    /// <summary>The first place of articles listed in the UTC month of a time.</summary>
    public static string FromMonthOf(DateTimeOffset time) =>
        From(time is { Year: 9999, Month: 12 } ? DateTimeOffset.MaxValue : new DateTimeOffset(time.UtcDateTime.Year, time.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1).AddTicks(-1));

    /// <summary>The time of a place.</summary>
    public static DateTimeOffset TimeOf(string place) => RowKeys.Reverted(place.AsSpan(0, TimeLength));

    /// <summary>The id of a place's article.</summary>
    public static string ArticleOf(string place) => place[20..];

    /// <summary>The id of the article whose place a row key ends in, or null where it ends in none.</summary>
    public static string? ArticleIn(string key) =>
        key.Split(RowKeys.Separator) is [.., { Length: TimeLength } time, var article] && time.All(char.IsAsciiDigit) ? article : null;

    /// <summary>The first place behind this one.</summary>
    public static string Next(string place) => place + '!';

    /// <summary>Characters of the time in a place.</summary>
    public const int TimeLength = 19;

    /// <summary>Before every place.</summary>
    public const string First = "";

    /// <summary>Behind every place.</summary>
    public const string Last = "~";
}
