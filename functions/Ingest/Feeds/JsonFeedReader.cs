using System.Text.Json;
using Ingest.Feeds.Markup;

namespace Ingest.Feeds;

/// <summary>Reads JSON Feed 1.0 and 1.1.</summary>
internal static class JsonFeedReader
{
    /// <summary>Reads a document.</summary>
    public static FeedParseResult Read(string text, Uri? address, TimeZoneInfo? zone)
    {
        if (JsonReading.Document(text) is not { } document) return new NotAFeed("broken JSON");
        using (document)
        {
            var feed = document.RootElement;
            var items = feed.Items("items").Where(item => item.ValueKind == JsonValueKind.Object).Take(FeedParser.MostItems).ToList();
            if (items.Count == 0 && feed.Text("version")?.Contains("jsonfeed.org", StringComparison.OrdinalIgnoreCase) != true) return new NotAFeed("JSON, and no JSON Feed");
            return new FeedRead(new Feed(
                AsText(feed.Text("title")),
                Links.Resolve(feed.Text("home_page_url"), address),
                feed.Text("language"),
                [.. items.Select(item => Item(item, address, zone))])
            {
                TitleAsWritten = feed.Text("title"),
            });
        }
    }

    private static FeedItem Item(JsonElement item, Uri? address, TimeZoneInfo? zone)
    {
        var id = item.Text("id");
        var content = item.Text("content_html") is { } html ? MarkupWriter.Rewrite(html, address) : item.Text("content_text");
        return new FeedItem(
            AsText(item.Text("title")),
            Links.Resolve(item.Text("url"), address) ?? Links.Resolve(item.Text("external_url"), address) ?? Links.Web(id, null)?.OriginalString,
            id,
            Author(item),
            PublicationTime.Parse(item.Text("date_published"), zone),
            PublicationTime.Parse(item.Text("date_modified"), zone),
            item.Text("summary") ?? content,
            content)
        {
            TitleAsWritten = item.Text("title"),
        };
    }

    /// <summary>Version 1.1 has authors, 1.0 one author.</summary>
    private static string? Author(JsonElement item)
    {
        var names = item.Items("authors").Append(item.Property("author")).Select(author => author.Text("name")).Where(name => name is not null).Distinct();
        return string.Join(", ", names) is { Length: > 0 } joined ? joined : null;
    }

    private static string? AsText(string? title) => title is null ? null : FeedText.Guess(title, null).Text;
}
