using System.Collections.Immutable;
using Ingest.Extraction;
using Ingest.Extraction.LanguageService;
using Ingest.Queries.Formats;
using Ingest.Queries.Parameters;
using Ingest.Storage;
using Microsoft.AspNetCore.Http;

namespace Ingest.Queries;

/// <summary>Answers what each finder sees in an article: the built-in extractors, and the Language service where it was asked.</summary>
public sealed class FindingQueries
{
    private readonly ArticleStore articles;
    private readonly FindingStore findings;
    private readonly BuiltInFinder builtIn;

    internal FindingQueries(ArticleStore articles, FindingStore findings, BuiltInFinder builtIn) => (this.articles, this.findings, this.builtIn) = (articles, findings, builtIn);

    internal static ImmutableArray<Parameter> GetParameters { get; } = [KnownParameters.Revision];

    /// <summary>GET /api/articles/{id}/findings</summary>
    public Task<IResult> GetAsync(HttpRequest request, string id, CancellationToken cancellation) => Answers.OrProblem(async () =>
    {
        var revision = (int?)new ParameterReader(request.Query, GetParameters).Number(KnownParameters.Revision);
        return await articles.FindAsync(id, revision, cancellation) is { } stored
            ? Answers.Json(new { value = (await BesideOursAsync(stored, await findings.FindAsync(id, stored.Revision, cancellation) ?? [], cancellation)).Select(FindingAnswer.Of) })
            : Answers.One<FindingAnswer>(null, revision is null ? "article" : $"revision {revision} of an article", id);
    });

    /// <summary>What the Language service alone sees in a revision, in the order of its text. The extractors are asked only where it saw something.</summary>
    internal async Task<ImmutableArray<Finding>> OfServiceAloneAsync(StoredArticle stored, CancellationToken cancellation) =>
        await findings.FindAsync(stored.Id, stored.Revision, cancellation) is { IsEmpty: false } theirs
            ? [.. (await BesideOursAsync(stored, theirs, cancellation)).Where(finding => !finding.FoundBy.Contains(BuiltInFinder.Name))]
            : [];

    private async Task<ImmutableArray<Finding>> BesideOursAsync(StoredArticle stored, ImmutableArray<Finding> theirs, CancellationToken cancellation)
    {
        if (!MentionExtractor.Reads(stored.Article.Language)) return theirs;
        var ours = (FinderAnswer.Found)await builtIn.FindAsync(new ArticleText(stored.Article.Text, stored.PublishedDay, stored.Article.Title), cancellation);
        return Findings.Merge(ours.Findings, theirs);
    }
}

/// <summary>A finding as it is answered.</summary>
/// <param name="Start">UTF-16 units of the article's text.</param>
/// <param name="End">The same, exclusive.</param>
/// <param name="Text">The words, verbatim.</param>
/// <param name="Kind">What was seen.</param>
/// <param name="Confidence">0 to 1: the highest that a finder gave it.</param>
/// <param name="FoundBy">Who agrees on words and kind: "ingest", "azure-language".</param>
internal sealed record FindingAnswer(int Start, int End, string Text, FindingKind Kind, double Confidence, ImmutableArray<string> FoundBy)
{
    public static FindingAnswer Of(Finding finding) =>
        new(finding.Span.Start, finding.Span.End, finding.Text, finding.Kind, finding.Confidence, finding.FoundBy);
}
