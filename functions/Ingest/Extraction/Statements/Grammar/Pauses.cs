using Ingest.Extraction.Language;

namespace Ingest.Extraction.Statements.Grammar;

/// <summary>The marks that part clauses and insertions.</summary>
internal static class Pauses
{
    /// <summary>Whether the token is a comma or a dash between clauses.</summary>
    public static bool IsPause(TokenisedText text, int t) => text[t] is "," || IsDash(text, t);

    /// <summary>Whether the token is a dash: “—”, or a shorter one with space around it ("10–12" has none), or a half of “--”.</summary>
    public static bool IsDash(TokenisedText text, int t) => text[t] switch
    {
        "—" or "―" => true,
        "–" => text.SpaceBefore(t),
        "-" => IsFree(text, t) || (t + 1 < text.Tokens.Length && text.Is(t + 1, "-")) || (t > 0 && text.Is(t - 1, "-")),
        _ => false,
    };

    /// <summary>Whether the token parts anything: a pause, a colon, a semicolon.</summary>
    public static bool IsBreak(TokenisedText text, int t) => text[t] is ";" or ":" || IsPause(text, t);

    private static bool IsFree(TokenisedText text, int t) => text.SpaceBefore(t) && (t + 1 >= text.Tokens.Length || text.SpaceBefore(t + 1));
}
