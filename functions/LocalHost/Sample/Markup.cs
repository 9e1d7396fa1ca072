using System.Net;

namespace Ingest.LocalHost.Sample;

/// <summary>Pieces of HTML that several templates share.</summary>
internal static class Markup
{
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    public static string Link(string address, string text) => $"<a href=\"{Text(address)}\">{Text(text)}</a>";

    public static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    /// <summary>The words, a paragraph each; a link to another story stands between the second and the third.</summary>
    public static string Paragraphs(SampleArticle article, string? readMore)
    {
        if (article.Broken) return Heap(article);
        var paragraphs = article.Printed.Select(paragraph => $"<p>{Text(paragraph)}</p>").ToList();
        if (readMore is not null && paragraphs.Count > 3) paragraphs.Insert(2, $"<p><strong>Read more:</strong> {readMore}</p>");
        return Lines(paragraphs);
    }

    /// <summary>What editors leave behind who paste from a word processor: one unclosed paragraph, breaks, stray spans and empty lines.</summary>
    private static string Heap(SampleArticle article) =>
        "<p><span style=\"font-weight: 400;\">" + string.Join("", article.Printed.Select((paragraph, at) => (at % 3) switch
        {
            0 => $"{Text(paragraph)}</span><br><br>\n",
            1 => $"{Text(paragraph)}<br />&nbsp;<br />\n<span>",
            _ => $"{Text(paragraph)}\n<p>&nbsp;\n<p><span>",
        }));
}
