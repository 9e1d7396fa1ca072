using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ingest.Articles.Body;
using Ingest.Articles.Metadata;
using Ingest.Feeds;
using Ingest.Feeds.Markup;

namespace Ingest.Articles.Sites;

/// <summary>Reads a page by its site's rule.</summary>
internal static class SiteRuleReader
{
    /// <summary>What the rule finds, in place of what any page says; null where it finds no words, since the site has changed.</summary>
    public static (PageMetadata Metadata, ArticleBody Body)? Read(SiteRuleVersion rule, IHtmlDocument page, PageMetadata generic, TimeZoneInfo zone)
    {
        var title = First(rule.Title, page);
        var captions = rule.Captions.SelectMany(selector => page.QuerySelectorAll(selector)).Select(Text).Where(text => text.Length > 0).Distinct().ToImmutableArray();
        var authors = Bylines.Names(All(rule.Authors, page));
        var metadata = generic with
        {
            Title = title ?? generic.Title,
            Authors = authors.Length > 0 ? authors : generic.Authors,
            IsSigned = authors.Length > 0 || generic.IsSigned,
            Published = Time(rule.Published, page, zone) ?? generic.Published,
            Section = First(rule.Section, page) ?? generic.Section,
            Tags = All(rule.Tags, page) is { Count: > 0 } tags ? [.. tags.Distinct(StringComparer.OrdinalIgnoreCase)] : generic.Tags,
        };

        var roots = rule.Body.Select(selector => page.QuerySelectorAll(selector).ToHashSet()).FirstOrDefault(found => found.Count > 0);
        if (roots is null) return null;
        var passedOver = rule.Remove.Concat(rule.Captions).SelectMany(selector => page.QuerySelectorAll(selector)).ToHashSet();
        ImmutableArray<string> paragraphs = [.. roots.Where(root => !root.GetAncestors().OfType<IElement>().Any(roots.Contains)).SelectMany(root => BodyExtractor.ExtractWhole(root, metadata.Title, passedOver).Paragraphs)];
        return paragraphs.Length == 0 ? null : (metadata, new ArticleBody(paragraphs, captions));
    }

    private static DateTimeOffset? Time(ImmutableArray<string> selectors, IHtmlDocument page, TimeZoneInfo zone) =>
        selectors.SelectMany(selector => page.QuerySelectorAll(selector))
            .Select(element => PublicationTime.Parse(element.GetAttribute("datetime"), zone) ?? PublicationTime.Parse(Text(element), zone))
            .FirstOrDefault(time => time is not null);

    private static string? First(ImmutableArray<string> selectors, IHtmlDocument page) => All(selectors, page) is [var first, ..] ? first : null;

    private static List<string> All(ImmutableArray<string> selectors, IHtmlDocument page) =>
        selectors.Select(selector => page.QuerySelectorAll(selector).Select(Text).Where(text => text.Length > 0).ToList()).FirstOrDefault(found => found.Count > 0) ?? [];

    private static string Text(IElement element) => MarkupWriter.InOneLine(element.TextContent);
}
