using System.Text.Json;
using System.Text.Json.Serialization;
using Ingest.Feeds;

namespace Ingest.Evaluation;

/// <summary>Reads every feed below a folder into a file of what they say, a JSON object a line.</summary>
internal static class FeedsCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static int Run(string folder, string output)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".xml" or ".json" && Path.GetFileName(file) != "cases.json")
            .Order(StringComparer.Ordinal)
            .Select(file => (Name: Path.GetRelativePath(folder, file).Replace('\\', '/'), Bytes: File.ReadAllBytes(file)))
            .ToList();
        var speed = Measurement.Of(files, file => file.Bytes.Length, file => FeedParser.Parse(file.Bytes), out var results);
        using (var writer = new StreamWriter(output))
        {
            writer.NewLine = "\n";
            for (var i = 0; i < files.Count; i++) writer.WriteLine(JsonSerializer.Serialize(Lay(files[i].Name, results[i]), Json));
        }

        var bad = 0;
        for (var i = 0; i < files.Count; i++)
        {
            if (results[i] is not NotAFeed { Reason: var reason }) continue;
            bad++;
            Console.Error.WriteLine($"{files[i].Name} is no feed: {reason}");
        }

        Console.Error.WriteLine(speed);
        return bad == 0 ? 0 : 1;
    }

    private static OutputLine Lay(string file, FeedParseResult result) => result switch
    {
        FeedRead { Feed: var feed } => new(file, new(feed.TitleAsWritten, feed.Link, feed.Language), [.. feed.Items.Select(Lay)], null),
        NotAFeed { Reason: var reason } => new(file, null, null, reason),
        _ => throw new InvalidOperationException($"{result.GetType().Name} is no result of reading a feed."),
    };

    private static EntryOut Lay(FeedItem item) =>
        new(item.TitleAsWritten, item.Link, item.Id, item.Author, Utc(item.Published), Utc(item.Updated), item.Summary, item.Content);

    private static string? Utc(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ");

    private sealed record OutputLine(string File, FeedOut? Feed, EntryOut[]? Entries, string? Error);

    private sealed record FeedOut(string? Title, string? Link, string? Language);

    private sealed record EntryOut(string? Title, string? Link, string? Id, string? Author, string? Published, string? Updated, string? Summary, string? Content);
}
