using System.Collections.Immutable;
using System.Globalization;
using Ingest.Extraction.Statements;
using Ingest.Storage.Record;

namespace Ingest.Queries.Formats;

/// <summary>How each kind of record looks as a line of a table and as an entry of a feed.</summary>
internal static class Shapes
{
    private const int LongestTitle = 110;

    public static Shape<StatementRecord> Statements { get; } = new(
        "Statements",
        [
            new("id", s => s.Id),
            new("published", s => s.Article.Published),
            new("speaker", s => s.Speaker.Name),
            new("speakerId", s => s.Speaker.Id),
            new("title", s => s.Speaker.Title),
            new("organisation", s => s.Speaker.Organisation),
            new("kind", s => s.Kind),
            new("text", s => s.Text),
            new("cue", s => s.Cue),
            new("confidence", s => s.Confidence),
            new("context", s => s.Context),
            new("start", s => s.Start),
            new("end", s => s.End),
            .. Article<StatementRecord>(s => s.Article),
            new("places", s => s.Places.Length + 1),
            new("link", s => LinkTo(s)),
        ],
        s => new FeedEntry(
            $"urn:ingest:statement:{s.Id}",
            Short($"{s.Speaker.Name ?? s.Speaker.Mention ?? "Unnamed"}: {Quoted(s)}"),
            LinkTo(s),
            $"{Quoted(s)} — {Named(s.Speaker)}\n\n{s.Context}\n\n{s.Article.Title}",
            s.Speaker.Name ?? s.Speaker.Mention,
            s.Article.ListedAt,
            Tags(s.Article.Source, s.Speaker.Organisation)));

    public static Shape<FigureRecord> Figures { get; } = new(
        "Figures",
        [
            new("id", f => f.Id),
            new("published", f => f.Article.Published),
            new("text", f => f.Text),
            new("low", f => f.Low),
            new("high", f => f.High),
            new("bound", f => f.Bound),
            new("unit", f => f.Unit),
            new("currency", f => f.Currency),
            new("counted", f => f.Counted),
            new("movement", f => f.Movement),
            new("period", f => f.Period),
            new("series", f => f.Series),
            new("speaker", f => f.Speaker?.Name),
            new("statementId", f => f.StatementId),
            new("context", f => f.Context),
            new("start", f => f.Start),
            new("end", f => f.End),
            .. Article<FigureRecord>(f => f.Article),
            new("link", f => TextFragment.Of(f.Article.Url, f.Context)),
        ],
        f => new FeedEntry(
            $"urn:ingest:figure:{f.Id}", Short($"{f.Text} {f.Counted}"), TextFragment.Of(f.Article.Url, f.Context), $"{f.Context}\n\n{f.Article.Title}", f.Speaker?.Name, f.Article.ListedAt, Tags(f.Article.Source, f.Unit)));

    public static Shape<DateRecord> Dates { get; } = new(
        "Dates",
        [
            new("id", d => d.Id),
            new("from", d => d.From),
            new("to", d => d.To),
            new("text", d => d.Text),
            new("type", d => d.Type),
            new("value", d => d.Value),
            new("outlook", d => d.Outlook),
            new("speaker", d => d.Speaker?.Name),
            new("statementId", d => d.StatementId),
            new("context", d => d.Context),
            new("start", d => d.Start),
            new("end", d => d.End),
            new("published", d => d.Article.Published),
            .. Article<DateRecord>(d => d.Article),
            new("link", d => TextFragment.Of(d.Article.Url, d.Context)),
        ],
        d => new FeedEntry(
            $"urn:ingest:date:{d.Id}", Short($"{d.From:yyyy-MM-dd}: {d.Context}"), TextFragment.Of(d.Article.Url, d.Context), $"{d.Context}\n\n{d.Article.Title}", d.Speaker?.Name, d.Article.ListedAt, Tags(d.Article.Source)));

    public static Shape<Headline> Articles { get; } = new(
        "Articles",
        [
            new("published", h => h.Article.Published),
            .. Article<Headline>(h => h.Article),
            new("statements", h => h.Statements),
            new("officials", h => h.Officials),
            new("figures", h => h.Figures),
            new("dates", h => h.Dates),
        ],
        h => new FeedEntry($"urn:ingest:article:{h.Article.Id}", h.Article.Title, h.Article.Url, $"{h.Statements} statements, {h.Figures} figures", h.Article.Credit, h.Article.ListedAt, Tags(h.Article.Source)));

    public static Shape<OfficialAnswer> Officials { get; } = new(
        "Officials",
        [
            new("id", o => o.Id),
            new("name", o => o.Name),
            new("office", o => o.Office?.Title),
            new("organisation", o => o.Office?.Organisation),
            new("names", o => string.Join("; ", o.Names)),
            new("roles", o => string.Join("; ", o.Roles.Select(role => role.Title))),
            new("firstSeen", o => o.FirstSeen),
            new("lastSeen", o => o.LastSeen),
        ],
        o => new FeedEntry(
            $"urn:ingest:official:{Uri.EscapeDataString(o.Id)}",
            o.Office is null ? o.Name : $"{o.Name}, {o.Office.Title}",
            (o.Office ?? o.Roles.FirstOrDefault())?.Articles[^1].Url ?? new Uri($"urn:ingest:official:{Uri.EscapeDataString(o.Id)}"),
            string.Join("\n", o.Roles.Select(role => $"{role.Title} ({role.FirstSeen:yyyy-MM-dd} – {role.LastSeen:yyyy-MM-dd})")),
            o.Name,
            new DateTimeOffset(o.LastSeen.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
            Tags(o.Office?.Organisation)));

    public static Shape<StatisticsGroup> Statistics { get; } = new(
        "Counts",
        [new("key", g => g.Key), new("name", g => g.Name), new("count", g => g.Count)],
        g => new FeedEntry($"urn:ingest:count:{Uri.EscapeDataString(g.Key)}", $"{g.Name}: {g.Count}", new Uri($"urn:ingest:count:{Uri.EscapeDataString(g.Key)}"), $"{g.Count}", null, DateTimeOffset.UnixEpoch, []));

    /// <summary>The address of a statement's words in its article.</summary>
    public static Uri LinkTo(StatementRecord statement) => TextFragment.Of(statement.Article.Url, statement.Pieces.IsEmpty ? statement.Text : statement.Pieces[0].Text);

    /// <summary>A speaker with the office.</summary>
    public static string Named(SpeakerRecord speaker)
    {
        var name = speaker.Name ?? speaker.Mention ?? "Unnamed";
        return speaker.Title is null ? name : $"{name}, {speaker.Title}";
    }

    private static string Quoted(StatementRecord statement) => statement.Kind == StatementKind.Direct ? $"“{statement.Text}”" : statement.Text;

    private static IEnumerable<Column<T>> Article<T>(Func<T, ArticleHead> article) =>
    [
        new("article", row => article(row).Title),
        new("articleId", row => article(row).Id),
        new("source", row => article(row).Source),
        new("url", row => article(row).Url),
    ];

    private static ImmutableArray<string> Tags(params IEnumerable<string?> tags) => [.. tags.OfType<string>()];

    private static string Short(string text)
    {
        text = text.ReplaceLineEndings(" ").Trim();
        if (text.Length <= LongestTitle) return text;
        var end = text.LastIndexOf(' ', LongestTitle);
        return string.Create(CultureInfo.InvariantCulture, $"{text[..(end > LongestTitle / 2 ? end : LongestTitle)]}…");
    }
}
