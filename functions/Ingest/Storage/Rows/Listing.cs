using Ingest.Storage.Record;

namespace Ingest.Storage.Rows;

/// <summary>The order of every listing: the newest article first, those of one instant by id. A place in it is a part of row keys.</summary>
internal static class Listing
{
    /// <summary>The place of an article.</summary>
    public static string PlaceOf(ArticleHead article) => RowKeys.Inverted(article.ListedAt) + RowKeys.Separator + article.Id;

    /// <summary>The place before every article listed at <paramref name="time"/>, and behind all that are listed later.</summary>
    public static string StartOf(DateTimeOffset time) => RowKeys.Inverted(time);

    /// <summary>The time of a place.</summary>
    public static DateTimeOffset TimeOf(string place) => RowKeys.Reverted(place.AsSpan(0, 19));
}
