using System.Text;
using System.Text.Json;

namespace Ingest.Feeds;

/// <summary>Reads JSON that others wrote: a field of the wrong type is a field that is missing.</summary>
internal static class JsonReading
{
    /// <summary>The largest feeds have some hundred thousand, and each takes more memory than its letters.</summary>
    private const int MostTokens = 1_000_000;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private static readonly JsonReaderOptions LenientTokens = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The document, which the caller disposes of; null where the text is none, or holds more than any has a reason for.</summary>
    public static JsonDocument? Document(string text)
    {
        try
        {
            return text.Length > MostTokens && HoldsTooMuch(text) ? null : JsonDocument.Parse(text, Lenient);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool HoldsTooMuch(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), LenientTokens);
        for (var tokens = 0; tokens <= MostTokens; tokens++)
            if (!reader.Read()) return false;
        return true;
    }

    /// <summary>The property's value; undefined where there is none.</summary>
    public static JsonElement Property(this JsonElement element, string name)
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;
        }
        catch (InvalidOperationException)
        {
            return default; // Another property's name holds half of a surrogate pair.
        }
    }

    /// <summary>The items of the array under that name; none where there is none.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Property(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    /// <summary>The text or number under that name, trimmed; null where it says nothing.</summary>
    public static string? Text(this JsonElement element, string name) => element.Property(name).Text();

    /// <summary>The element's text or number, trimmed; null where it says nothing.</summary>
    public static string? Text(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String when WellFormed(element) is { Length: > 0 } value => value,
        JsonValueKind.Number => element.GetRawText(),
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
