using System.Collections.Immutable;

namespace Ingest.Extraction.Officials;

/// <summary>Finds the people whom an article gives an office.</summary>
internal sealed class OfficialExtractor
{
    /// <summary>In the order of their first mention.</summary>
    public ImmutableArray<Official> Extract(Cast cast)
    {
        var bodies = new RoleBodies(cast);
        return [.. cast.People.Select(person => Official(cast, bodies, person)).OfType<Official>()];
    }

    private static Official? Official(Cast cast, RoleBodies bodies, Person person)
    {
        var offices = person.Roles.Where(role => RoleTest.IsOffice(cast.Text, role)).ToList();
        if (offices.Count == 0) return null;
        // A rank beside an office says no more than the office does.
        var telling = offices.Where(role => role.Kind != OfficeKind.Rank).DefaultIfEmpty(offices[0]).ToList();
        var latest = telling.FirstOrDefault(role => role.Status is OfficeStatus.Current or OfficeStatus.Acting) ?? telling[0];
        return new Official(
            person.Name,
            [.. offices.Select(role => new Role(role.Text, bodies.Of(role), role.Status, role.Span))],
            person.IsDead ? OfficeStatus.Late : latest.Status,
            telling.SkipWhile(role => role != latest).Where(role => role.Status == latest.Status).Select(bodies.Of).OfType<string>().FirstOrDefault(),
            [.. person.Mentions.Select(mention => mention.Span)]);
    }
}
