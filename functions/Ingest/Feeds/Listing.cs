using System.Collections.Immutable;

namespace Ingest.Feeds;

/// <summary>A page that lists articles.</summary>
/// <param name="Items">The articles that it leads to, each once, in the page's order.</param>
/// <param name="NextPage">The page with those before, or null.</param>
public sealed record Listing(ImmutableArray<FeedItem> Items, Uri? NextPage);
