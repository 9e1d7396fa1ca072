using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Ingest.Articles.Metadata;
using Ingest.Feeds;
using Ingest.Feeds.Markup;

namespace Ingest.Articles.Body;

/// <summary>
/// Reads an article off a page that is empty until its scripts fill it: its words are there as markup, in a text of the JSON
/// that the scripts begin with.
/// </summary>
internal static partial class ScriptedBody
{
    /// <summary>A page that shows more has something to say in its markup, were it only that it is to be paid for; in characters.</summary>
    private const int MostShown = 300;

    private static readonly FrozenSet<string> BodyFields = DataFile.Words("Articles/Data/body-fields.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The article; null where the page shows its words itself, or does not say that it is an article.</summary>
    /// <param name="text">The page as it came; scripts are no part of its document.</param>
    /// <param name="page">Its document.</param>
    /// <param name="json">Its JSON-LD.</param>
    /// <param name="title">The headline, or null.</param>
    public static ArticleBody? Extract(string text, IHtmlDocument page, JsonLd json, string? title)
    {
        if (json.IsClosed || !(json.HasArticle || SaysArticle(page)) || MarkupWriter.InOneLine(page.Body?.TextContent ?? "").Length > MostShown) return null;
        return Longest(text) is { } markup && HtmlReader.Read(markup).Body is { } body ? BodyExtractor.Extract(body, title) : null;
    }

    private static bool SaysArticle(IHtmlDocument page) => page.QuerySelector("meta[property='og:type'][content=article]") is not null;

    /// <summary>The longest markup in a field that is named for it: other stories' are teasers.</summary>
    private static string? Longest(string text)
    {
        var longest = 0..0;
        for (var field = Field().Match(text); field.Success;)
        {
            var start = field.Index + field.Length;
            var end = EndOf(text, start);
            if (end - start > longest.End.Value - longest.Start.Value && BodyFields.Contains(field.Groups["name"].Value) && IsMarkup(text.AsSpan(start, end - start))) longest = start..end;
            field = Field().Match(text, end);
        }

        if (longest.End.Value == 0) return null;
        using var value = JsonReading.Document($"\"{text[longest]}\"");
        return value?.RootElement.Text();
    }

    private static bool IsMarkup(ReadOnlySpan<char> written) =>
        written.Contains("<p", StringComparison.OrdinalIgnoreCase) || written.Contains("\\u003cp", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where a text of JSON ends: at the quotation mark that no backslash stands before.</summary>
    private static int EndOf(string text, int start)
    {
        while (start < text.Length && text.AsSpan(start).IndexOfAny('"', '\\') is >= 0 and var next)
        {
            if (text[start + next] == '"') return start + next;
            start += next + 2;
        }

        return text.Length;
    }

    [GeneratedRegex(@"""(?<name>\w{1,40})""\s*:\s*""", RegexOptions.NonBacktracking)]
    private static partial Regex Field();
}
