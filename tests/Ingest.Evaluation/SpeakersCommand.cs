using System.Collections.Immutable;
using System.Text.Json;
using Ingest.Extraction.Language;
using Ingest.Extraction.Names;
using Ingest.Extraction.Officials;
using Ingest.Extraction.Statements;
using Ingest.Extraction.Statements.Speakers;

namespace Ingest.Evaluation;

/// <summary>
/// Measures speaker resolution alone: contents and mentions are the annotators', the full names and titles are compared with theirs.
/// Names count as equal here when their words are; score.py is more forgiving about middle names.
/// </summary>
internal static class SpeakersCommand
{
    public static int Run(string gold, string? errors)
    {
        var byKind = new SortedDictionary<string, (int Right, int All)>(StringComparer.Ordinal);
        var bins = new SortedDictionary<int, (double Said, int Right, int All)>();
        var wrong = new List<string>();
        int right = 0, all = 0, titles = 0, titled = 0;
        foreach (var document in File.ReadLines(gold).Select(line => JsonDocument.Parse(line).RootElement))
        {
            var text = document.GetProperty("text").GetString()!;
            var quotes = document.GetProperty("quotes").EnumerateArray().ToList();
            var contents = quotes.Select(quote => Content(quote, text)).ToList();
            var resolutions = SpeakerResolver.Resolve(Cast.Of(MarkedText.Of(TaggedText.Of(TokenisedText.Of(text)))), contents);
            for (var i = 0; i < quotes.Count; i++)
            {
                if (Text(quotes[i], "speaker_full") is not { } want) continue;
                var (speaker, confidence, _) = resolutions[i];
                var same = Same(want, speaker.FullName ?? "");
                all++;
                if (same) right++;
                Count(byKind, speaker.ResolvedBy, same);
                var bin = Math.Min(9, (int)(10 * confidence));
                var (said, hits, number) = bins.GetValueOrDefault(bin);
                bins[bin] = (said + confidence, hits + (same ? 1 : 0), number + 1);
                if (Text(quotes[i], "title") is { } title)
                {
                    titled++;
                    if (Alike(title, speaker.Title)) titles++;
                    else if (same) wrong.Add($"title\t{document.GetProperty("id")}\t{want}\twant {title}\tgot {speaker.Title}");
                }

                if (!same) wrong.Add($"name\t{document.GetProperty("id")}\t{Text(quotes[i], "speaker")}\twant {want}\tgot {speaker.FullName} by {speaker.ResolvedBy}\t{Text(quotes[i], "text")![..Math.Min(60, Text(quotes[i], "text")!.Length)].ReplaceLineEndings(" ")}");
            }
        }

        Console.WriteLine($"full names {100.0 * right / Math.Max(1, all):0.0}% of {all}   titles {100.0 * titles / Math.Max(1, titled):0.0}% of {titled}");
        Console.WriteLine(string.Join("  ", byKind.Select(k => $"{k.Key} {k.Value.Right}/{k.Value.All}")));
        Console.WriteLine("confidence (said, right, of)  " + string.Join("  ", bins.Values.Select(b => $"{b.Said / b.All:0.00} {(double)b.Right / b.All:0.00} {b.All}")));
        if (errors is not null) File.WriteAllLines(errors, wrong);
        return 0;
    }

    private static AttributedContent Content(JsonElement quote, string text)
    {
        ImmutableArray<TextSpan> pieces = [.. quote.GetProperty("spans").EnumerateArray().Select(Span)];
        TextSpan? mention = quote.TryGetProperty("speaker_spans", out var spans) && spans.GetArrayLength() > 0 ? Span(spans[0]) : null;
        var cue = Text(quote, "cue") is { } words ? new Cue(new TextSpan(0, 0), words) : null;
        var kind = Enum.Parse<StatementKind>(Text(quote, "type")!, ignoreCase: true);
        return new AttributedContent(pieces, kind, mention is null ? AttributionForm.Bare : AttributionForm.SpeakerFirst, mention, cue);
    }

    private static TextSpan Span(JsonElement span) => new(span[0].GetInt32(), span[1].GetInt32());

    private static string? Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool Same(string one, string other) => OfficialKey.Of(one) == OfficialKey.Of(other);

    private static bool Alike(string title, string? other) =>
        other is not null && OfficeWords.Of(title) is var words && OfficeWords.Of(other) is var others && 2 * words.Intersect(others).Count() >= words.Union(others).Count();

    private static void Count(SortedDictionary<string, (int Right, int All)> counts, string key, bool hit)
    {
        var (right, all) = counts.GetValueOrDefault(key);
        counts[key] = (right + (hit ? 1 : 0), all + 1);
    }
}
