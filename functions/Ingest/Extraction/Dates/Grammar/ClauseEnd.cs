using Ingest.Extraction.Language;

namespace Ingest.Extraction.Dates.Grammar;

/// <summary>Where "before", "after" and "on" govern nothing: "a day before." against "a day before the vote".</summary>
internal static class ClauseEnd
{
    /// <summary>Whether a clause ends before the token: at a mark, a conjunction, a subordinator or a finite verb.</summary>
    public static bool At(CalendarTokens tokens, int at)
    {
        if (!tokens.Paragraph.Contains(at)) return true;
        if (tokens.Text.Tokens[at].Kind is TokenKind.Mark) return !tokens.IsMark(at, '$') && !tokens.IsMark(at, '(');
        if (tokens.Text.Tokens[at].Kind == TokenKind.Quote) return !tokens.Text.SpaceBefore(at);
        return tokens.Tagged[at].Tag is PennTag.CC or PennTag.VBD or PennTag.VBZ or PennTag.VBP or PennTag.MD or PennTag.WDT or PennTag.WP or PennTag.WRB
            || tokens.IsAny(at, Around.ClauseOpeners);
    }
}
