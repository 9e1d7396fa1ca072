using Ingest.Extraction.Language;

namespace Ingest.Extraction.Officials;

/// <summary>A title as it stands in the text.</summary>
/// <param name="Tokens">From its first modifier to the end of its body.</param>
/// <param name="Head">The office noun.</param>
/// <param name="Kind">What the noun says.</param>
/// <param name="IsPlural">Whether it names several.</param>
/// <param name="Status">What the words before it say; null where nothing does.</param>
/// <param name="Body">The body or jurisdiction after a preposition or before the head, or an empty range.</param>
/// <param name="Possessor">The words in the possessive before it ("the court's", "its"), or an empty range.</param>
/// <param name="IsDefinite">Whether "the", a possessive or a name made it one certain office.</param>
internal sealed record Title(
    TokenRange Tokens,
    TokenRange Head,
    OfficeKind Kind,
    bool IsPlural,
    OfficeStatus? Status,
    TokenRange Body,
    TokenRange Possessor,
    bool IsDefinite);
