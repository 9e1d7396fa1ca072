using Ingest.Extraction.Figures;
using Ingest.Extraction.Statements;
using Ingest.Storage.Record;

namespace Ingest.Tests.Queries.Page;

/// <summary>Makes records for the page's tests.</summary>
internal static class RecordMaker
{
    public static ArticleHead Article(string id = "a1", string day = "2025-11-04", string source = "post") => new(
        id, 1, id, $"Headline of {id}", new Uri($"https://paper.example/{id}/"), source,
        DateTimeOffset.Parse($"{day}T10:00:00+07:00"), DateTimeOffset.Parse($"{day}T03:00:00Z"), null);

    public static StatementRecord Statement(string text, string speaker = "Lim Chanrith", string? title = "director", string id = "s1", StatementKind kind = StatementKind.Direct, ArticleHead? article = null) => new(
        id, text, kind, new SpeakerRecord(speaker.ToLowerInvariant().Replace(' ', '-'), speaker, speaker, title, null, SpeakerKind.Person, "name", title is not null),
        "said", .9, 0, text.Length, [new PieceRecord(0, text.Length, text)], text, 0, article ?? Article(), []);

    public static FigureRecord Figure(double low, double? high = null, Bound bound = Bound.Exact, Movement movement = Movement.None, string id = "f1", string day = "2025-11-04") => new(
        id, $"{low}", low, high ?? low, bound, "person", null, "deaths", movement, null, "deaths|person", 0, 1, $"{low} deaths", 0, null, null, Article(day: day), []);
}
