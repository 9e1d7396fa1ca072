namespace Ingest.Feeds;

/// <summary>
/// Reads feeds: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, CDF, JSON Feed 1.0 and 1.1. What can be repaired is repaired; what
/// cannot costs its own field and nothing else. Document type definitions are never fetched, and the entities that a
/// document declares itself expand once, within a bound.
/// </summary>
public static class FeedParser
{
    /// <summary>Feeds hold some dozens of articles, archives some thousand; what follows is left unread.</summary>
    internal const int MostItems = 10_000;

    /// <summary>Reads a feed in time and memory linear in its size.</summary>
    /// <param name="bytes">The body as it came, decompressed.</param>
    /// <param name="contentType">The Content-Type header, or null.</param>
    /// <param name="address">Where the body came from; relative addresses are resolved against it. Null leaves them as written.</param>
    /// <param name="zone">What a date means that names no zone: the publisher's. Null takes it for UTC.</param>
    public static FeedParseResult Parse(ReadOnlyMemory<byte> bytes, string? contentType = null, Uri? address = null, TimeZoneInfo? zone = null) =>
        Parse(CharacterDecoder.Decode(bytes.Span, contentType), address, zone);

    /// <summary>Reads a feed's text.</summary>
    internal static FeedParseResult Parse(string text, Uri? address, TimeZoneInfo? zone)
    {
        var first = text.AsSpan().TrimStart();
        if (first.IsEmpty) return new NotAFeed("empty");
        return first[0] == '{' ? JsonFeedReader.Read(text, address, zone) : XmlFeedReader.Read(text, address, zone);
    }
}
