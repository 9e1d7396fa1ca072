using System.Collections.Immutable;
using System.Text;
using Ingest.Extraction.Dates;
using Ingest.Extraction.Language;

namespace Ingest.Extraction.Figures;

/// <summary>
/// The key that figures of one thing share over time: the counted or measured thing in the singular, its unit, and the place or organisation
/// that is named with it.
/// </summary>
internal static class SeriesKeys
{
    /// <summary>What stands for the unit of fractions: "a third of the evacuees" is no number of evacuees.</summary>
    private const string Share = "share";

    /// <summary>Whether a key is one of fractions.</summary>
    public static bool IsOfShares(string key) => key.Split('|') is [_, Share, ..];

    /// <summary>The place or organisation of a key, in lower case, or null.</summary>
    public static string? PlaceOf(string key) => key.Split('|') is [_, _, var place] ? place : null;

    /// <summary>"foreign national|person|cambodia" and the like, in lower case; null where nothing is counted.</summary>
    public static string? Of(TaggedText tagged, TextSpan? concept, string unit, bool isShare, ImmutableArray<DateMention> dates)
    {
        if (concept is not { } span) return null;
        var text = tagged.Text;
        var key = new StringBuilder();
        var (first, end) = (text.TokenAt(span.Start), text.TokenAt(span.End));
        for (var t = first; t < end; t++)
        {
            if (text.Tokens[t].Kind != TokenKind.Word || tagged[t].Class is WordClass.Determiner or WordClass.Pronoun) continue;
            if (key.Length > 0) key.Append(' ');
            key.Append(t == end - 1 ? Singular.Of(PhraseTable<int>.Bare(text[t])) : PhraseTable<int>.Bare(text[t]));
        }

        if (key.Length == 0) return null;
        key.Append('|').Append(isShare ? Share : unit);
        if (Place(tagged, end) is { } place && !Spans.AnyOverlaps(dates, place)) key.Append('|').Append(place.In(text.Text));
        return key.ToString().ToLowerInvariant();
    }

    // "in Takeo", "of the Senate": the name behind a preposition that follows the concept.
    private static TextSpan? Place(TaggedText tagged, int at)
    {
        var text = tagged.Text;
        if (at + 1 >= text.Tokens.Length || !(text.Is(at, "in") || text.Is(at, "of") || text.Is(at, "at") || text.Is(at, "from"))) return null;
        var first = text.Is(at + 1, "the") ? at + 2 : at + 1;
        var end = first;
        var limit = text.Sentences[text.SentenceOf(at)].End;
        while (end < limit && tagged[end] is { Class: WordClass.ProperNoun, IsPossessive: false }) end++;
        return end > first && !text.Is(end, "$") ? text.SpanOf(new TokenRange(first, end)) : null;
    }
}
