using System.Collections.Immutable;
using Ingest.Extraction.Dates;
using Ingest.Queries.Parameters;
using Ingest.Storage.Record;

namespace Ingest.Queries;

/// <summary>Which dates are asked for. All conditions must hold; a date that covers no known day is never asked for.</summary>
internal sealed record DateFilter
{
    public static ImmutableArray<Parameter> Parameters { get; } =
    [
        KnownParameters.On,
        KnownParameters.From,
        KnownParameters.To,
        KnownParameters.Planned,
        KnownParameters.DateKind,
        KnownParameters.Official with { Description = "Who speaks of it: the id of an official, or a name, for all people who bear it." },
        KnownParameters.Source,
        KnownParameters.Cluster,
    ];

    /// <summary>Covers this day or a later one.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Covers this day or an earlier one.</summary>
    public DateOnly? To { get; init; }

    public bool? Planned { get; init; }

    public DateType? Kind { get; init; }

    public SpeakerFilter? Official { get; init; }

    public string? Source { get; init; }

    public string? Cluster { get; init; }

    /// <exception cref="QueryException">A value cannot be read.</exception>
    public static DateFilter Read(ParameterReader parameters)
    {
        var on = parameters.Day(KnownParameters.On);
        var (from, to) = (parameters.Day(KnownParameters.From), parameters.Day(KnownParameters.To));
        return new DateFilter
        {
            From = on > from || from is null ? on ?? from : from,
            To = on < to || to is null ? on ?? to : to,
            Planned = parameters.Choice(KnownParameters.Planned) is { } planned ? planned == "true" : null,
            Kind = parameters.Choice<DateType>(KnownParameters.DateKind),
            Official = SpeakerFilter.In(parameters),
            Source = parameters.Text(KnownParameters.Source),
            Cluster = parameters.Text(KnownParameters.Cluster),
        };
    }

    /// <summary>Whether a date is asked for.</summary>
    public bool Matches(DateRecord date) =>
        date.From is { } from
        && (From is null || (date.To ?? from) >= From)
        && (To is null || from <= To)
        && (Planned is null || date.Outlook == DateOutlook.Planned == Planned)
        && (Kind is null || date.Type == Kind)
        && (Official is null || Official.Matches(date.Speaker))
        && (Source is null || date.Article.Source == Source || date.Places.Any(place => place.Article.Source == Source))
        && (Cluster is null || date.Article.Cluster == Cluster);
}
