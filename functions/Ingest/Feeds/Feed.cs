using System.Collections.Immutable;

namespace Ingest.Feeds;

/// <summary>A feed of any dialect, read.</summary>
/// <param name="Title">As text, or null.</param>
/// <param name="Link">The site's address, or null.</param>
/// <param name="Language">As the feed says it, or null.</param>
/// <param name="Items">In the feed's order.</param>
public sealed record Feed(string? Title, string? Link, string? Language, ImmutableArray<FeedItem> Items)
{
    /// <summary>The title as HTML where the feed writes it as markup, else as <see cref="Title"/>.</summary>
    public string? TitleAsWritten { get; init; }
}

/// <summary>An entry of a feed; whatever is missing or unreadable is null and costs nothing else.</summary>
/// <param name="Title">As text, whichever way it was escaped.</param>
/// <param name="Link">Absolute where a base is known.</param>
/// <param name="Id">guid, atom:id or JSON Feed id.</param>
/// <param name="Author">As the feed says it.</param>
/// <param name="Published">With its offset.</param>
/// <param name="Updated">With its offset.</param>
/// <param name="Summary">As HTML or text, as the feed carries it.</param>
/// <param name="Content">The whole text as HTML, where the feed carries it.</param>
public sealed record FeedItem(
    string? Title,
    string? Link,
    string? Id,
    string? Author,
    DateTimeOffset? Published,
    DateTimeOffset? Updated,
    string? Summary,
    string? Content)
{
    /// <summary>The title as HTML where the feed writes it as markup, else as <see cref="Title"/>.</summary>
    public string? TitleAsWritten { get; init; }
}
