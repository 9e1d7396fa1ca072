using System.Collections.Immutable;
using Ingest.Extraction.Statements;
using Ingest.Queries.Parameters;
using Ingest.Storage.Record;

namespace Ingest.Queries;

/// <summary>Which statements are asked for. All conditions must hold.</summary>
internal sealed record StatementFilter
{
    public static ImmutableArray<Parameter> Parameters { get; } =
    [
        KnownParameters.Official,
        KnownParameters.Words,
        KnownParameters.Source,
        KnownParameters.Kind,
        KnownParameters.Organisation,
        KnownParameters.Title,
        KnownParameters.Cluster,
        KnownParameters.PublishedFrom,
        KnownParameters.PublishedTo,
        KnownParameters.MinConfidence,
    ];

    public SpeakerFilter? Official { get; init; }

    public WordQuery? Words { get; init; }

    public string? Source { get; init; }

    public StatementKind? Kind { get; init; }

    /// <summary>As <see cref="WordAnalyser.NameKey"/> gives it.</summary>
    public string? Organisation { get; init; }

    /// <summary>As <see cref="WordAnalyser.NameKey"/> gives it.</summary>
    public string? Title { get; init; }

    public string? Cluster { get; init; }

    /// <summary>Listed then or later, UTC.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Listed earlier, UTC.</summary>
    public DateTimeOffset? Until { get; init; }

    public double? MinConfidence { get; init; }

    /// <exception cref="QueryException">A value cannot be read.</exception>
    public static StatementFilter Read(ParameterReader parameters) => new()
    {
        Official = SpeakerFilter.In(parameters),
        Words = parameters.Text(KnownParameters.Words) is { } words ? WordQuery.Parse(words, KnownParameters.Words.Name) : null,
        Source = parameters.Text(KnownParameters.Source),
        Kind = parameters.Choice<StatementKind>(KnownParameters.Kind),
        Organisation = NameIn(parameters, KnownParameters.Organisation),
        Title = NameIn(parameters, KnownParameters.Title),
        Cluster = parameters.Text(KnownParameters.Cluster),
        From = parameters.From(KnownParameters.PublishedFrom),
        Until = parameters.Until(KnownParameters.PublishedTo),
        MinConfidence = parameters.Number(KnownParameters.MinConfidence),
    };

    /// <summary>Whether a statement is asked for.</summary>
    public bool Matches(StatementRecord statement) =>
        (Official is null || Official.Matches(statement.Speaker))
        && (Source is null || statement.Article.Source == Source || statement.Places.Any(place => place.Article.Source == Source))
        && (Kind is null || statement.Kind == Kind)
        && (Cluster is null || statement.Article.Cluster == Cluster)
        && (From is null || statement.Article.ListedAt >= From)
        && (Until is null || statement.Article.ListedAt < Until)
        && (MinConfidence is null || statement.Confidence >= MinConfidence)
        && (Organisation is null || (statement.Speaker.Organisation is { } body && WordAnalyser.NameKey(body) == Organisation))
        && (Title is null || (statement.Speaker.Title is { } title && WordAnalyser.NameKey(title) == Title))
        && (Words is null || Words.Matches(SearchableWords.Of(statement)));

    private static string? NameIn(ParameterReader parameters, Parameter parameter)
    {
        if (parameters.Text(parameter) is not { } name) return null;
        return WordAnalyser.NameKey(name) is { Length: > 0 } key
            ? key
            : throw new QueryException($"'{parameter.Name}' is '{name}', which names no body or office.", parameter.Name);
    }
}
