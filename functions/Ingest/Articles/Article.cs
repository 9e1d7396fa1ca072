using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Ingest.Articles;

/// <summary>What a fetched page turned out to be.</summary>
public enum PageKind
{
    /// <summary>A whole article.</summary>
    Article,

    /// <summary>Only the beginning of one; the rest is elsewhere.</summary>
    Teaser,

    /// <summary>The rest is behind a payment or a log-in.</summary>
    Paywall,

    /// <summary>A page that asks for consent in the article's place.</summary>
    Consent,

    /// <summary>A page that checks for robots in the article's place.</summary>
    BotCheck,

    /// <summary>No article could be read from it.</summary>
    Unreadable,
}

/// <summary>An article as its page gives it.</summary>
/// <param name="Url">The canonical address, https or http, without tracking parameters and fragment.</param>
/// <param name="Kind">What the page turned out to be; only <see cref="PageKind.Article"/> is extracted.</param>
/// <param name="Title">The headline without the site's name.</param>
/// <param name="Authors">Names as printed, without "by".</param>
/// <param name="Published">When it was published, with the publisher's offset; null where the page does not say.</param>
/// <param name="Modified">When it was last changed, or null.</param>
/// <param name="Section">The section it stands in, or null.</param>
/// <param name="Tags">Its tags, as printed.</param>
/// <param name="Language">BCP 47 tag of the text's language, or null where unknown.</param>
/// <param name="LeadPicture">Its lead picture, or null.</param>
/// <param name="Paragraphs">The words of the article, a paragraph each, without captions, dateline and credit.</param>
/// <param name="Captions">Captions of its pictures; no part of the words.</param>
/// <param name="Dateline">The place that opens a report ("PHNOM PENH"), or null.</param>
/// <param name="Credit">The original publisher of a syndicated copy ("The Phnom Penh Post/ANN"), or null.</param>
public sealed record Article(
    Uri Url,
    PageKind Kind,
    string Title,
    ImmutableArray<string> Authors,
    DateTimeOffset? Published,
    DateTimeOffset? Modified,
    string? Section,
    ImmutableArray<string> Tags,
    string? Language,
    Uri? LeadPicture,
    ImmutableArray<string> Paragraphs,
    ImmutableArray<string> Captions,
    string? Dateline,
    string? Credit)
{
    /// <summary>The paragraphs, parted by an empty line; mention offsets count in this text.</summary>
    [JsonIgnore]
    public string Text => string.Join("\n\n", Paragraphs);
}
