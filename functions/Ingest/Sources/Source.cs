namespace Ingest.Sources;

/// <summary>How a source tells of its articles.</summary>
public enum FindBy
{
    /// <summary>RSS, Atom or JSON Feed.</summary>
    Feed,

    /// <summary>WordPress REST, /wp-json/wp/v2/posts.</summary>
    WordPress,

    /// <summary>A news sitemap.</summary>
    Sitemap,

    /// <summary>A listing page and a selector for its links.</summary>
    Listing,
}

/// <summary>A publisher that Ingest reads.</summary>
/// <param name="Id">Lower-case letters, digits and hyphens; part of keys and addresses, never changed.</param>
/// <param name="Name">As readers know it.</param>
/// <param name="HomePage">Its home page.</param>
/// <param name="TimeZone">IANA name; an article's calendar day is its publisher's.</param>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="FindBy">How its articles are found.</param>
/// <param name="FindAt">The feed, REST collection, sitemap or listing page.</param>
/// <param name="ListingSelector">CSS selector of the links on a listing page, else null.</param>
/// <param name="Rule">Id of the site rule that reads its pages ("ann", "post"), or null for the generic reading.</param>
public sealed record Source(
    string Id,
    string Name,
    Uri HomePage,
    string TimeZone,
    string Language,
    FindBy FindBy,
    Uri FindAt,
    string? ListingSelector = null,
    string? Rule = null);
