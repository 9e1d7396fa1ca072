using System.Collections.Immutable;

namespace Ingest.Articles.Sites;

/// <summary>How one publisher's pages are read: a version for each age of its site, the newest first.</summary>
/// <param name="Id">As sources name it.</param>
/// <param name="Versions">The first whose mark a page bears reads it.</param>
internal sealed record SiteRule(string Id, ImmutableArray<SiteRuleVersion> Versions);

/// <summary>
/// How the pages of one age of a site are read. Every list holds CSS selectors, of which the first that finds anything
/// counts; an empty one leaves the field to the generic reading.
/// </summary>
/// <param name="Name">The system and its years, for people.</param>
/// <param name="Since">The day from which on the site looks so.</param>
/// <param name="Mark">CSS selector of what only pages of this age have.</param>
/// <param name="Body">The elements that hold the article's words, together.</param>
internal sealed record SiteRuleVersion(string Name, DateOnly Since, string Mark, ImmutableArray<string> Body)
{
    /// <summary>The headline.</summary>
    public ImmutableArray<string> Title { get; init; } = [];

    /// <summary>The authors.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>The time of publication, as printed or in a datetime attribute.</summary>
    public ImmutableArray<string> Published { get; init; } = [];

    /// <summary>The section.</summary>
    public ImmutableArray<string> Section { get; init; } = [];

    /// <summary>The tags.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The words under pictures, wherever on the page; all selectors count.</summary>
    public ImmutableArray<string> Captions { get; init; } = [];

    /// <summary>What in the body is no part of the words; all selectors count.</summary>
    public ImmutableArray<string> Remove { get; init; } = [];
}
