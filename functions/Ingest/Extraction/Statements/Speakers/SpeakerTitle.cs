using Ingest.Extraction.Officials;

namespace Ingest.Extraction.Statements.Speakers;

/// <summary>The role that stands for a speaker: the first office that the article gives, else a rank or trade.</summary>
internal static class SpeakerTitle
{
    public static string? Of(Person person) =>
        (person.Roles.FirstOrDefault(role => role.Kind is not (OfficeKind.Rank or OfficeKind.Trade) && role.Status != OfficeStatus.Then)
        ?? person.Roles.FirstOrDefault(role => role.Kind != OfficeKind.Rank)
        ?? person.Roles.FirstOrDefault())?.Text;
}
