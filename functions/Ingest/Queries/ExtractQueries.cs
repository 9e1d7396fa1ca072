using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ingest.Articles;
using Ingest.Extraction;
using Ingest.Extraction.Officials;
using Ingest.Queries.Formats;
using Ingest.Queries.Parameters;
using Ingest.Sources;
using Ingest.Storage;
using Ingest.Storage.Record;
using Microsoft.AspNetCore.Http;

namespace Ingest.Queries;

/// <summary>A text to be tried.</summary>
/// <param name="Text">Its paragraphs, parted by empty lines.</param>
/// <param name="Published">The day against which its dates are resolved; today without one.</param>
/// <param name="Title">Its headline, or null.</param>
public sealed record ExtractRequest(string? Text, DateOnly? Published, string? Title);

/// <summary>What a text yields.</summary>
/// <param name="Text">The words of the text that was sent, paragraphs parted by empty lines; offsets count in it.</param>
/// <param name="Title">The headline, where one was sent or the text opens with one; else null.</param>
/// <param name="Dateline">The place that opens a report ("PHNOM PENH"), or null; no part of its words.</param>
/// <param name="Captions">Lines that stand under pictures; no part of the words.</param>
/// <param name="Credit">The original publisher of a syndicated report, or null; no part of its words.</param>
/// <param name="Statements">In the order of the text.</param>
/// <param name="Officials">In the order of the text.</param>
/// <param name="Figures">In the order of the text.</param>
/// <param name="Dates">In the order of the text.</param>
public sealed record ExtractAnswer(
    string Text,
    string? Title,
    string? Dateline,
    ImmutableArray<string> Captions,
    string? Credit,
    ImmutableArray<StatementRecord> Statements,
    ImmutableArray<NamedOfficial> Officials,
    ImmutableArray<FigureRecord> Figures,
    ImmutableArray<DateRecord> Dates);

/// <summary>Shows what would be extracted; nothing is kept.</summary>
public sealed class ExtractQueries(MentionExtractor extractor, TimeProvider time)
{
    /// <summary>Bytes of the largest text that is tried.</summary>
    public const int MostBytes = 1 << 20;

    // What a request does not know of is a typing error, not to be passed over in silence.
    private static readonly JsonSerializerOptions Strict = new(RecordJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    // Where a text of nobody is said to stand.
    private static readonly Uri Nowhere = new("urn:ingest:extract");

    /// <summary>POST /api/extract: JSON with a text, or the text itself as text/plain.</summary>
    public Task<IResult> ExtractAsync(HttpRequest request, CancellationToken cancellation) => Answers.OrProblem(async () =>
    {
        _ = new ParameterReader(request.Query, []);
        if (await RequestBody.BytesAsync(request, MostBytes, cancellation) is not { } body)
            return Answers.Problem(StatusCodes.Status413PayloadTooLarge, "The text is too long", $"Send at most {MostBytes} bytes.");
        return Answers.Json(Extract(Read(request, body)));
    });

    /// <summary>What a text yields.</summary>
    internal ExtractAnswer Extract(ExtractRequest asked)
    {
        var day = asked.Published ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var published = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var pasted = PlainTextParser.Parse(asked.Text!);
        var title = asked.Title ?? pasted.Title?.In(pasted.Text);
        var paragraphs = pasted.Paragraphs.Select(paragraph => paragraph.In(pasted.Text));
        var captions = pasted.Captions.Select(caption => caption.In(pasted.Text));
        var article = new Article(Nowhere, PageKind.Article, title ?? "", [], published, null, null, [], null, null, [.. paragraphs], [.. captions], pasted.Dateline, pasted.Credit);
        var stored = new StoredArticle("extract", 1, "extract", "UTC", article, "extract", published, published);
        var mentions = extractor.Extract(new ArticleText(article.Text, day, title));
        var recorded = ArticleReader.Read(stored, mentions, [.. mentions.Officials.Select(official => OfficialKey.Of(official.Name))]);
        return new ExtractAnswer(
            article.Text, title, pasted.Dateline, article.Captions, pasted.Credit, recorded.Statements, [.. recorded.Officials.Select(NamedOfficial.Of)], recorded.Figures, recorded.Dates);
    }

    private static ExtractRequest Read(HttpRequest request, byte[] body)
    {
        if (request.ContentType?.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) == true)
            return Checked(new ExtractRequest(Encoding.UTF8.GetString(body), null, null));
        try
        {
            return Checked(JsonSerializer.Deserialize<ExtractRequest>(body, Strict));
        }
        catch (JsonException problem)
        {
            throw new QueryException($"The body is no JSON of the form {{\"text\": \"…\", \"published\": \"2025-11-12\"}}: {problem.Message}");
        }
    }

    private static ExtractRequest Checked(ExtractRequest? asked) =>
        string.IsNullOrWhiteSpace(asked?.Text) ? throw new QueryException("The body holds no text. Send {\"text\": \"…\"} or the text itself as text/plain.", "text") : asked;
}
