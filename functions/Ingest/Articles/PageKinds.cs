using System.Collections.Immutable;
using AngleSharp.Html.Dom;
using Ingest.Articles.Metadata;
using Ingest.Feeds.Markup;

namespace Ingest.Articles;

/// <summary>Tells whole articles from what publishers put in their place.</summary>
internal static class PageKinds
{
    /// <summary>An article may be shorter, a page in its place is hardly longer, in characters.</summary>
    private const int LongestStandIn = 1500;

    /// <summary>What is longer and ends in dots is a writer's manner, in characters.</summary>
    private const int LongestTeaser = 1200;

    /// <summary>Less is no article, in characters.</summary>
    public const int ShortestArticle = 120;

    /// <summary>The beginnings that sites give away are hardly longer, in characters.</summary>
    private const int LongestBeginning = 2500;

    /// <summary>The share of its own count of words that a whole article has at least.</summary>
    private const double WholeShare = 0.6;

    private static readonly string RobotSelector = string.Join(", ", DataFile.Lines("Articles/Data/robot-check-selectors.txt"));
    private static readonly string[] RobotPhrases = [.. DataFile.Lines("Articles/Data/robot-check-phrases.txt")];
    private static readonly string[] ConsentPhrases = [.. DataFile.Lines("Articles/Data/consent-phrases.txt")];
    private static readonly string[] PaywallPhrases = [.. DataFile.Lines("Articles/Data/paywall-phrases.txt")];
    private static readonly string[] TeaserPhrases = [.. DataFile.Lines("Articles/Data/teaser-phrases.txt")];

    /// <summary>What a page is.</summary>
    /// <param name="page">The document.</param>
    /// <param name="json">Its JSON-LD.</param>
    /// <param name="title">Its title as written, the site's name included.</param>
    /// <param name="paragraphs">What was read as the article's words.</param>
    public static PageKind Of(IHtmlDocument page, JsonLd json, string title, ImmutableArray<string> paragraphs)
    {
        var length = paragraphs.Sum(paragraph => paragraph.Length);
        if (length > LongestBeginning && !(json.IsClosed && IsCut(json, paragraphs))) return PageKind.Article;
        var visible = MarkupWriter.InOneLine(page.Body?.TextContent ?? "");
        if (length <= LongestStandIn && !json.HasArticle)
        {
            if (Holds(title, RobotPhrases) || page.QuerySelector(RobotSelector) is not null || (visible.Length < LongestStandIn && Holds(visible, RobotPhrases))) return PageKind.BotCheck;
            if (Holds(title, ConsentPhrases) || (visible.Length < 3 * LongestStandIn && Holds(visible, ConsentPhrases))) return PageKind.Consent;
        }

        var asksToPay = Holds(visible, PaywallPhrases);
        if (json.IsClosed && (asksToPay || IsCut(json, paragraphs) || length < ShortestArticle)) return PageKind.Paywall;
        if (length <= LongestBeginning && asksToPay && (IsCut(json, paragraphs) || paragraphs.Length <= 4)) return PageKind.Paywall;
        if (length < ShortestArticle) return PageKind.Unreadable;
        return length <= LongestTeaser && (IsCut(json, paragraphs) || Holds(paragraphs[^1], TeaserPhrases)) ? PageKind.Teaser : PageKind.Article;
    }

    /// <summary>Whether the text stops before its end.</summary>
    private static bool IsCut(JsonLd json, ImmutableArray<string> paragraphs)
    {
        if (paragraphs.Length == 0) return false;
        var last = paragraphs[^1].AsSpan().TrimEnd(" ]\"”)");
        if (last is [.., '…'] or [.., '.', '.', '.']) return true;
        return json.WordCount is { } count && count > 100 && paragraphs.Sum(paragraph => paragraph.Count(c => c == ' ') + 1) < count * WholeShare;
    }

    private static bool Holds(string text, string[] phrases) => Array.Exists(phrases, phrase => text.Contains(phrase, StringComparison.OrdinalIgnoreCase));
}
