using Ingest.Extraction.Language;

namespace Ingest.Extraction.Statements.Quotations;

/// <summary>
/// A stretch between an opening and a closing quotation mark; inner quotations are part of it. It may run over several paragraphs,
/// each of which then opens with a mark of its own.
/// </summary>
/// <param name="Tokens">From the opening mark to the closing one, marks included.</param>
/// <param name="IsClosed">Whether its closing mark was found; without one it ends with its paragraph.</param>
internal readonly record struct Quotation(TokenRange Tokens, bool IsClosed)
{
    /// <summary>The tokens between the marks.</summary>
    public TokenRange Inside => new(Tokens.First + 1, IsClosed ? Tokens.End - 1 : Tokens.End);
}
