using System.Text.Json;
using Ingest.Feeds.Markup;

namespace Ingest.Feeds;

/// <summary>Reads JSON Feed 1.0 and 1.1; a field of the wrong type is a field that is missing.</summary>
internal static class JsonFeedReader
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Reads a document.</summary>
    public static FeedParseResult Read(string text, Uri? address, TimeZoneInfo? zone)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(text, Lenient);
        }
        catch (JsonException)
        {
            return new NotAFeed("broken JSON");
        }

        using (document)
        {
            var feed = document.RootElement;
            var isFeed = Text(feed, "version")?.Contains("jsonfeed.org", StringComparison.OrdinalIgnoreCase) == true || Array(feed, "items").Count > 0;
            if (!isFeed) return new NotAFeed("JSON, and no JSON Feed");
            var language = Text(feed, "language");
            return new FeedRead(new Feed(
                AsText(Text(feed, "title")),
                Links.Resolve(Text(feed, "home_page_url"), address),
                language,
                [.. Array(feed, "items").Where(i => i.ValueKind == JsonValueKind.Object).Select(item => Item(item, address, zone))])
            {
                TitleAsWritten = Text(feed, "title"),
            });
        }
    }

    private static FeedItem Item(JsonElement item, Uri? address, TimeZoneInfo? zone)
    {
        var id = Text(item, "id");
        var html = Text(item, "content_html");
        var content = html is null ? Text(item, "content_text") : MarkupWriter.Rewrite(html, address);
        return new FeedItem(
            AsText(Text(item, "title")),
            Links.Resolve(Text(item, "url"), address) ?? Links.Resolve(Text(item, "external_url"), address) ?? Links.Web(id, null)?.OriginalString,
            id,
            Author(item),
            PublicationTime.Parse(Text(item, "date_published"), zone),
            PublicationTime.Parse(Text(item, "date_modified"), zone),
            Text(item, "summary") ?? content,
            content)
        {
            TitleAsWritten = Text(item, "title"),
        };
    }

    /// <summary>Version 1.1 has authors, 1.0 one author.</summary>
    private static string? Author(JsonElement item)
    {
        var names = Array(item, "authors").Append(Property(item, "author")).Select(author => Text(author, "name")).Where(name => name is not null).Distinct();
        return string.Join(", ", names) is { Length: > 0 } joined ? joined : null;
    }

    private static string? AsText(string? title) => title is null ? null : FeedText.Guess(title, null).Text;

    private static JsonElement Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    private static List<JsonElement> Array(JsonElement element, string name) =>
        Property(element, name) is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray()] : [];

    /// <summary>Ids are numbers in feeds of the first version.</summary>
    private static string? Text(JsonElement element, string name) => Property(element, name) switch
    {
        { ValueKind: JsonValueKind.String } text when WellFormed(text) is { Length: > 0 } value => value,
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    private static string? WellFormed(JsonElement text)
    {
        try
        {
            return text.GetString()?.Trim();
        }
        catch (InvalidOperationException)
        {
            return null; // Half of a surrogate pair: no text.
        }
    }
}
