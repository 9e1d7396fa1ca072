using System.Collections.Immutable;
using Ingest.Queries.Parameters;
using Ingest.Storage.Record;

namespace Ingest.Queries;

/// <summary>Which articles are asked for. All conditions must hold.</summary>
internal sealed record ArticleFilter
{
    public static ImmutableArray<Parameter> Parameters { get; } =
    [
        KnownParameters.Words with { Description = "Words of the headline that are all to be found, in any form; a \"phrase\"; -without; a beginning*.", Example = "dam" },
        KnownParameters.Source with { Description = "Id of its source." },
        KnownParameters.Cluster,
        KnownParameters.PublishedFrom,
        KnownParameters.PublishedTo,
    ];

    public WordQuery? Words { get; init; }

    public string? Source { get; init; }

    public string? Cluster { get; init; }

    /// <summary>Listed then or later, UTC.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Listed earlier, UTC.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <exception cref="QueryException">A value cannot be read.</exception>
    public static ArticleFilter Read(ParameterReader parameters) => new()
    {
        Words = parameters.Text(KnownParameters.Words) is { } words ? WordQuery.Parse(words, KnownParameters.Words.Name) : null,
        Source = parameters.Text(KnownParameters.Source),
        Cluster = parameters.Text(KnownParameters.Cluster),
        From = parameters.From(KnownParameters.PublishedFrom),
        Until = parameters.Until(KnownParameters.PublishedTo),
    };

    /// <summary>Whether an article is asked for.</summary>
    public bool Matches(Headline headline) =>
        (Source is null || headline.Article.Source == Source)
        && (Cluster is null || headline.Article.Cluster == Cluster)
        && (From is null || headline.Article.ListedAt >= From)
        && (Until is null || headline.Article.ListedAt < Until)
        && (Words is null || Words.Matches(SearchableWords.Of(headline)));
}
