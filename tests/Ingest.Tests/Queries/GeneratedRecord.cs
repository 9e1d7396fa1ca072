using Ingest.Extraction.Dates;
using Ingest.Extraction.Statements;
using Ingest.Tests.Storage;

namespace Ingest.Tests.Queries;

/// <summary>A statement of generated data, told without any part of the product.</summary>
internal sealed record PlainStatement(
    string Article, string Cluster, string[] Sources, DateTimeOffset Published, int Start, string[] Words, string? Speaker, string? Title, string? Body, StatementKind Kind, double Confidence);

/// <summary>A figure of generated data, likewise.</summary>
internal sealed record PlainFigure(string Article, string[] Sources, DateTimeOffset Published, int Start, double Value, string Unit, string[] Counted, string? Series);

/// <summary>A date of generated data, likewise.</summary>
internal sealed record PlainDate(string Article, string Source, DateTimeOffset Published, int Start, DateOnly From, DateOnly To, bool IsPlanned);

/// <summary>Generated articles, and a plain list of what is in them.</summary>
internal sealed class GeneratedRecord
{
    /// <summary>Words, each with the first form of all its forms.</summary>
    public static readonly (string Word, string Form)[] Vocabulary =
    [
        ("dam", "dam"), ("dams", "dam"), ("bridge", "bridge"), ("bridges", "bridge"), ("build", "build"), ("building", "build"), ("builds", "build"),
        ("river", "river"), ("rivers", "river"), ("flood", "flood"), ("floods", "flood"), ("flooded", "flood"), ("price", "price"), ("prices", "price"),
        ("rice", "rice"), ("road", "road"), ("roads", "road"), ("open", "open"), ("opened", "open"), ("opening", "open"), ("close", "close"), ("closed", "close"),
        ("school", "school"), ("schools", "school"), ("café", "cafe"), ("cafe", "cafe"), ("tax", "tax"), ("taxes", "tax"), ("police", "police"),
    ];

    private static readonly (string? Name, string? Title, string? Body)[] Speakers =
    [
        ("Sok Dara", "minister", "Ministry of Water"), ("Chan Vibol", "governor", "Kampot province"), ("Lim Sopheap", "spokeswoman", "Water Ministry"),
        ("Keo Rith", null, null), (null, null, null),
    ];

    private static readonly string[] Sources = ["post", "ann", "herald"];

    public List<InventedArticle> Articles { get; } = [];

    public List<PlainStatement> Statements { get; } = [];

    public List<PlainFigure> Figures { get; } = [];

    public List<PlainDate> Dates { get; } = [];

    /// <summary>So many articles; some are of one instant, some are copied by another source, and the years have gaps.</summary>
    public static GeneratedRecord Of(int articles, int seed)
    {
        var record = new GeneratedRecord();
        record.Fill(articles, new Random(seed));
        return record;
    }

    private void Fill(int articles, Random random)
    {
        for (var a = 0; a < articles; a++)
        {
            var id = $"a{a:D4}";
            // A quarter are of a few common instants, the others anywhere in some years, most of them lately.
            var published = Choose(4) == 0
                ? new DateTimeOffset(2026, 11, 1 + Choose(2), 0, 0, 0, TimeSpan.Zero)
                : new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero).AddMinutes(-Choose(Choose(2) == 0 ? 60_000 : 4_000_000));
            var source = Sources[Choose(Sources.Length)];
            var copier = Choose(5) == 0 ? Sources.First(s => s != source) : null;
            var article = new InventedArticle(id, published, source);
            var copy = copier is null ? null : new InventedArticle($"b{a:D4}", published.AddHours(Choose(48)), copier, cluster: id);
            for (var s = 0; s < Choose(5); s++)
            {
                var speaker = Speakers[Choose(Speakers.Length)];
                var words = Enumerable.Range(0, 3 + Choose(6)).Select(_ => Vocabulary[Choose(Vocabulary.Length)].Word).ToArray();
                var kind = (StatementKind)Choose(2);
                var confidence = Choose(100) / 100.0;
                foreach (var to in new[] { article, copy }) to?.Says(speaker.Name, string.Join(' ', words), speaker.Title, speaker.Body, kind, confidence);
                Statements.Add(new PlainStatement(
                    id, id, copier is null ? [source] : [source, copier], published, article.Mentions.Statements[^1].Span.Start, words, speaker.Name, speaker.Title, speaker.Body, kind, confidence));
            }

            for (var f = 0; f < Choose(4); f++)
            {
                var value = Choose(1000) / 4.0;
                var (unit, counted) = Choose(2) == 0 ? ("percentage", Vocabulary[Choose(Vocabulary.Length)].Word) : ("person", Vocabulary[Choose(Vocabulary.Length)].Word + " people");
                var series = Choose(2) == 0 ? $"{unit}|{counted}" : null;
                article.Counts(value, unit, counted, series: series);
                Figures.Add(new PlainFigure(id, [source], published, article.Mentions.Figures[^1].Span.Start, value, unit, [.. counted.Split(' ')], series));
            }

            for (var d = 0; d < Choose(3); d++)
            {
                var from = new DateOnly(2026, 1, 1).AddDays(Choose(1500) - 700);
                var to = from.AddDays(Choose(3) == 0 ? Choose(900) : Choose(3));
                var isPlanned = Choose(2) == 0;
                article.Dates(from, to, isPlanned ? DateOutlook.Planned : DateOutlook.Past);
                Dates.Add(new PlainDate(id, source, published, article.Mentions.Dates[^1].Span.Start, from, to, isPlanned));
            }

            Articles.Add(article);
            if (copy is not null) Articles.Add(copy);
        }

        int Choose(int below) => random.Next(below);
    }
}
