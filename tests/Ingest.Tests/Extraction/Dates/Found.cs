using Ingest.Extraction.Dates;
using Ingest.Extraction.Language;

namespace Ingest.Tests.Extraction.Dates;

/// <summary>Writes down what is found in a sentence, so that a case is one line: "Monday DATE 2025-11-10 2025-11-10..2025-11-10".</summary>
internal static class Found
{
    /// <summary>A Wednesday.</summary>
    public static readonly DateOnly Published = new(2025, 11, 12);

    public static IReadOnlyList<DateMention> In(string text, DateOnly? published) => new DateExtractor().Extract(TaggedText.Of(TokenisedText.Of(text)), published);

    /// <summary>Every mention, a line each, without the days.</summary>
    public static string Values(string text) => string.Join(" / ", In(text, Published).Select(Value));

    /// <summary>Every mention, a line each, with the days.</summary>
    public static string Days(string text) => string.Join(" / ", In(text, Published).Select(date => $"{Value(date)} {date.From:yyyy-MM-dd}..{date.To:yyyy-MM-dd}"));

    private static string Value(DateMention date) => $"{date.Text} {date.Type.ToString().ToUpperInvariant()} {date.Value ?? "-"}";
}
