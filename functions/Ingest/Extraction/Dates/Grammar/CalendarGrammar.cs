namespace Ingest.Extraction.Dates.Grammar;

/// <summary>
/// Recognises calendar expressions: at every token that may begin one, every kind is tried and the longest wins.
/// Each kind looks only a few tokens ahead, so that recognition is linear in the text.
/// </summary>
internal static class CalendarGrammar
{
    /// <summary>The longest expression that begins at the token.</summary>
    public static Match? At(CalendarTokens tokens, int at)
    {
        var kind = tokens.Class(at);
        if (kind == CalendarClass.None && !MayStart(tokens, at)) return null;
        if (tokens.Glued(at) && GluedToWord(tokens, at)) return null;
        return Match.Longest(
            ClockMatcher.DayWithTime(tokens, at),
            DayMatcher.Day(tokens, at),
            PeriodMatcher.Period(tokens, at),
            PeriodMatcher.Part(tokens, at),
            kind is CalendarClass.Number or CalendarClass.Clock ? ClockMatcher.Clock(tokens, at) : null,
            kind is CalendarClass.Tonight or CalendarClass.Shift or CalendarClass.The ? ClockMatcher.Part(tokens, at) : null,
            RecurrenceMatcher.Recurrence(tokens, at),
            LengthMatcher.Stretch(tokens, at),
            LengthMatcher.Length(tokens, at),
            ReferenceMatcher.Reference(tokens, at));
    }

    private static bool MayStart(CalendarTokens tokens, int at)
    {
        var word = tokens.Text[at];
        return word[0] switch
        {
            'F' or 'f' => word.Length is >= 2 and <= 9,
            'Q' or 'H' => word.Length == 2,
            'B' or 'V' => true,
            'a' or 'A' => word.Length == 2,
            't' or 'T' => tokens.IsAny(at, ["these", "twice", "thrice"]),
            'o' or 'O' or 'm' or 'M' => tokens.IsAny(at, ["once", "most"]),
            'r' or 'R' => tokens.IsAny(at, ["right", "recent"]),
            _ => false,
        };
    }

    // "A300-2005", "No.7": what touches a word or a mark of reference before it is part of a name.
    private static bool GluedToWord(CalendarTokens tokens, int at)
    {
        var before = tokens.Text.Text[tokens.Text.Tokens[at].Start - 1];
        return char.IsLetterOrDigit(before) || before is '$' or '€' or '£' or '#' or '@' or '.' or '_';
    }
}
