using Ingest.Articles;
using Ingest.Sources;
using Ingest.Storage;
using Ingest.Tests.Sample;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Tests.Queries.Page.Browser;

/// <summary>Puts the sample's articles into a record by the pipeline's second half, without fetching them.</summary>
internal static class SampleRecord
{
    private const string EditedEnd = ".edited";

    private static readonly DateTimeOffset Now = new(2025, 11, 14, 2, 0, 0, TimeSpan.Zero);

    public static async Task FillAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var store = services.GetRequiredService<ArticleStore>();
        var clusters = services.GetRequiredService<ClusterStore>();
        var recorder = services.GetRequiredService<MentionRecorder>();

        // An edited article comes after the one that it replaces.
        foreach (var name in ExpectedYields.Names.OrderBy(name => name.EndsWith(EditedEnd, StringComparison.Ordinal)))
        {
            if (ExpectedYields.ArticleOf(name).Teaser) continue;
            var (source, article) = (SourceOf(name), ArticleOf(name));
            var head = await store.KeepAsync(ArticleStore.IdOf(article.Url), source, article, [], Now, cancellation);
            foreach (var ready in await clusters.JoinAsync(head, cancellation))
            {
                await recorder.RecordAsync(new ExtractMentionsMessage(ready.Id, ready.Revision), cancellation);
                await store.ChangeAsync(ready.Id, row => row.Announced = ready.Revision, cancellation);
            }
        }
    }

    /// <summary>Where a sample article stands.</summary>
    public static Uri UrlOf(string name) => new($"https://{SourceOf(name).Id}.example/{Path.GetFileName(name).Replace(EditedEnd, "", StringComparison.Ordinal)}/");

    private static Article ArticleOf(string name)
    {
        var (expected, article) = (ExpectedYields.Of(name).Article, ExpectedYields.ArticleOf(name));
        return new Article(
            UrlOf(name), PageKind.Article, article.Title, article.Authors, article.Published.ToOffset(TimeSpan.FromHours(7)), null, article.Section, article.Tags, article.Language, null,
            article.Paragraphs, article.Captions, expected.Dateline, expected.Credit);
    }

    private static Source SourceOf(string name) => name.Split('/')[0] switch
    {
        "Ann" => BuiltInSources.All["ann"],
        "PostWordPress" => BuiltInSources.All["post"],
        _ => BuiltInSources.All["post"] with { Id = "post-archive", Name = "The Phnom Penh Post, archive" },
    };
}
