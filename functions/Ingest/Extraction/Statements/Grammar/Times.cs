using Ingest.Extraction.Language;

namespace Ingest.Extraction.Statements.Grammar;

/// <summary>Recognises the phrases that tell when something was said; what they mean is the dates' business.</summary>
internal static class Times
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Days = Set("Monday Tuesday Wednesday Thursday Friday Saturday Sunday");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Deictics = Set("yesterday today tomorrow tonight");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Stretches = Set("day morning afternoon evening night week weekend month year");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Months =
        Set("January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec");

    /// <summary>Whether the word is a month's name, its full stop left out.</summary>
    public static bool IsMonth(ReadOnlySpan<char> word) => Months.Contains(word.TrimEnd('.')) && char.IsUpper(word[0]);

    public static bool IsDay(ReadOnlySpan<char> word) => Days.Contains(word);

    /// <summary>Whether a phrase of time without a preposition starts at the token: "Monday", "yesterday", "last week", "the same day".</summary>
    public static bool StartsAt(TaggedText text, int t)
    {
        var words = text.Text;
        if (IsDay(words[t]) || Deictics.Contains(words[t])) return true;
        if (words[t] is "the" or "that") return words.Is(t + 1, "same") && t + 2 < text.Tags.Length && Stretches.Contains(words[t + 2]);
        return words[t] is "last" or "this" or "earlier" or "late" or "early" && t + 1 < text.Tags.Length && Phrases.IsNoun(text, t + 1);
    }

    /// <summary>Whether the range is such a phrase, at the head of a sentence or within: "Last Thursday", "Two weeks ago".</summary>
    public static bool Is(TokenisedText text, TokenRange range) =>
        range.Count is > 0 and <= 4 && (IsDay(text[range.End - 1]) || Stretches.Contains(text[range.End - 1]) || text.Is(range.End - 1, "ago") || Deictics.Contains(text[range.First]));

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        new HashSet<string>(words.Split(' '), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
