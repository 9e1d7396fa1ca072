using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ingest.Extraction;
using Ingest.Extraction.Dates;
using Ingest.Extraction.Figures;
using Ingest.Extraction.Officials;
using Ingest.Extraction.Statements;

namespace Ingest.Evaluation;

/// <summary>Extracts a file of texts, a JSON object a line, into a file of mentions, a JSON object a line.</summary>
internal static class MentionsCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static int Run(string input, string output)
    {
        var (texts, bad) = Read(input);
        var extractor = new MentionExtractor();
        var speed = Measurement.Of(texts, text => Encoding.UTF8.GetByteCount(text.Article.Text), text => extractor.Extract(text.Article), out var mentions);
        using (var writer = new StreamWriter(output))
        {
            writer.NewLine = "\n";
            for (var i = 0; i < texts.Count; i++) writer.WriteLine(JsonSerializer.Serialize(Lay(texts[i].Id, texts[i].Article.Text, mentions[i]), Json));
        }

        Console.Error.WriteLine(speed);
        return bad == 0 ? 0 : 1;
    }

    private static (List<(string Id, ArticleText Article)> Texts, int Bad) Read(string input)
    {
        var texts = new List<(string, ArticleText)>();
        var bad = 0;
        var number = 0;
        foreach (var line in File.ReadLines(input))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                var read = JsonSerializer.Deserialize<InputLine>(line, Json)!;
                texts.Add((read.Id, new ArticleText(read.Text, read.Published, read.Title)));
            }
            catch (JsonException e)
            {
                bad++;
                Console.Error.WriteLine($"line {number} skipped: {e.Message}");
            }
        }

        return (texts, bad);
    }

    private static OutputLine Lay(string id, string text, Mentions mentions) => new(
        id,
        [.. mentions.Statements.SelectMany(s => Pieces(text, s))],
        [.. mentions.Officials.Select(o => new OfficialOut(o.Name, [.. o.Roles.Select(r => r.Title)], Name(o.Status), o.Organisation))],
        [.. mentions.Figures.Select(f => new FigureOut(f.Span.Start, f.Span.End, f.Text, f.IsRange ? new[] { f.Low, f.High } : f.Low, Name(f.Bound), f.Unit, f.Concept))],
        [.. mentions.Dates.Select(d => new DateOut(d.Span.Start, d.Span.End, d.Text, d.Value, Name(d.Type), d.From, d.To))]);

    // A statement that its own attribution interrupts has one entry a piece of three words or more.
    private static IEnumerable<QuoteOut> Pieces(string text, Statement statement)
    {
        var whole = statement.Pieces.Where(piece => statement.Pieces.Length == 1 || WordCount(text, piece) >= 3).ToList();
        if (whole.Count == 0) whole.Add(statement.Pieces[0]);
        var speaker = statement.Speaker;
        foreach (var piece in whole)
        {
            yield return new QuoteOut(
                piece.Start,
                piece.End,
                [[piece.Start, piece.End]],
                statement.Kind.ToString().ToLowerInvariant(),
                speaker.MentionText,
                speaker.Mention?.Start,
                speaker.Mention?.End,
                speaker.FullName,
                speaker.Title,
                statement.Cue?.Text,
                statement.Confidence);
        }
    }

    private static int WordCount(string text, TextSpan span)
    {
        var words = 0;
        for (var i = span.Start; i < span.End; i++)
            if (char.IsLetterOrDigit(text[i]) && (i == span.Start || !char.IsLetterOrDigit(text[i - 1]))) words++;
        return words;
    }

    private static string Name(OfficeStatus status) => status.ToString().ToLowerInvariant();

    private static string Name(DateType type) => type.ToString().ToUpperInvariant();

    private static string Name(Bound bound) => bound switch
    {
        Bound.About => "~",
        Bound.AtLeast => ">",
        Bound.AtMost => "<",
        _ => "=",
    };

    private sealed record InputLine([property: JsonRequired] string Id, [property: JsonRequired] string Text, DateOnly? Published, string? Title);

    private sealed record OutputLine(string Id, QuoteOut[] Quotes, OfficialOut[] Officials, FigureOut[] Figures, DateOut[] Dates);

    private sealed record QuoteOut(
        int Start,
        int End,
        int[][] Spans,
        string Type,
        string? Speaker,
        int? SpeakerStart,
        int? SpeakerEnd,
        string? SpeakerFull,
        string? Title,
        string? Cue,
        double Confidence);

    private sealed record OfficialOut(string Name, string[] Titles, string Status, string? Organisation);

    private sealed record FigureOut(int Start, int End, string Text, object Value, string Bound, string UnitNorm, string? Concept);

    private sealed record DateOut(int Start, int End, string Text, string? Value, string Type, DateOnly? From, DateOnly? To);
}
