using System.Collections.Immutable;
using System.Globalization;

namespace Ingest.LocalHost.Sample;

/// <summary>What its page tells of an article's day, and where.</summary>
internal enum DateForm
{
    /// <summary>article:published_time and JSON-LD.</summary>
    Meta,

    /// <summary>JSON-LD alone.</summary>
    JsonLd,

    /// <summary>A time element with a machine-readable date, and no meta tag.</summary>
    Time,

    /// <summary>Words alone ("November 5, 2025").</summary>
    Words,

    /// <summary>Nothing; the feed alone knows.</summary>
    None,
}

/// <summary>An invented article, as its file under Sample/Articles gives it: lines of "name: value", an empty line, its paragraphs.</summary>
/// <param name="Slug">The last part of its address; its file's name.</param>
/// <param name="Id">Its number at the publisher.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Published">With the publisher's offset.</param>
/// <param name="Modified">When it was last changed; publication where it never was.</param>
/// <param name="Authors">The bylines.</param>
/// <param name="Section">The section that it stands in.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Dateline">What opens its first paragraph, as printed, or "".</param>
/// <param name="Credit">Its last paragraph, where that is a credit, or "".</param>
/// <param name="CreditInline">What closes its last paragraph, where that is a credit, or "".</param>
/// <param name="Captions">A picture each, the first on top of the article.</param>
/// <param name="Dates">How its page tells its day.</param>
/// <param name="Broken">Whether its paragraphs are held apart by line breaks, in a heap of unclosed elements.</param>
/// <param name="Teaser">Whether the page gives only its beginning.</param>
/// <param name="Paragraphs">Its words.</param>
internal sealed record SampleArticle(
    string Slug,
    int Id,
    string Title,
    DateTimeOffset Published,
    DateTimeOffset Modified,
    ImmutableArray<string> Authors,
    string Section,
    ImmutableArray<string> Tags,
    string Language,
    string Dateline,
    string Credit,
    string CreditInline,
    ImmutableArray<string> Captions,
    DateForm Dates,
    bool Broken,
    bool Teaser,
    ImmutableArray<string> Paragraphs)
{
    /// <summary>The paragraphs as the page prints them, dateline and credit included.</summary>
    public IEnumerable<string> Printed
    {
        get
        {
            for (var at = 0; at < Paragraphs.Length; at++)
                yield return (at == 0 ? Dateline : "") + Paragraphs[at] + (at == Paragraphs.Length - 1 ? CreditInline : "");
            if (Credit.Length > 0) yield return Credit;
        }
    }

    /// <summary>The first words, as feeds and cards carry them.</summary>
    public string Summary
    {
        get
        {
            var words = Printed.First().Split(' ');
            return words.Length <= 55 ? string.Join(' ', words) : string.Join(' ', words.Take(55)) + " […]";
        }
    }

    /// <summary>Reads a file of Sample/Articles; an unreadable one is an error of ours.</summary>
    public static SampleArticle Parse(string slug, string file)
    {
        var parts = file.ReplaceLineEndings("\n").Split("\n\n", 2);
        var fields = parts[0].Split('\n').Select(line => line.Split(": ", 2)).ToLookup(field => field[0], field => field[1]);
        var published = Time(fields["published"].Single());
        return new SampleArticle(
            slug,
            int.Parse(fields["id"].Single()),
            fields["title"].Single(),
            published,
            fields["modified"].Select(Time).DefaultIfEmpty(published).Single(),
            [.. fields["author"]],
            fields["section"].Single(),
            [.. fields["tag"]],
            fields["language"].SingleOrDefault("en-US"),
            Printed("dateline"),
            Printed("credit"),
            Printed("credit-inline"),
            [.. fields["caption"]],
            Enum.Parse<DateForm>(fields["dates"].SingleOrDefault(nameof(DateForm.Meta)), ignoreCase: true),
            fields["layout"].Contains("broken"),
            fields["layout"].Contains("teaser"),
            [.. parts[1].Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]);

        // A space at either end counts here, so these stand between bars.
        string Printed(string name) => fields[name].SingleOrDefault("").Trim('|');

        static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
    }
}
