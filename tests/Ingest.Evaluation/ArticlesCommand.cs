using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ingest.Articles;

namespace Ingest.Evaluation;

/// <summary>Reads every page of a folder (*.html.gz) into a file of articles, one JSON object by the pages' ids.</summary>
internal static partial class ArticlesCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static int Run(string folder, string output)
    {
        var pages = new List<Page>();
        var bad = 0;
        foreach (var file in Directory.EnumerateFiles(folder, "*.html.gz").Order(StringComparer.Ordinal))
        {
            try
            {
                pages.Add(Page.Read(file));
            }
            catch (InvalidDataException e)
            {
                bad++;
                Console.Error.WriteLine($"{Path.GetFileName(file)} skipped: {e.Message}");
            }
        }

        var speed = Measurement.Of(pages, page => page.Bytes.Length, page => ArticleParser.Read(page.Bytes, null, page.Address, null), out var results);
        var articles = new SortedDictionary<string, ArticleOut>(StringComparer.Ordinal);
        for (var i = 0; i < pages.Count; i++) articles[pages[i].Id] = Lay(results[i].Page.Article, results[i].Printed);
        File.WriteAllText(output, JsonSerializer.Serialize(articles, Json));
        Console.Error.WriteLine(speed);
        return bad == 0 ? 0 : 1;
    }

    private static ArticleOut Lay(Article article, ImmutableArray<string> printed) => new(
        string.Join("\n\n", printed),
        article.Title,
        article.Published,
        article.Authors,
        article.Url,
        article.Kind.ToString(),
        article.Language,
        article.Section,
        article.Tags,
        article.Dateline,
        article.Credit);

    private sealed record ArticleOut(
        string ArticleBody,
        string Title,
        DateTimeOffset? Published,
        ImmutableArray<string> Authors,
        Uri Url,
        string Kind,
        string? Language,
        string? Section,
        ImmutableArray<string> Tags,
        string? Dateline,
        string? Credit);

    /// <summary>A page of the set.</summary>
    /// <param name="Id">Its file's name before the first dot.</param>
    /// <param name="Bytes">The page, unpacked.</param>
    /// <param name="Address">Where it says it is from; the set does not say.</param>
    private sealed partial record Page(string Id, byte[] Bytes, Uri Address)
    {
        public static Page Read(string file)
        {
            var bytes = SampleFile.Read(file);
            var id = Path.GetFileName(file).Split('.')[0];
            var named = Canonical().Match(Encoding.Latin1.GetString(bytes)).Groups["address"].Value;
            return new Page(id, bytes, Uri.TryCreate(named, UriKind.Absolute, out var address) ? address : new Uri($"https://page.example/{id}"));
        }

        [GeneratedRegex("<link[^>]*\\srel=[\"']?canonical[^>]*\\shref=[\"']?(?<address>https?://[^\"'\\s>]+)|<meta[^>]*og:url[^>]*content=[\"'](?<address>https?://[^\"'\\s>]+)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
        private static partial Regex Canonical();
    }
}
