using Ingest.Extraction.Language;

namespace Ingest.Extraction.Officials;

/// <summary>A place where a ministry, company or other body is named.</summary>
/// <param name="Name">As it stands, without article and abbreviation.</param>
/// <param name="Tokens">Where it stands.</param>
/// <param name="Head">The key of the noun that makes it a body.</param>
/// <param name="Abbreviation">The key of the abbreviation in brackets after it, or 0.</param>
internal sealed record Body(string Name, TokenRange Tokens, ulong Head, ulong Abbreviation);
