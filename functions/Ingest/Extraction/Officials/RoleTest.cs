using Ingest.Extraction.Names;

namespace Ingest.Extraction.Officials;

/// <summary>Tells offices from trades.</summary>
internal static class RoleTest
{
    /// <summary>Whether the role is a position in a body or jurisdiction, as the annotation guide counts them.</summary>
    public static bool IsOffice(MarkedText text, ReadRole role) => role.Kind switch
    {
        OfficeKind.Office or OfficeKind.Post or OfficeKind.Rank => true,
        OfficeKind.Position => NamesBody(text, role),
        _ => false,
    };

    // An office only in a body: named by the article's words, or by a name before the noun.
    private static bool NamesBody(MarkedText text, ReadRole role)
    {
        if (role.Title is not { } title) return true;
        if (BodyReader.NamesBody(text, title.Tokens) || BodyReader.NamesBody(text, title.Possessor)) return true;
        for (var t = role.Body.First; t < role.Body.End; t++)
            if (text.IsCapital(t) && !text.Has(t, WordTraits.Demonym)) return true;
        return false;
    }
}
