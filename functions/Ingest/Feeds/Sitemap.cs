using System.Collections.Immutable;

namespace Ingest.Feeds;

/// <summary>A sitemap: the pages that it lists, or where it is an index the sitemaps that list them.</summary>
/// <param name="Items">The pages in the sitemap's order; title and publication where it is a news sitemap, else the last change.</param>
/// <param name="Parts">The sitemaps of an index, in its order; empty for a list of pages.</param>
public sealed record Sitemap(ImmutableArray<FeedItem> Items, ImmutableArray<SitemapPart> Parts);

/// <summary>A sitemap that an index names.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Modified">When it last changed, or null.</param>
public sealed record SitemapPart(Uri Address, DateTimeOffset? Modified);
