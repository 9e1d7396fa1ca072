using System.Text;
using Ingest.Feeds.Markup;

namespace Ingest.Feeds;

/// <summary>A text of a feed, which may be plain, escaped markup, inline markup or base64.</summary>
/// <param name="Value">HTML where it is markup, else the characters themselves.</param>
/// <param name="IsMarkup">Which of the two.</param>
internal sealed record FeedText(string Value, bool IsMarkup)
{
    /// <summary>Its words in one line, whichever way they were escaped.</summary>
    public string Text => IsMarkup ? MarkupWriter.ToText(Value) : MarkupWriter.InOneLine(new CharacterReferences().Decode(Value));

    /// <summary>What an element says, by its type (RFC 4287, 3.1), by Atom 0.3's mode, or by what it looks like.</summary>
    public static FeedText Of(MarkupElement element)
    {
        var type = element.Attribute("type")?.Trim().ToLowerInvariant() ?? "";
        if (IsBase64(element, type) && Decode(element.Text) is { } decoded) return Guess(decoded, element.Base);
        if (element.Elements.Any()) return new(MarkupWriter.Inner(type == "xhtml" ? Wrapped(element) : element), IsMarkup: true);
        if (type is "html" or "text/html") return new(MarkupWriter.Rewrite(element.Text, element.Base), IsMarkup: true);
        if (type is "xhtml" || type.EndsWith("xml", StringComparison.Ordinal)) return new(MarkupWriter.Inner(element), IsMarkup: true);
        return type is "text" or "text/plain" ? new(element.Text, IsMarkup: false) : Guess(element.Text, element.Base);
    }

    /// <summary>What text without a type says.</summary>
    public static FeedText Guess(string text, Uri? address) =>
        MarkupWriter.LooksLikeMarkup(text) ? new(MarkupWriter.Rewrite(text, address), IsMarkup: true) : new(text.Trim(), IsMarkup: false);

    /// <summary>XHTML stands in a div that is no part of it (RFC 4287, 3.1.1.3).</summary>
    private static MarkupElement Wrapped(MarkupElement element) =>
        element.Elements.ToList() is [{ LocalName: "div" } only] ? only : element;

    private static bool IsBase64(MarkupElement element, string type) =>
        element.Attribute("mode") == "base64"
        || (type.Contains('/') && !type.StartsWith("text/", StringComparison.Ordinal) && !type.EndsWith("xml", StringComparison.Ordinal) && !element.Elements.Any());

    private static string? Decode(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
