using System.Collections.Immutable;
using System.Globalization;
using Ingest.Extraction.Dates;
using Ingest.Extraction.Statements;

namespace Ingest.Queries.Parameters;

/// <summary>Every parameter of every query, described once.</summary>
internal static class KnownParameters
{
    /// <summary>Rows of a page unless asked otherwise.</summary>
    public const int DefaultTop = 50;

    /// <summary>Rows of the largest page.</summary>
    public const int MostTop = 1000;

    public static Parameter Official { get; } = new("official", "Who said it: the id of an official, or a name, for all people who bear it.", "Sar Sokha");

    public static Parameter Words { get; } = new("q", "Words that are all to be found, in any form; a \"phrase\"; -without; a beginning*.", "\"online fraud\" scam* -casino");

    public static Parameter Source { get; } = new("source", "Id of a source that carries it.", "post");

    public static Parameter Kind { get; } = new("type", "Whether the words are the speaker's own.", "direct") { Values = Names<StatementKind>() };

    public static Parameter Organisation { get; } = new("organisation", "The body that the speaker speaks for.", "Interior Ministry");

    public static Parameter Title { get; } = new("title", "The office in which the speaker speaks, in an article's words.", "Interior Minister");

    public static Parameter Cluster { get; } = new("cluster", "Id of a cluster of syndicated copies, as answers give it.", "0123456789abcdef");

    public static Parameter PublishedFrom { get; } = Instant("publishedFrom", "Published then or later. A day begins at midnight UTC.", "2025-11-01") with { Alias = "from" };

    public static Parameter PublishedTo { get; } = Instant("publishedTo", "Published then or earlier. A day is meant whole, in UTC.", "2025-11-30") with { Alias = "to" };

    public static Parameter MinConfidence { get; } = new("minConfidence", "At least this probability that both words and speaker are right.", "0.8") { Type = "number", Least = 0, Most = 1 };

    public static Parameter Unit { get; } = new("unit", "The unit by its singular name, or the counted noun.", "percentage");

    public static Parameter Counted { get; } = new("counted", "Words of what is counted or measured, in any form.", "foreign nationals");

    public static Parameter Least { get; } = new("min", "Figures whose value, or upper end, is at least this.", "1000") { Type = "number" };

    public static Parameter Most { get; } = new("max", "Figures whose value, or lower end, is at most this.", "1000000") { Type = "number" };

    public static Parameter Series { get; } = new("series", "The series of one counted thing, as answers give it.", "national||");

    public static Parameter On { get; } = Day("on", "Dates that cover this day.", "2026-12-01");

    public static Parameter From { get; } = Day("from", "Dates that cover this day or a later one.", "2026-12-01");

    public static Parameter To { get; } = Day("to", "Dates that cover this day or an earlier one.", "2026-12-31");

    public static Parameter Planned { get; } = new("planned", "Whether the text announces it.", "true") { Type = "boolean", Values = ["true", "false"] };

    public static Parameter DateKind { get; } = new("type", "The type of TIMEX3.", "date") { Values = Names<DateType>() };

    public static Parameter AsOf { get; } = Day("asOf", "The office that was held on this day is given as 'office'.", "2025-11-12");

    public static Parameter GroupBy { get; } = new("groupBy", "What to count statements by.", "official") { Values = ["month", "official", "organisation", "source", "type", "word"] };

    public static Parameter ChangeKind { get; } = new("kind", "Changes of these alone.", "statement") { Values = ["article", "correction", "date", "figure", "statement"] };

    public static Parameter After { get; } = new("after", "Goes on behind this place: the last line that was read.", "");

    public static Parameter Piece { get; } = new("cursor", "Goes on with the next piece: the nextCursor of the answer before.", "");

    public static Parameter Mend { get; } = new("mend", "Whether what disagrees is mended.", "true") { Type = "boolean", Values = ["true", "false"], Default = "false" };

    public static Parameter Style { get; } = new("style", "The style of the citation.", "apa") { Values = ["apa", "bibtex", "chicago", "ris"], Default = "apa" };

    public static Parameter Revision { get; } = new("revision", "The revision, from 1; the newest without it.", "1") { Type = "integer", Least = 1, Most = 1_000_000 };

    public static Parameter Top { get; } = new("top", "How many at most.", "50") { Type = "integer", Least = 1, Most = MostTop, Default = DefaultTop.ToString(CultureInfo.InvariantCulture) };

    public static Parameter Cursor { get; } = new("cursor", "Goes on where a page ended: its nextCursor. The other parameters must be as they were.", "");

    public static Parameter Order { get; } = new("order", "Newest or oldest first, by publication.", "oldest") { Values = ["newest", "oldest"], Default = "newest" };

    public static Parameter DayOrder { get; } = new("order", "Latest or earliest day first.", "newest") { Values = ["oldest", "newest"], Default = "oldest" };

    public static Parameter Format { get; } = new("format", "The format; without it the Accept header decides.", "csv") { Values = ["atom", "csv", "json", "jsonfeed", "ndjson", "rss"] };

    private static Parameter Instant(string name, string description, string example) => new(name, description, example) { Format = "date" };

    private static Parameter Day(string name, string description, string example) => new(name, description, example) { Format = "date" };

    private static ImmutableArray<string> Names<TEnum>()
        where TEnum : struct, Enum => [.. Enum.GetNames<TEnum>().Select(name => name.ToLowerInvariant())];
}
