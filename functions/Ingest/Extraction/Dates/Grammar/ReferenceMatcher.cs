using Ingest.Extraction.Language;

namespace Ingest.Extraction.Dates.Grammar;

/// <summary>Times that are only near: "now", "these days", "recently", "recent floods", "soon", "in the near future".</summary>
internal static class ReferenceMatcher
{
    public static Match? Reference(CalendarTokens tokens, int at)
    {
        var word = tokens[at];
        if (word.Class == CalendarClass.Reference)
        {
            // "as soon as", "soon after", "no sooner": order, not time. "now that" is a reason.
            if (tokens.Is(at, "soon") && (tokens.Is(at - 1, "as") || tokens.IsAny(at + 1, ["after", "as", "before", "enough"]))) return null;
            // "Lim Kah Soon": the last word of a name.
            if (tokens.IsCapitalised(at) && tokens.IsCapitalised(at - 1)) return null;
            if (tokens.Is(at, "now") && tokens.Is(at + 1, "that") || (tokens.Is(at, "recently") && tokens.Is(at - 1, "as"))) return null;
            return new Match(new VagueTime(word.Text), at + 1);
        }

        if (IsRecent(tokens, at)) return new Match(new VagueTime("PAST_REF"), at + 1);
        if (tokens.Is(at, "these") && tokens.Is(at + 1, "days")) return Present(at + 2);
        if (tokens.Is(at, "right") && tokens.Is(at + 1, "now")) return Present(at + 2);
        if (tokens.Is(at, "at") && tokens.Is(at + 1, "present")) return Present(at + 2);
        if (tokens.Is(at, "at") && tokens.Is(at + 1, "the") && tokens.Is(at + 2, "moment")) return Present(at + 3);
        if (tokens.Is(at, "at") && tokens.Is(at + 1, "the") && tokens.Is(at + 2, "present") && tokens.IsAny(at + 3, ["time", "moment"]))
            return Present(at + 4);

        if (!tokens.Is(at, "the")) return null;
        if (tokens.IsAny(at + 1, ["near", "foreseeable", "immediate"]) && tokens.Is(at + 2, "future"))
            return new Match(new VagueTime("FUTURE_REF"), at + 3);

        if (tokens.Is(at + 1, "future") && tokens.Is(at - 1, "in")) return new Match(new VagueTime("FUTURE_REF"), at + 2);
        return tokens.Is(at + 1, "past") && tokens.IsAny(at - 1, ["in", "from"]) && ClauseEnd.At(tokens, at + 2)
            ? new Match(new VagueTime("PAST_REF"), at + 2)
            : null;
    }

    // "recent floods"; the most recent of several are in an order
    private static bool IsRecent(CalendarTokens tokens, int at) =>
        tokens.Is(at, "recent")
            && !tokens.IsAny(at - 1, ["most", "more"])
            && tokens.Paragraph.Contains(at + 1)
            && tokens.Tagged[at + 1] is { IsNoun: true } or { Class: WordClass.Adjective };

    private static Match Present(int end) => new(new VagueTime("PRESENT_REF"), end);
}
