namespace Ingest.Extraction.LanguageService;

/// <summary>The built-in extractors' mentions as findings.</summary>
public sealed class BuiltInFinder(MentionExtractor extractor) : IFinder
{
    /// <summary>How the built-in extractors sign their findings.</summary>
    public const string Name = "ingest";

    /// <inheritdoc/>
    public Task<FinderAnswer> FindAsync(ArticleText article, CancellationToken cancellationToken)
    {
        var mentions = extractor.Extract(article);
        var found = mentions.Officials.SelectMany(o => o.NameMentions).Select(span => Of(span, FindingKind.Person))
            .Concat(mentions.Officials.SelectMany(o => o.Roles).Where(r => r.Span is not null).Select(r => Of(r.Span!.Value, FindingKind.PersonType)))
            .Concat(mentions.Figures.Select(f => Of(f.Span, FindingKind.Quantity)))
            .Concat(mentions.Dates.Select(d => Of(d.Span, FindingKind.DateTime)))
            .DistinctBy(f => (f.Span, f.Kind))
            .OrderBy(f => f.Span).ThenBy(f => f.Kind);
        return Task.FromResult<FinderAnswer>(new FinderAnswer.Found([.. found], []));

        Finding Of(TextSpan span, FindingKind kind) => new(span, span.In(article.Text), kind, 1, [Name]);
    }
}
