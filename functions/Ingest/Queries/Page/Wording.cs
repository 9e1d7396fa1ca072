using System.Globalization;
using Ingest.Extraction.Figures;
using Ingest.Extraction.LanguageService;
using Ingest.Extraction.Officials;

namespace Ingest.Queries.Page;

/// <summary>How days, times, counts and figures are written for readers.</summary>
internal static class Wording
{
    /// <summary>"12 Nov 2025, 15:40" as a time element, at the publisher's clock.</summary>
    public static Html Time(DateTimeOffset time) =>
        Html.Of($"<time datetime=\"{time.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)}\">{time.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture)}</time>");

    /// <summary>"12 November 2025" as a time element.</summary>
    public static Html Day(DateOnly day) => Html.Of($"<time datetime=\"{day}\">{day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}</time>");

    /// <summary>"12 Nov 2025".</summary>
    public static string ShortDay(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"November 2025".</summary>
    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"1 statement", "2,314 statements".</summary>
    public static string Count(int count, string one, string? many = null) =>
        count.ToString("#,0", CultureInfo.InvariantCulture) + " " + (count == 1 ? one : many ?? one + "s");

    /// <summary>"more than 18,000", "10 to 15", "about 2.5".</summary>
    public static string Value(double low, double high, Bound bound)
    {
        var value = low == high ? Number(low) : $"{Number(low)} to {Number(high)}";
        return bound switch
        {
            Bound.About => "about " + value,
            Bound.AtLeast => "more than " + value,
            Bound.AtMost => "up to " + value,
            _ => value,
        };
    }

    /// <summary>"spokesman, Ministry of Health"; the body is left out where the title tells it: "Kampot governor", "Health Minister".</summary>
    public static string Office(string title, string? organisation) =>
        organisation is null || title.Contains(organisation, StringComparison.OrdinalIgnoreCase) || IsMinistryOf(title, organisation) ? title : $"{title}, {organisation}";

    /// <summary>"former ", "acting " and the like before a title; nothing for a present holder.</summary>
    public static string Before(OfficeStatus status) => status switch
    {
        OfficeStatus.Acting => "acting ",
        OfficeStatus.Former => "former ",
        OfficeStatus.Then => "then-",
        OfficeStatus.Late => "late ",
        _ => "",
    };

    /// <summary>Several of a kind of finding: "Bodies".</summary>
    public static string Several(FindingKind kind) => kind switch
    {
        FindingKind.Person => "People",
        FindingKind.PersonType => "Roles",
        FindingKind.Organization => "Bodies",
        FindingKind.Location => "Places",
        FindingKind.Quantity => "Quantities",
        _ => "Times",
    };

    private static string Number(double value) => value.ToString("#,0.####", CultureInfo.InvariantCulture);

    private static bool IsMinistryOf(string title, string organisation) =>
        Ministries.Of(title) is { } ministry && OfficeWords.Of(ministry).SetEquals(OfficeWords.Of(organisation));
}
