using System.Collections.Immutable;
using Ingest.Extraction;
using Ingest.Extraction.Officials;
using Ingest.Queries.Formats;
using Ingest.Queries.Parameters;
using Ingest.Storage;
using Ingest.Storage.Record;
using Ingest.Storage.Rows;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Ingest.Queries;

/// <summary>Answers questions for articles.</summary>
public sealed class ArticleQueries
{
    private readonly ArticleFinder finder;
    private readonly PageAnswerer pages;
    private readonly ArticleStore articles;
    private readonly MentionExtractor extractor;
    private readonly RowReader reader;
    private readonly bool isOpen;

    internal ArticleQueries(
        ArticleFinder finder, PageAnswerer pages, ArticleStore articles, MentionExtractor extractor, RowReader reader, IOptions<QueryOptions> options, IHostEnvironment environment)
    {
        (this.finder, this.pages, this.articles, this.extractor, this.reader) = (finder, pages, articles, extractor, reader);
        isOpen = options.Value.FullText ?? environment.IsDevelopment();
    }

    internal static ImmutableArray<Parameter> ListParameters { get; } = [.. ArticleFilter.Parameters, KnownParameters.Order, .. PageAnswerer.Parameters];

    internal static ImmutableArray<Parameter> GetParameters { get; } = [KnownParameters.Revision];

    /// <summary>GET /api/articles</summary>
    public Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellation) => pages.AnswerAsync(
        request,
        ListParameters,
        Shapes.Articles,
        (parameters, cursor, top, budget) => finder.FindAsync(
            ArticleFilter.Read(parameters), parameters.Choice(KnownParameters.Order) == "oldest", cursor, top, budget, cancellation),
        cancellation);

    /// <summary>GET /api/articles/{id}: everything about an article; its text only where the operator lets everybody read it.</summary>
    public Task<IResult> GetAsync(HttpRequest request, string id, CancellationToken cancellation) => AnswerAsync(request, id, isOpen, cancellation);

    /// <summary>GET /api/articles/{id}/text: the same with the text, for those who have a key.</summary>
    public Task<IResult> GetWithTextAsync(HttpRequest request, string id, CancellationToken cancellation) => AnswerAsync(request, id, withText: true, cancellation);

    private Task<IResult> AnswerAsync(HttpRequest request, string id, bool withText, CancellationToken cancellation) => Answers.OrProblem(async () =>
    {
        var number = new ParameterReader(request.Query, GetParameters).Number(KnownParameters.Revision);
        return await FindAsync(id, (int?)number, withText, cancellation) is { } found
            ? Answers.Json(found.Answer)
            : Answers.One<ArticleAnswer>(null, number is null ? "article" : $"revision {number} of an article", id);
    });

    /// <summary>Whether everybody may read articles in full.</summary>
    internal bool IsOpen => isOpen;

    /// <summary>One revision of an article, the newest where none is named, with all that it yielded; null where it is not known.</summary>
    internal async Task<(StoredArticle Stored, ArticleAnswer Answer)?> FindAsync(string id, int? revision, bool withText, CancellationToken cancellation)
    {
        if (await articles.FindAsync(id, revision, cancellation) is not { } stored) return null;
        var cluster = await ClusterState.ReadAsync(reader, stored.ClusterId, cancellation);
        var revisions = await articles.RevisionsAsync(id, cancellation);
        var recorded = cluster.Articles.GetValueOrDefault(id) is { } known && known.Head.Revision == stored.Revision
            ? known.Corrected(cluster.Corrections.Values)
            : Read(stored);
        return (stored, ArticleAnswer.Of(stored, recorded, revisions, [.. cluster.Articles.Values.Select(a => a.Head).Where(head => head.Id != id)], withText));
    }

    // A revision that is not the recorded one is read anew.
    private RecordedArticle Read(StoredArticle stored)
    {
        var mentions = MentionExtractor.Reads(stored.Article.Language)
            ? extractor.Extract(new ArticleText(stored.Article.Text, stored.PublishedDay, stored.Article.Title))
            : Mentions.None;
        return ArticleReader.Read(stored, mentions, [.. mentions.Officials.Select(official => OfficialKey.Of(official.Name))]);
    }
}
