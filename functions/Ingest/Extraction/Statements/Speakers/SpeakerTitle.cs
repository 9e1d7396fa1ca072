using Ingest.Extraction.Names;
using Ingest.Extraction.Officials;

namespace Ingest.Extraction.Statements.Speakers;

/// <summary>The role that stands for a speaker.</summary>
internal static class SpeakerTitle
{
    /// <summary>The first office of somebody who holds one, else the first role of any kind; ranks and kinship only where there is nothing else.</summary>
    public static string? Of(MarkedText text, Person person)
    {
        var telling = person.Roles.Where(role => role.Kind is not (OfficeKind.Rank or OfficeKind.Kin)).ToList();
        var offices = telling.Where(role => RoleTest.IsOffice(text, role)).ToList();
        var holds = offices.Exists(role => role.Status is OfficeStatus.Current or OfficeStatus.Acting);
        var first = holds ? offices.Find(role => role.Status != OfficeStatus.Then) : telling.FirstOrDefault();
        return (first ?? person.Roles.FirstOrDefault(role => role.Kind == OfficeKind.Rank) ?? person.Roles.FirstOrDefault())?.Text;
    }
}
