using System.Collections.Immutable;
using Ingest.Articles;

namespace Ingest.Storage;

/// <summary>One revision of an article as the record keeps it.</summary>
/// <param name="Id">Hash of the canonical address; the same however often the article comes.</param>
/// <param name="Revision">From 1; rises when the words change.</param>
/// <param name="SourceId">The source that it was first seen at.</param>
/// <param name="TimeZone">The publisher's IANA time zone.</param>
/// <param name="Article">The article as its page gave it at this revision.</param>
/// <param name="ClusterId">Id of the article that it copies or that copies it; its own id where it stands alone.</param>
/// <param name="FirstSeen">When its first revision was fetched, UTC.</param>
/// <param name="SeenAt">When this revision was fetched, UTC.</param>
public sealed record StoredArticle(
    string Id,
    int Revision,
    string SourceId,
    string TimeZone,
    Article Article,
    string ClusterId,
    DateTimeOffset FirstSeen,
    DateTimeOffset SeenAt)
{
    /// <summary>The clusters that it belonged to before: its own id while its original was not known yet.</summary>
    public ImmutableArray<string> FormerClusters { get; init; } = [];

    /// <summary>
    /// The time that it is listed under, UTC: publication, or first sight where the page gives none or one that was still to come, so
    /// that an article with a date from the future does not stay the newest until then.
    /// </summary>
    public DateTimeOffset ListedAt => (Article.Published < FirstSeen ? Article.Published.Value : FirstSeen).ToUniversalTime();

    /// <summary>The calendar day of publication in the publisher's time zone.</summary>
    public DateOnly PublishedDay =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Article.Published ?? FirstSeen, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)).DateTime);
}
