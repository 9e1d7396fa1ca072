using System.Text;
using Ingest.Articles;
using Ingest.Extraction;
using Ingest.Extraction.Dates;
using Ingest.Extraction.Figures;
using Ingest.Extraction.Officials;
using Ingest.Extraction.Statements;
using Ingest.Storage;

namespace Ingest.Tests.Storage;

/// <summary>Writes an article sentence by sentence and keeps account of its mentions, so that tests of the record need no extractor.</summary>
internal sealed class InventedArticle(string id, DateTimeOffset published, string source = "post", string? cluster = null, int revision = 1)
{
    private readonly StringBuilder text = new();
    private readonly List<Statement> statements = [];
    private readonly List<Official> officials = [];
    private readonly List<Figure> figures = [];
    private readonly List<DateMention> dates = [];

    public string Title { get; init; } = $"The news of {id}";

    public Mentions Mentions => new([.. statements], [.. officials], [.. figures], [.. dates]);

    public StoredArticle Stored => new(
        id,
        revision,
        source,
        "Asia/Phnom_Penh",
        new Article(
            new Uri($"https://{source}.example/{id}"), PageKind.Article, Title, ["A Reporter"], published, null, null, [], "en", null, [.. text.ToString().Split("\n\n")], [], null, null),
        cluster ?? id,
        published,
        published);

    /// <summary>NAME, TITLE, said WORDS.</summary>
    public InventedArticle Says(string? name, string words, string? title = null, string? organisation = null, StatementKind kind = StatementKind.Indirect, double confidence = 0.9)
    {
        if (name is not null && title is not null) HasOffice(name, title, organisation);
        NewSentence();
        var mention = name is null ? (TextSpan?)null : Add(name);
        if (title is not null) Add($", {title},");
        Add(" said ");
        if (kind == StatementKind.Direct) Add("“");
        var span = Add(words);
        Add(kind == StatementKind.Direct ? ".”" : ".");
        statements.Add(new Statement(
            span,
            [span],
            kind,
            new Speaker(mention, name, name, title, name is null ? SpeakerKind.Unknown : SpeakerKind.Person, "name"),
            new Cue(new TextSpan(span.Start - 5, span.Start - 1), "said"),
            confidence));
        return this;
    }

    public InventedArticle HasOffice(string name, string title, string? organisation = null, OfficeStatus status = OfficeStatus.Current)
    {
        if (officials.All(o => o.Name != name)) officials.Add(new Official(name, [new Role(title, organisation, status, null)], status, organisation, []));
        return this;
    }

    public InventedArticle Counts(double value, string unit, string? concept = null, Bound bound = Bound.Exact, string? series = null)
    {
        NewSentence();
        Add("There were ");
        var span = Add(value.ToString("0.##"));
        Add($" {concept ?? unit}.");
        figures.Add(new Figure(span, span.In(text.ToString()), value, value, bound, unit, null, concept, Movement.None, null, series));
        return this;
    }

    public InventedArticle Dates(DateOnly from, DateOnly? to = null, DateOutlook outlook = DateOutlook.Unknown)
    {
        NewSentence();
        Add("It is about ");
        var span = Add($"{from:yyyy-MM-dd}");
        Add(".");
        dates.Add(new DateMention(span, span.In(text.ToString()), DateType.Date, $"{from:yyyy-MM-dd}", from, to ?? from, outlook));
        return this;
    }

    private void NewSentence()
    {
        if (text.Length > 0) text.Append("\n\n");
    }

    private TextSpan Add(string words)
    {
        text.Append(words);
        return new TextSpan(text.Length - words.Length, text.Length);
    }
}
