using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Ingest.Feeds;
using Ingest.Network;

namespace Ingest.Sources;

/// <summary>What an answer of a source tells of its articles, whichever way it tells.</summary>
/// <param name="Items">The entries, in its order.</param>
/// <param name="NextPage">The page with those before, where there is one.</param>
/// <param name="Parts">The sitemaps of an index.</param>
internal sealed record FoundItems(ImmutableArray<FeedItem> Items, Uri? NextPage, ImmutableArray<SitemapPart> Parts)
{
    /// <summary>Reads an answer; null with the reason where it is not what it should be.</summary>
    public static FoundItems? Read(FindBy findBy, string? selector, Fetched answer, TimeZoneInfo zone, out string? fault)
    {
        fault = null;
        switch (findBy)
        {
            case FindBy.Feed or FindBy.WordPress:
                var read = findBy == FindBy.Feed
                    ? FeedParser.Parse(answer.Body, answer.ContentType, answer.Address, zone)
                    : WordPressParser.Parse(answer.Body, answer.ContentType, answer.Address);
                if (read is FeedRead { Feed: var feed }) return new FoundItems(feed.Items, null, []);
                fault = $"the answer of {answer.Address.Host} is {(read as NotAFeed)?.Reason ?? "no feed"}";
                return null;
            case FindBy.Sitemap:
                if (SitemapParser.Parse(answer.Body, answer.ContentType, answer.Address, zone) is { } sitemap) return new FoundItems(sitemap.Items, null, sitemap.Parts);
                fault = $"the answer of {answer.Address.Host} is no sitemap";
                return null;
            default:
                var listing = ListingParser.Parse(answer.Body, answer.ContentType, answer.Address, selector, zone);
                if (listing.Items.Length > 0) return new FoundItems(listing.Items, listing.NextPage, []);
                fault = $"no link on the page of {answer.Address.Host} is one that '{selector}' selects";
                return null;
        }
    }

    /// <summary>Where an entry's article is, or null where it names no address of the web.</summary>
    public static Uri? AddressOf(FeedItem item) => Links.Web(item.Link, null) ?? Links.Web(item.Id, null);

    /// <summary>What is remembered of an entry.</summary>
    public static SeenItem Remember(FeedItem item) => new(
        Hash(item.Link, item.Id),
        Hash(item.Title, item.Published?.ToString("O"), item.Updated?.ToString("O"), item.Summary, item.Content));

    private static ulong Hash(params ReadOnlySpan<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part ?? ""));
            hash.AppendData([0]);
        }

        return BinaryPrimitives.ReadUInt64LittleEndian(hash.GetHashAndReset());
    }
}
