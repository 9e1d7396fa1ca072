using System.Collections.Immutable;
using Ingest.Extraction.Names;

namespace Ingest.Extraction.Officials;

/// <summary>Finds the people whom an article gives an office.</summary>
internal sealed class OfficialExtractor
{
    /// <summary>In the order of their first mention.</summary>
    public ImmutableArray<Official> Extract(Cast cast) =>
        [.. cast.People.Select(person => Official(cast.Text, person)).OfType<Official>()];

    private static Official? Official(MarkedText text, Person person)
    {
        var offices = person.Roles.Where(role => RoleTest.IsOffice(text, role)).ToList();
        if (offices.Count == 0) return null;
        // A rank beside an office says no more than the office does.
        var telling = offices.Where(role => role.Kind != OfficeKind.Rank).DefaultIfEmpty(offices[0]).ToList();
        var latest = telling.FirstOrDefault(role => role.Status is OfficeStatus.Current or OfficeStatus.Acting) ?? telling[0];
        return new Official(
            person.Name,
            [.. offices.Select(role => new Role(role.Text, Organisation(text, role), role.Status, role.Span))],
            person.IsDead ? OfficeStatus.Late : latest.Status,
            Organisation(text, latest),
            [.. person.Mentions.Select(mention => mention.Span)]);
    }

    private static string? Organisation(MarkedText text, ReadRole role) =>
        role.Body.Count == 0 ? null : new TextSpan(text.WordStart(role.Body.First), text.WordEnd(role.Body.End - 1)).In(text.Text.Text);
}
