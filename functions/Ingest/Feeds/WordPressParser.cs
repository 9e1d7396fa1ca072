using System.Text.Json;

namespace Ingest.Feeds;

/// <summary>Reads WordPress's REST collection of posts, <c>/wp-json/wp/v2/posts</c>.</summary>
public static class WordPressParser
{
    /// <summary>Reads a page of the collection as a feed without title; the newest post is first where the caller asks for no other order.</summary>
    /// <param name="bytes">The body.</param>
    /// <param name="contentType">The Content-Type header, or null.</param>
    /// <param name="address">Where it came from.</param>
    public static FeedParseResult Parse(ReadOnlyMemory<byte> bytes, string? contentType, Uri address)
    {
        var text = CharacterDecoder.Decode(bytes.Span, contentType);
        if (JsonReading.Document(text) is not { } document) return new NotAFeed(text.TrimStart().StartsWith('<') ? "an HTML page" : "broken JSON");
        using (document)
        {
            var posts = document.RootElement;
            if (posts.ValueKind == JsonValueKind.Array) return new FeedRead(new Feed(null, null, null, [.. posts.EnumerateArray().Where(IsPost).Take(FeedParser.MostItems).Select(post => Item(post, address))]));
            return new NotAFeed(posts.Text("code") is { } code ? $"WordPress's error {code}" : "JSON, and no list of posts");
        }
    }

    private static bool IsPost(JsonElement post) => post.Text("link") is not null;

    private static FeedItem Item(JsonElement post, Uri address)
    {
        var title = post.Property("title").Text("rendered") ?? post.Text("title");
        var content = Markup(post.Property("content"), address);
        return new FeedItem(
            title is null ? null : FeedText.Guess(title, address).Text,
            Links.Resolve(post.Text("link"), address),
            post.Property("guid").Text("rendered") ?? post.Text("id"),
            Author(post),
            PublicationTime.Parse(post.Text("date_gmt")) ?? PublicationTime.Parse(post.Text("date")),
            PublicationTime.Parse(post.Text("modified_gmt")) ?? PublicationTime.Parse(post.Text("modified")),
            Markup(post.Property("excerpt"), address) ?? content,
            content)
        {
            TitleAsWritten = title,
        };
    }

    /// <summary>Names are there when the caller asks to embed them (<c>_embed=author</c>) or Yoast's plug-in adds them.</summary>
    private static string? Author(JsonElement post)
    {
        var embedded = post.Property("_embedded").Items("author").Select(author => author.Text("name"));
        var yoast = post.Property("yoast_head_json").Text("author");
        return embedded.Append(yoast).FirstOrDefault(name => name is not null);
    }

    private static string? Markup(JsonElement field, Uri address) => field.Text("rendered") is { } html ? FeedText.Guess(html, address).Value : null;
}
