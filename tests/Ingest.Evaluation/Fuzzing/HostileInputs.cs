using System.Text;

namespace Ingest.Evaluation.Fuzzing;

/// <summary>Inputs that parsers break on: deep, long, left open, repeated.</summary>
internal static class HostileInputs
{
    /// <summary>What is repeated; each has cost some parser time or memory beyond proportion, or its stack.</summary>
    private static readonly string[] Pieces =
    [
        "<", ">", "&", "\"", "'", "=", "/", "</", "<!", "<!--", "<![CDATA[", "<?", "]]>", "-->", "<a", "<a ", "<a b", "<a b='", "<a b=\"c", "<p>a", "<p><a href='x'>b</a>",
        "<div>", "<b>", "<b><i>", "<b><p>", "</b></p>", "<a><b>", "<table>", "<table><tr><td>", "<table><b>", "<svg>", "<svg><a>", "<math><mi>", "<select><option>", "<ul><li>", "<li>", "<dd>",
        "<template>", "<form>", "<frameset>", "<iframe>", "<noscript>", "<script>", "<title>", "<textarea>", "<br>", "<h1>a", "<h1>The same long headline again</h1>", "<time>5 May 2025</time>",
        "<article><h1>", "<section class='share'>", "<span class='share'>a", "<figure><figcaption>", "<meta property='og:title' content='x'>", "<link rel='canonical' href='/x'>",
        "<script type='application/ld+json'>[", "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\"}]}</script>", "application/ld+json>",
        "<item>", "<item><title>", "<entry><link href='x'>", "<item><title><![CDATA[", "<x:y xmlns:x='z'>", "<x xml:base='a/'>", "&amp;", "&#x41;", "&lt;", "&x;", "<!ENTITY a 'b'>", "<!DOCTYPE rss [", "[", "{\"a\":", "[[", "a", "a ", "a. ", "\0", "\n", "\u1780", "“", "-", "A", "(", "PHNOM PENH ",
    ];

    /// <summary>Each piece repeated to a size, by itself and inside a page and a feed.</summary>
    /// <param name="bytes">The size of each input.</param>
    public static IEnumerable<(string Name, byte[] Bytes)> OfSize(int bytes)
    {
        foreach (var piece in Pieces)
        {
            var repeated = new StringBuilder(bytes + piece.Length).Insert(0, piece, Math.Max(1, bytes / Encoding.UTF8.GetByteCount(piece))).ToString();
            yield return ($"{piece} alone", Encoding.UTF8.GetBytes(repeated));
            yield return ($"{piece} in a page", Encoding.UTF8.GetBytes($"<html><head><title>A title</title></head><body><article><h1>A title</h1><p>{repeated}</p></article></body></html>"));
            yield return ($"{piece} in a feed", Encoding.UTF8.GetBytes($"<rss><channel><title>A</title><item><title>B</title><description>{repeated}</description></item></channel></rss>"));
        }

        var noise = new byte[bytes];
        new Random(1).NextBytes(noise);
        yield return ("noise", noise);
    }
}
