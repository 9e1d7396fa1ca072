using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Extraction;
using Ingest.Extraction.Dates;

namespace Ingest.Queries.Page;

/// <summary>A search in which a day, week or month was typed among the words: "floods November 2025", "scams last week".</summary>
/// <param name="Words">The words without it, or null where there are no others.</param>
/// <param name="Typed">As it was typed.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
internal sealed partial record TypedPeriod(string? Words, string Typed, DateOnly From, DateOnly To)
{
    // A longer stretch is more often part of a name ("Vision 2030") than a wish.
    private const int LongestDays = 31;

    private const int MostCharacters = 300;

    /// <summary>Reads a search; null where no such period is typed. What stands in "quotation marks" is left alone, and so are days to come.</summary>
    public static TypedPeriod? In(string query, MentionExtractor extractor, DateOnly today)
    {
        if (query.Length > MostCharacters) return null;
        // People type in lower case, and print says "November".
        foreach (var text in new[] { query, CultureInfo.InvariantCulture.TextInfo.ToTitleCase(query) })
        {
            var quoted = Quoted().Matches(text).Select(match => new TextSpan(match.Index, match.Index + match.Length)).ToList();
            var date = extractor.Extract(new ArticleText(text, today)).Dates.FirstOrDefault(found => IsMeant(found, today) && !quoted.Exists(found.Span.Overlaps));
            if (date is null) continue;
            var words = $"{query[..date.Span.Start]} {query[date.Span.End..]}".Trim();
            return new TypedPeriod(words.Length == 0 ? null : words, date.Span.In(query), date.From!.Value, date.To!.Value);
        }

        return null;
    }

    private static bool IsMeant(DateMention date, DateOnly today) =>
        date is { Type: DateType.Date or DateType.Time, From: { } from, To: { } to } && from <= today && to.DayNumber - from.DayNumber < LongestDays;

    [GeneratedRegex("[\"“„][^\"”]*[\"”]?", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();
}
