using System.Collections.Immutable;
using AngleSharp.Html.Dom;
using Ingest.Articles.Body;
using Ingest.Articles.Metadata;
using Ingest.Articles.Sites;
using Ingest.Feeds;
using Ingest.Feeds.Markup;
using Ingest.Sources;

namespace Ingest.Articles;

/// <summary>
/// Reads articles off their pages: by the rule of the page's site where there is one, else by what any page says of itself
/// and how it is built. Never throws on any page, and takes time and memory in proportion to it.
/// </summary>
public static class ArticleParser
{
    /// <summary>A line that prints a day of publication says little else, in characters.</summary>
    private const int LongestDay = 60;

    private static readonly string NextPageSelector = string.Join(", ", DataFile.Lines("Articles/Data/next-part-selectors.txt"));

    /// <summary>Reads a page. One that holds no article says so by its <see cref="Article.Kind"/>.</summary>
    /// <param name="bytes">The body as it came, decompressed.</param>
    /// <param name="contentType">The Content-Type header, or null.</param>
    /// <param name="address">Where it came from, after all redirects.</param>
    /// <param name="source">Whose page it is: its rule, its time zone, its language; null where nothing is known.</param>
    public static ArticlePage Parse(ReadOnlyMemory<byte> bytes, string? contentType, Uri address, Source? source = null) =>
        Read(bytes, contentType, address, source).Page;

    /// <summary>Reads a page; beside its article the paragraphs as printed, dateline and credit included.</summary>
    internal static (ArticlePage Page, ImmutableArray<string> Printed) Read(ReadOnlyMemory<byte> bytes, string? contentType, Uri address, Source? source)
    {
        var text = CharacterDecoder.Decode(bytes.Span, contentType);
        var page = HtmlReader.Read(text);
        var json = JsonLd.Read(text);
        var zone = source is not null && TimeZoneInfo.TryFindSystemTimeZoneById(source.TimeZone, out var known) ? known : TimeZoneInfo.Utc;
        var metadata = PageMetadata.Read(page, json, address, source?.Name, zone);
        ArticleBody body;
        if (SiteRules.For(source?.Rule, page) is { } rule && SiteRuleReader.Read(rule, page, metadata, zone) is { } read) (metadata, body) = read;
        else body = Generic(text, page, json, metadata.Title);

        var marked = Marked(body.Paragraphs);
        var article = new Article(
            metadata.Url,
            PageKinds.Of(page, json, page.Title ?? metadata.Title, marked.Paragraphs),
            metadata.Title,
            !metadata.IsSigned && Signed(body) is { IsEmpty: false } signed ? signed : metadata.Authors,
            metadata.Published ?? body.HeadLines.Select(line => TimeOf(line, zone)).FirstOrDefault(time => time is not null),
            metadata.Modified,
            metadata.Section,
            metadata.Tags,
            LanguageGuess.Of(marked.Paragraphs, metadata.Language ?? source?.Language),
            metadata.LeadPicture,
            marked.Paragraphs,
            body.Captions,
            marked.Dateline,
            marked.Credit);
        return (new ArticlePage(article, NextPage(page, metadata.Url, address)), body.Paragraphs);
    }

    /// <summary>Who wrote the article by a line under its headline, or by the name that closes it.</summary>
    private static ImmutableArray<string> Signed(ArticleBody body) =>
        body.HeadLines.Select(Bylines.OfLine).FirstOrDefault(names => !names.IsEmpty, body.Paragraphs.IsEmpty ? [] : Bylines.OfSignature(body.Paragraphs[^1]));

    /// <summary>When the article appeared, where a line beside its headline prints that. A longer line with a day and no hour tells what a picture shows.</summary>
    private static DateTimeOffset? TimeOf(string line, TimeZoneInfo zone) =>
        PublicationTime.Parse(line, zone) is { } time && (line.Length <= LongestDay || time.TimeOfDay > TimeSpan.Zero) ? time : null;

    private static ArticleBody Generic(string text, IHtmlDocument page, JsonLd json, string title)
    {
        var headline = title.Length > 0 ? title : null;
        var body = page.Body is { } root ? BodyExtractor.Extract(root, headline) : new ArticleBody([], []);

        // Pages that scripts fill in hold their words in JSON-LD alone, or in what the scripts begin with.
        var given = json.Body is { } written ? Lines(written) : [];
        if (Length(given) > 2 * Length(body.Paragraphs)) body = body with { Paragraphs = given };
        return Length(body.Paragraphs) < PageKinds.ShortestArticle && ScriptedBody.Extract(text, page, json, headline) is { } scripted ? scripted : body;
    }

    private static int Length(ImmutableArray<string> paragraphs) => paragraphs.Sum(paragraph => paragraph.Length);

    private static ImmutableArray<string> Lines(string written) =>
        [.. written.Split('\n').Select(MarkupWriter.ToText).Where(line => line.Length > 0)];

    /// <summary>The words without the place that opens them and the credit that closes them.</summary>
    internal static (ImmutableArray<string> Paragraphs, string? Dateline, string? Credit) Marked(ImmutableArray<string> paragraphs)
    {
        if (paragraphs.Length == 0) return (paragraphs, null, null);
        var opening = ReportMarks.OpeningOf(paragraphs[0]);
        if (opening.Length > 0) paragraphs = paragraphs.SetItem(0, paragraphs[0][opening.Length..]);
        if (ReportMarks.ClosingOf(paragraphs[^1]) is not { } closing) return (paragraphs, opening.Dateline, opening.Credit);
        var last = paragraphs[^1][..closing.Start].TrimEnd();
        paragraphs = last.Length == 0 ? paragraphs.RemoveAt(paragraphs.Length - 1) : paragraphs.SetItem(paragraphs.Length - 1, last);
        return (paragraphs, opening.Dateline, opening.Credit ?? closing.Credit);
    }

    /// <summary>The address of the article's next part: on the same host, below or beside the article's own address.</summary>
    private static Uri? NextPage(IHtmlDocument page, Uri canonical, Uri address) =>
        page.QuerySelectorAll(NextPageSelector)
            .Select(link => Links.Web(link.GetAttribute("href"), HtmlReader.BaseOf(page, address)))
            .FirstOrDefault(next => next is not null && IsPartOf(next, canonical, address));

    private static bool IsPartOf(Uri next, Uri canonical, Uri address)
    {
        if (next.Host != address.Host || next == address) return false;
        var path = canonical.AbsolutePath.TrimEnd('/');
        return path.Length > 1 && (next.AbsolutePath.TrimEnd('/') == path ? next.Query.Length > 1 : next.AbsolutePath.StartsWith(path + "/", StringComparison.Ordinal));
    }
}
