using System.Collections.Immutable;
using Ingest.Queries.Parameters;
using Ingest.Storage.Record;

namespace Ingest.Queries;

/// <summary>Which figures are asked for. All conditions must hold.</summary>
internal sealed record FigureFilter
{
    public static ImmutableArray<Parameter> Parameters { get; } =
    [
        KnownParameters.Unit,
        KnownParameters.Counted,
        KnownParameters.Least,
        KnownParameters.Most,
        KnownParameters.Series,
        KnownParameters.Official with { Description = "Who cites it: the id of an official, or a name, for all people who bear it." },
        KnownParameters.Source,
        KnownParameters.Cluster,
        KnownParameters.PublishedFrom,
        KnownParameters.PublishedTo,
    ];

    public string? Unit { get; init; }

    public WordQuery? Counted { get; init; }

    public double? Least { get; init; }

    public double? Most { get; init; }

    public string? Series { get; init; }

    public SpeakerFilter? Official { get; init; }

    public string? Source { get; init; }

    public string? Cluster { get; init; }

    /// <summary>Listed then or later, UTC.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Listed earlier, UTC.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <exception cref="QueryException">A value cannot be read.</exception>
    public static FigureFilter Read(ParameterReader parameters) => new()
    {
        Unit = parameters.Text(KnownParameters.Unit),
        Counted = parameters.Text(KnownParameters.Counted) is { } words ? WordQuery.Parse(words, KnownParameters.Counted.Name) : null,
        Least = parameters.Number(KnownParameters.Least),
        Most = parameters.Number(KnownParameters.Most),
        Series = parameters.Text(KnownParameters.Series),
        Official = SpeakerFilter.In(parameters),
        Source = parameters.Text(KnownParameters.Source),
        Cluster = parameters.Text(KnownParameters.Cluster),
        From = parameters.From(KnownParameters.PublishedFrom),
        Until = parameters.Until(KnownParameters.PublishedTo),
    };

    /// <summary>Whether a figure is asked for.</summary>
    public bool Matches(FigureRecord figure) =>
        (Unit is null || figure.Unit.Equals(Unit, StringComparison.OrdinalIgnoreCase) || string.Equals(figure.Currency, Unit, StringComparison.OrdinalIgnoreCase))
        && (Least is null || figure.High >= Least)
        && (Most is null || figure.Low <= Most)
        && (Series is null || figure.Series == Series)
        && (Official is null || Official.Matches(figure.Speaker))
        && (Source is null || figure.Article.Source == Source || figure.Places.Any(place => place.Article.Source == Source))
        && (Cluster is null || figure.Article.Cluster == Cluster)
        && (From is null || figure.Article.ListedAt >= From)
        && (Until is null || figure.Article.ListedAt < Until)
        && (Counted is null || Counted.Matches(SearchableWords.Of(figure)));
}
