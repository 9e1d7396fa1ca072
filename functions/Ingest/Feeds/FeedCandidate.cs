using Ingest.Sources;

namespace Ingest.Feeds;

/// <summary>A place where a publisher may tell of its articles.</summary>
/// <param name="FindBy">What it should be.</param>
/// <param name="Address">Where it should be.</param>
/// <param name="Title">As the page names it, or null.</param>
/// <param name="ListingSelector">Selector of a listing's links, else null.</param>
/// <param name="IsDeclared">Whether the page itself points there; otherwise it is a usual place.</param>
public sealed record FeedCandidate(FindBy FindBy, Uri Address, string? Title = null, string? ListingSelector = null, bool IsDeclared = true);
