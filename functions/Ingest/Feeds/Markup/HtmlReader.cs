using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Ingest.Feeds.Markup;

/// <summary>Parses pages as browsers do, without running or loading anything of them.</summary>
internal static class HtmlReader
{
    /// <summary>
    /// Deeper elements become siblings. Pages nest some thirty levels deep; those that nest thousands would overflow the
    /// stack of whoever walks them.
    /// </summary>
    private const int DeepestElement = 200;

    private static readonly HtmlParser Parser = new(new HtmlParserOptions
    {
        DisableElementPositionTracking = true,
        IsNotSupportingFrames = true,
        MaximumDepth = DeepestElement,
        SkipComments = true,
        SkipProcessingInstructions = true,

        // Scripts and styles are most of a page's bytes.
        SkipRawText = true,
        SkipScriptText = true,
    });

    /// <summary>The page's document.</summary>
    /// <param name="bytes">The body as it came, decompressed.</param>
    /// <param name="contentType">The Content-Type header, or null.</param>
    public static IHtmlDocument Read(ReadOnlyMemory<byte> bytes, string? contentType) => Read(CharacterDecoder.Decode(bytes.Span, contentType));

    /// <summary>The document of a page's text; its scripts and styles are there without their text.</summary>
    public static IHtmlDocument Read(string text) => Parser.ParseDocument(PageBounds.Within(text));

    /// <summary>The address that a page's relative addresses are meant against.</summary>
    public static Uri BaseOf(IHtmlDocument page, Uri address) =>
        Links.Web(page.QuerySelector("base[href]")?.GetAttribute("href"), address) ?? address;
}
