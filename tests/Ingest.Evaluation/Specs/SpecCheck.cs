using System.Globalization;
using Ingest.Extraction;
using Ingest.Extraction.Dates;
using Ingest.Extraction.Figures;

namespace Ingest.Evaluation.Specs;

/// <summary>
/// Whether what we find agrees with a specification. The value decides, and for dates the days that it covers: our spans leave out
/// prepositions, and our values follow TIMEX3 where Recognizers-Text has its own.
/// </summary>
internal static class SpecCheck
{
    private static readonly MentionExtractor Extractor = new();

    // Money without a code of its own.
    private static readonly HashSet<string> Small = ["cent", "penny", "sen", "bitcoin", "peseta", "guilder", "markka", "pound"];

    /// <summary>What is missing, spurious or otherwise read; null where all is right.</summary>
    public static string? WhatIsWrong(Spec spec)
    {
        var mentions = Extractor.Extract(new ArticleText(spec.Input, spec.Today));
        return spec.Kind == SpecKind.Date ? Dates(spec, mentions) : Figures(spec, mentions);
    }

    private static string? Figures(Spec spec, Mentions mentions)
    {
        foreach (var result in spec.Results.Where(result => result.Value is not null))
        {
            var ours = mentions.Figures.Where(figure => figure.Span.Start < result.End && result.Start < figure.Span.End).ToList();
            if (!ours.Any(figure => Same(figure, result, spec.Kind))) return $"{result.Text} = {result.Value} {result.Unit}, got {string.Join(", ", ours.Select(figure => $"{figure.Text} = {figure.Low} {figure.Unit}"))}";
        }

        if (spec.Results.Length > 0) return null;
        var spurious = mentions.Figures.FirstOrDefault(figure => IsOf(figure, spec.Kind) && (spec.Kind != SpecKind.Number || figure.Unit == "-"));
        return spurious is null ? null : $"nothing, got {spurious.Text}";
    }

    private static bool IsOf(Figure figure, SpecKind kind) => kind switch
    {
        SpecKind.Percent => figure.Unit == "percentage",
        SpecKind.Money => figure.Currency is not null || Small.Contains(figure.Unit),
        SpecKind.Measure => figure.Currency is null && figure.Unit != "-",
        _ => true,
    };

    private static bool Same(Figure figure, SpecResult result, SpecKind kind)
    {
        var value = result.Value!.TrimEnd('%');
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var expected)) return false;
        var close = Math.Abs(expected - figure.Low) <= 1e-4 * Math.Max(1, Math.Abs(expected)) || Math.Abs(expected - figure.High) <= 1e-4 * Math.Max(1, Math.Abs(expected));
        return close && (kind == SpecKind.Number || IsOf(figure, kind));
    }

    private static string? Dates(Spec spec, Mentions mentions)
    {
        foreach (var result in spec.Results)
        {
            var ours = mentions.Dates.Where(date => date.Span.Start < result.End && result.Start < date.Span.End).ToList();
            if (!Agrees(ours, result)) return $"{result.Text} = {string.Join(" or ", result.Dates.Select(date => date.Timex).Distinct())}, got {string.Join(", ", ours.Select(date => $"{date.Text} = {date.Value} {date.From:yyyy-MM-dd}..{date.To:yyyy-MM-dd}"))}";
        }

        return spec.Results.Length == 0 && mentions.Dates.Length > 0 ? $"nothing, got {mentions.Dates[0].Text}" : null;
    }

    private static bool Agrees(List<DateMention> ours, SpecResult result)
    {
        if (ours.Count == 0) return false;
        if (result.Dates.Length == 0) return true;

        // "from May to June" is two dates here and one range there: the first starts it, the last ends it.
        DateOnly? from = ours[0].From, to = ours[^1].To, last = ours[^1].From;
        if (ours.Any(our => our.Value is not null && result.Dates.Any(date => date.Timex == our.Value))) return true;
        return result.Dates.Any(date => date.Type switch
        {
            "duration" or "set" => ours.Any(our => our.Value is not null && our.Value == date.Timex) || (date.Type == "set" && ours.Any(our => our.Type == DateType.Set)),
            "time" or "timerange" => ours.All(our => our.Type is DateType.Time or DateType.Set) && SameTime(ours[0], date.Timex),
            "date" or "datetime" => Day(date.Value) is { } day ? from <= day && day <= to : ours.Any(our => our.Value == date.Timex),
            "daterange" or "datetimerange" => Day(date.Start) is { } start && Day(date.End) is { } end ? Near(from, start) && (Near(to, end) || Near(last, end) || ours.Any(our => our.Value == "PRESENT_REF")) : (Day(date.Start) is { } open && (from == open || from > open)) || (Day(date.End) is { } close && (to == close.AddDays(-1) || to == close || from == close)),
            _ => true,
        });
    }

    // Whether the first or last day counts differs by one between the two.
    private static bool Near(DateOnly? ours, DateOnly theirs) => ours is { } day && Math.Abs(day.DayNumber - theirs.DayNumber) <= 1;

    // Ours has the hour where the text names the day; "4pm" of no day is told by its text alone.
    private static bool SameTime(DateMention ours, string? timex) => ours.Value is null || timex is null || !ours.Value.Contains('T') || timex.Contains(ours.Value[(ours.Value.IndexOf('T') + 1)..][..2], StringComparison.Ordinal);

    private static DateOnly? Day(string? value) => value is { Length: >= 10 } && DateOnly.TryParseExact(value.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
