using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;

namespace Ingest.Storage;

/// <summary>What is true of an article whichever of its revisions is meant. Partition: its id. Row: "head".</summary>
internal sealed class ArticleHeadRow : ITableEntity
{
    /// <summary>The row's key.</summary>
    public const string Key = "head";

    /// <summary>Stands in <see cref="Announced"/> for an article that whoever moved it has to hand on anew.</summary>
    public const int Moved = -1;

    public required string PartitionKey { get; set; }

    public string RowKey { get; set; } = Key;

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    /// <summary>Its canonical address.</summary>
    public string Url { get; set; } = "";

    /// <summary>The source that it was first seen at.</summary>
    public string SourceId { get; set; } = "";

    /// <summary>The publisher's IANA time zone.</summary>
    public string TimeZone { get; set; } = "";

    /// <summary>The newest revision; 0 where only pages came that are no article.</summary>
    public int Revision { get; set; }

    /// <summary>
    /// The newest revision that was handed on to extraction; <see cref="Moved"/> where it came to another cluster since.
    /// </summary>
    public int Announced { get; set; }

    /// <summary>When its first revision was fetched, UTC.</summary>
    public DateTimeOffset FirstSeen { get; set; }

    /// <summary>When it was published, UTC; null where neither page nor feed ever said.</summary>
    public DateTimeOffset? Published { get; set; }

    /// <summary>The publisher's offset at publication, in minutes.</summary>
    public int PublishedOffset { get; set; }

    /// <summary>What the last page that came turned out to be.</summary>
    public string PageKind { get; set; } = "";

    /// <summary>ETag of the page of the newest revision, as it was sent.</summary>
    public string? PageETag { get; set; }

    /// <summary>Last-Modified of that page, as it was sent.</summary>
    public string? PageLastModified { get; set; }

    /// <summary>BCP 47 tag of its language, or null where unknown.</summary>
    public string? Language { get; set; }

    /// <summary>Whether it names another publisher as its origin.</summary>
    public bool IsCredited { get; set; }

    /// <summary>The article whose copies this one and its like are; its own id where it stands alone.</summary>
    public string ClusterId { get; set; } = "";

    /// <summary>The clusters that it belonged to before, parted by spaces.</summary>
    public string FormerClusters { get; set; } = "";

    /// <summary>The sketch of its words, by which copies are known.</summary>
    public byte[] Sketch { get; set; } = [];

    /// <summary>Its id.</summary>
    [IgnoreDataMember]
    public string Id => PartitionKey;

    /// <summary>When it was published, with the publisher's offset.</summary>
    [IgnoreDataMember]
    public DateTimeOffset? PublishedThere => Published?.ToOffset(TimeSpan.FromMinutes(PublishedOffset));
}

/// <summary>One revision of an article. Partition: the article's id. Row: "r000001", rising.</summary>
internal sealed class ArticleRevisionRow : ITableEntity
{
    public required string PartitionKey { get; set; }

    public required string RowKey { get; set; }

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    /// <summary>Its number, from 1.</summary>
    public int Number { get; set; }

    /// <summary>When it was fetched, UTC.</summary>
    public DateTimeOffset SeenAt { get; set; }

    /// <summary>Hash of headline and words: what makes it a revision.</summary>
    public string Words { get; set; } = "";

    /// <summary>The blob that holds it.</summary>
    public string Body { get; set; } = "";

    /// <summary>The blobs that hold its pages as they were fetched, parted by spaces.</summary>
    public string Pages { get; set; } = "";

    /// <summary>The key of a revision's row.</summary>
    public static string KeyOf(int number) => $"r{number:D6}";
}
