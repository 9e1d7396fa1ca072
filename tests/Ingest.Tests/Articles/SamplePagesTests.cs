using Ingest.Articles;
using Ingest.Feeds;
using Ingest.LocalHost.Sample;
using Ingest.Sources;
using Ingest.Tests.Sample;

namespace Ingest.Tests.Articles;

/// <summary>The sample publishers' pages, in all templates of ANN and of the Post's three ages, are read as their articles are.</summary>
public sealed class SamplePagesTests(SamplePagesTests.Pages pages) : IClassFixture<SamplePagesTests.Pages>
{
    public static TheoryData<string> Names => [.. ExpectedYields.Names.Where(name => !name.EndsWith(".edited", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_sample_page_is_read_as_its_article(string name)
    {
        var (expected, printed) = (ExpectedYields.Of(name).Article, ExpectedYields.ArticleOf(name));
        var read = await pages.ReadAsync(name);

        Assert.Equal(expected.Kind, read.Kind.ToString(), ignoreCase: true);
        Assert.Equal(expected.Title, read.Title);
        Assert.Equal(expected.Authors.AsEnumerable(), read.Authors);
        Assert.Equal(expected.Language.Split('-')[0], read.Language?.Split('-')[0]);
        Assert.Equal(expected.Captions.AsEnumerable(), read.Captions);
        Assert.Equal(expected.Dateline, read.Dateline);
        Assert.Equal(expected.Credit, read.Credit);
        if (read.Kind == PageKind.Article) Assert.Equal(printed.Paragraphs.AsEnumerable(), read.Paragraphs);
        Assert.Equal(ExpectedTime(printed), read.Published);
    }

    /// <summary>A page that prints a day alone is known to the day; one that prints none leaves it to the feed.</summary>
    private static DateTimeOffset? ExpectedTime(SampleArticle article) => article switch
    {
        { Dates: DateForm.None } => null,
        { Dates: DateForm.Words } => new DateTimeOffset(article.Published.Date, article.Published.Offset),
        _ => article.Published,
    };

    public sealed class Pages : IAsyncLifetime
    {
        private readonly string folder = Directory.CreateTempSubdirectory("ingest-sample-").FullName;
        private readonly HttpClient http = new();
        private readonly Dictionary<string, Uri> archive = [];
        private RunningSample sample = null!;

        public async ValueTask InitializeAsync()
        {
            sample = await SamplePublishers.StartAsync(folder, TestContext.Current.CancellationToken);
            for (var next = new Uri(sample.Post, "archive"); next is not null;)
            {
                var listing = ListingParser.Parse(await http.GetByteArrayAsync(next, TestContext.Current.CancellationToken), null, next, ".view-content > .item-list li h3 a");
                foreach (var item in listing.Items) archive[Path.GetFileNameWithoutExtension(new Uri(item.Link!).AbsolutePath)] = new Uri(item.Link!);
                next = listing.NextPage;
            }
        }

        public async ValueTask DisposeAsync()
        {
            await sample.DisposeAsync();
            http.Dispose();
            Directory.Delete(folder, recursive: true);
        }

        public async Task<Article> ReadAsync(string name)
        {
            var (shelf, slug) = (Path.GetDirectoryName(name), Path.GetFileName(name));
            var address = shelf switch
            {
                "Ann" => new Uri(sample.Ann, slug + "/"),
                "PostWordPress" => new Uri(sample.Post, slug + "/"),
                _ => archive[slug],
            };
            var source = BuiltInSources.All[shelf == "Ann" ? "ann" : "post"];
            return ArticleParser.Parse(await http.GetByteArrayAsync(address, TestContext.Current.CancellationToken), "text/html; charset=utf-8", address, source).Article;
        }
    }
}
