using System.Globalization;
using System.Text;

namespace Ingest.Evaluation.Fuzzing;

/// <summary>Inputs that parsers break on: deep, long, left open, repeated, each piece by itself and where it may do most harm. Each has
/// cost some parser time or memory beyond proportion, or its stack.</summary>
internal static class HostileInputs
{
    /// <summary>Half-open markup and letters.</summary>
    private static readonly string[] Anything =
    [
        "<", ">", "&", "\"", "'", "=", "/", "</", "<!", "<!--", "<!---->", "<![CDATA[", "<![CDATA[a]]>", "<?", "]]>", "-->", "<a", "<a ", "<a b", "<a b='", "<a b=\"c", "<a b='c' ", "</p>", "</br>", "</div>", "</a{n}>",
        "a", "a ", "a. ", "\0", "\n", "\r\n\r\n", "\u1780", "\u00ad", "\ud83d\ude00", "\t",
    ];

    /// <summary>Elements that nest and that the standard moves about, and what is read of pages; {n} counts.</summary>
    private static readonly string[] OfPages =
    [
        "<div>", "<div id='{n}'>", "<div class='a{n} b'>", "<x{n}>", "<b>", "<b><i>", "<b><p>", "<b id={n}><p>", "<font size={n}>", "</b></p>", "<a><b>", "<a><p>", "<nobr>", "<button>", "<marquee>", "<object>", "<center>",
        "<table>", "<table><tr><td>", "<table><tr><td><p>a", "<table><b>", "<i><table><b>", "<p>a<table>", "<tr><td>", "<td>a", "<caption>", "<svg>", "<svg><a>", "<svg><title>", "<math><mi>", "<select><option>", "<option>a", "<optgroup>", "<select>",
        "<ul><li>", "<li>", "<dd>", "<ruby><rt>", "<template>", "<template><tr>", "<form>", "<frameset>", "<iframe>", "<noscript>", "<noscript><p>a</p></noscript>", "<script>", "<script>a</script>", "<style>", "<svg><style>", "<svg><style><b>", "<svg><a b='</svg>'><style><b>", "<select><title></select><b>", "<p><font size={n}></p><p>a", "<b></i>", "<title>", "<textarea>", "<plaintext>", "<br>", "<img src='/{n}'>", "<input>",
        "<html a{n}='b'>", "<body a{n}='b'>", "a{n}='b' ",
        "<p>a", "<p>a</p>", "<p>The bridge was opened to all on Monday.</p>", "<p>The bridge was opened to all. <span class='share'>a</span>", "The bridge was opened to all on Monday. <span class='share'>a</span>", "The bridge <b>was</b> opened on Monday. ", "<br><br>The bridge was opened on Monday.",
        "<p><a href='x'>b</a>", "<a href='/{n}'>A headline that is long enough to be one</a>", "<li><a href='/{n}'>A headline that is long enough to be one</a></li>", "<article><a href='/{n}'>A headline that is long enough to be one</a>", "<div class='card'><a href='/{n}'>A headline that is long enough to be one</a>",
        "<h1>a", "<h1>The same long headline again</h1>", "<h1>Headline {n} of this page</h1>", "<h3>Related stories</h3>", "<article><h1>", "<section class='share'>", "<span class='share'>a", "<div class='share{n}'><p>The bridge was opened on Monday.</p></div>", "<figure><figcaption>", "<figure><figcaption>a</figcaption></figure>", "<div class='article-text'>a</div>", "<p class='paraclass'>a</p>",
        "<time>5 May 2025</time>", "<time datetime='a'>", "<p class='byline'>By A B and C D</p>", "<a rel='author'>By A{n} B</a>", "<a rel='tag'>t{n}</a>", "<link rel='next' href='/section/article/{n}'>", "<link rel='canonical' href='/x'>", "<link rel='alternate' type='application/rss+xml' href='/{n}'>",
        "<meta property='og:title' content='x'>", "<meta name='a{n}' content='b'>", "<meta name='author' content='A{n} B'>",
        "<script type='application/ld+json'>[", "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\"}]}</script>", "<script type='application/ld+json'>{\"@id\":\"{n}\",\"name\":\"A\"}</script>", "application/ld+json>", "application/ld+json></script>",
        "paper | ", " - a", "a, ", "a and ", "By A ", "PHNOM PENH ", "(", "-", "“", "A. ", "A",
    ];

    /// <summary>What is read of feeds and sitemaps.</summary>
    private static readonly string[] OfFeeds =
    [
        "<item>", "<item><title>", "<item><title>a</title><link>/{n}</link></item>", "<entry><link href='x'>", "<item><title><![CDATA[", "<x:y xmlns:x='z'>", "<x:y xmlns:x{n}='z'/>", "<x xml:base='a/'>", "<category>a</category>", "<author>a", "<url><loc>https://paper.example/{n}</loc></url>", "<sitemap><loc>/{n}</loc></sitemap>", "https://paper.example/{n}\n",
        "&amp;", "&#x41;", "&lt;", "&lt;p&gt;", "&lt;div&gt;", "&x;", "&a{n};", "<!ENTITY a 'b'>", "<!ENTITY a{n} 'b'>", "<!DOCTYPE rss [", "<!DOCTYPE rss [<!ENTITY a 'b'>]>",
    ];

    /// <summary>What is read of JSON.</summary>
    private static readonly string[] OfJson =
    [
        "[", "[[", "{\"a\":", "[],", "{},", "1,", "\"\",", "\"a{n}\":1,", "\"\\u0041\",", "{\"@type\":\"NewsArticle\"},", "{\"@type\":\"NewsArticle\",\"author\":[{\"name\":\"A\"}]},", "{\"id\":\"{n}\",\"url\":\"/{n}\",\"title\":\"a\"},", "{\"id\":{n},\"link\":\"/{n}\"},",
    ];

    /// <summary>Where pieces stand.</summary>
    private static readonly (string Name, string[][] Pieces, string Before, string After)[] Places =
    [
        ("alone", [Anything, OfPages, OfFeeds, OfJson], "", ""),
        ("in a page", [Anything, OfPages], "<html><head><title>A title</title></head><body><article><h1>A title</h1><p>", "</p></article></body></html>"),
        ("deep in a page", [Anything, OfPages], "<html><body>" + string.Concat(Enumerable.Repeat("<div>", 150)) + "<h1>A title</h1><p>", ""),
        ("in a head", [Anything, OfPages], "<html><head>", "</head><body><p>a</p></body></html>"),
        ("in a title", [Anything], "<html><head><title>", "</title></head><body><h1>a</h1><p>a</p></body></html>"),
        ("in a tag", [Anything], "<html><body><div ", "><p>a</p></div></body></html>"),
        ("in an attribute", [Anything], "<html><head><meta property=\"og:title\" content=\"", "\"><meta name=\"author\" content=\"a\"></head><body><h1>a</h1></body></html>"),
        ("in a byline", [Anything, OfPages], "<html><body><h1>a</h1><p class='author'>", "</p></body></html>"),
        ("in JSON-LD", [Anything, OfJson], "<html><body><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":[", "{}],\"headline\":\"a\"}</script></body></html>"),
        ("in a text of JSON-LD", [Anything], "<html><body><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"", "\"}</script></body></html>"),
        ("in a description", [Anything, OfPages, OfFeeds], "<rss><channel><title>A</title><item><title>B</title><description>", "</description></item></channel></rss>"),
        ("in a channel", [Anything, OfFeeds], "<rss><channel><title>A</title>", "</channel></rss>"),
        ("in an entry", [Anything, OfPages, OfFeeds], "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title type='xhtml'>", "</title></entry></feed>"),
        ("in a sitemap", [Anything, OfFeeds], "<urlset>", "</urlset>"),
        ("in a JSON Feed", [Anything, OfJson], "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[", "{}]}"),
        ("in a list of posts", [Anything, OfJson], "[", "{}]"),
        ("in a robots.txt", [Anything], "User-agent: *\nDisallow: /", "\n"),
        ("in a document type", [Anything, OfFeeds], "<!DOCTYPE rss [", "]><rss><channel><item><title>a</title></item></channel></rss>"),
    ];

    private const int MixesInAPlace = 20;

    private const int PiecesInAMix = 3;

    /// <summary>Each piece repeated to a size, in each place; and some pieces together.</summary>
    /// <param name="bytes">The size of each input.</param>
    public static IEnumerable<(string Name, byte[] Bytes)> OfSize(int bytes)
    {
        foreach (var group in (string[][])[Anything, OfPages, OfFeeds, OfJson])
        {
            foreach (var piece in group)
            {
                var repeated = Repeat(piece, bytes);
                foreach (var (place, pieces, before, after) in Places)
                    if (pieces.Contains(group)) yield return ($"{piece.ReplaceLineEndings("⏎")} {place}", [.. Encoding.UTF8.GetBytes(before), .. repeated, .. Encoding.UTF8.GetBytes(after)]);
            }
        }

        var random = new Random(1);
        foreach (var (name, pieces, before, after) in Places)
        {
            string[] all = [.. pieces.SelectMany(group => group)];
            for (var mix = 0; mix < MixesInAPlace; mix++)
            {
                var mixed = string.Concat(random.GetItems(all, PiecesInAMix));
                yield return ($"{mixed.ReplaceLineEndings("⏎")} {name}", [.. Encoding.UTF8.GetBytes(before), .. Repeat(mixed, bytes), .. Encoding.UTF8.GetBytes(after)]);
            }
        }

        var noise = new byte[bytes];
        random.NextBytes(noise);
        yield return ("noise", noise);
    }

    private static byte[] Repeat(string piece, int bytes)
    {
        var isCounted = piece.Contains("{n}", StringComparison.Ordinal);
        var one = Encoding.UTF8.GetBytes(piece);
        var repeated = new List<byte>(bytes + one.Length);
        for (var n = 1; repeated.Count == 0 || repeated.Count + one.Length <= bytes; n++)
            repeated.AddRange(isCounted ? Encoding.UTF8.GetBytes(piece.Replace("{n}", n.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)) : one);
        return [.. repeated];
    }
}
