using System.Collections.Immutable;
using Ingest.Extraction;
using Ingest.Extraction.Dates;
using Ingest.Extraction.Figures;
using Ingest.Extraction.Language;
using Ingest.Extraction.Officials;
using Ingest.Extraction.Statements;

namespace Ingest.Storage.Record;

/// <summary>Lays the mentions of an article out as the record keeps them: with ids, contexts, the article's head and each other.</summary>
internal sealed class ArticleReader
{
    private readonly StoredArticle stored;
    private readonly Mentions mentions;
    private readonly ArticleHead head;
    private readonly string text;
    private readonly TokenisedText tokens;
    private readonly Dictionary<string, (string Id, Official Official)> officials;

    private ArticleReader(StoredArticle stored, Mentions mentions, ImmutableArray<string> officialIds)
    {
        this.stored = stored;
        this.mentions = mentions;
        head = ArticleHead.Of(stored);
        text = stored.Article.Text;
        tokens = TokenisedText.Of(text);
        officials = new(StringComparer.Ordinal);
        for (var i = 0; i < mentions.Officials.Length; i++)
            officials.TryAdd(OfficialKey.Of(mentions.Officials[i].Name), (officialIds[i], mentions.Officials[i]));
    }

    /// <summary>Lays out one article.</summary>
    /// <param name="stored">The article; all offsets count in its text.</param>
    /// <param name="mentions">What was found in it.</param>
    /// <param name="officialIds">The record's id of each of <paramref name="mentions"/>' officials, in their order.</param>
    public static RecordedArticle Read(StoredArticle stored, Mentions mentions, ImmutableArray<string> officialIds) =>
        new ArticleReader(stored, mentions, officialIds).Read(officialIds);

    private RecordedArticle Read(ImmutableArray<string> officialIds)
    {
        var ids = new MentionIds(head.Cluster);
        var statements = mentions.Statements.Select(s => Read(s, ids)).ToImmutableArray();
        return new RecordedArticle(
            head,
            stored.PublishedDay,
            MentionExtractor.Version,
            statements,
            [.. mentions.Figures.Select(f => Read(f, ids, Holder(f.Span, statements)))],
            [.. mentions.Dates.Select(d => Read(d, ids, Holder(d.Span, statements)))],
            [.. mentions.Officials.Select((o, i) => new Sighting(officialIds[i], o.Name, [.. o.Roles.Select(r => new SeenRole(r.Title, r.Organisation, r.Status))], o.NameMentions, stored.PublishedDay, head))]);
    }

    private StatementRecord Read(Statement statement, MentionIds ids)
    {
        var pieces = statement.Pieces.Select(p => new PieceRecord(p.Start, p.End, p.In(text))).ToImmutableArray();
        var context = Context(statement.Span);
        return new StatementRecord(
            ids.Next("s", string.Join(' ', pieces.Select(p => p.Text))),
            string.Join(" […] ", pieces.Select(p => p.Text)),
            statement.Kind,
            Read(statement.Speaker),
            statement.Cue?.Text,
            Math.Round(statement.Confidence, 3),
            statement.Span.Start,
            statement.Span.End,
            pieces,
            context.In(text),
            context.Start,
            head,
            []);
    }

    private FigureRecord Read(Figure figure, MentionIds ids, StatementRecord? holder)
    {
        var context = Context(figure.Span);
        return new FigureRecord(
            ids.Next("f", $"{figure.Text} {context.In(text)}"),
            figure.Text,
            figure.Low,
            figure.High,
            figure.Bound,
            figure.Unit,
            figure.Currency,
            figure.Concept,
            figure.Movement,
            figure.Period?.In(text),
            figure.SeriesKey,
            figure.Span.Start,
            figure.Span.End,
            context.In(text),
            context.Start,
            holder?.Id,
            holder?.Speaker,
            head,
            []);
    }

    private DateRecord Read(DateMention date, MentionIds ids, StatementRecord? holder)
    {
        var context = Context(date.Span);
        return new DateRecord(
            ids.Next("d", $"{date.Text} {context.In(text)}"),
            date.Text,
            date.Type,
            date.Value,
            date.From,
            date.To,
            date.Outlook,
            date.Span.Start,
            date.Span.End,
            context.In(text),
            context.Start,
            holder?.Id,
            holder?.Speaker,
            head,
            []);
    }

    private SpeakerRecord Read(Speaker speaker)
    {
        var official = speaker is { Kind: SpeakerKind.Person, FullName: { } name } && officials.TryGetValue(OfficialKey.Of(name), out var found) ? found : default;
        var organisation = speaker.Kind == SpeakerKind.Organisation ? speaker.FullName ?? speaker.MentionText : official.Official is { } holder ? BodyOf(holder) : null;
        var id = official.Id ?? (speaker.FullName is null ? null : OfficialKey.Of(speaker.FullName));
        return new SpeakerRecord(id, speaker.FullName, speaker.MentionText, speaker.Title, organisation, speaker.Kind, speaker.ResolvedBy, official.Id is not null);
    }

    // A minister in office speaks for a ministry even where the article does not name it.
    private static string? BodyOf(Official official) =>
        official.Organisation ?? (official.Status is OfficeStatus.Current or OfficeStatus.Acting ? official.Roles.Select(role => Ministries.Of(role.Title)).FirstOrDefault(ministry => ministry is not null) : null);

    // Statements never overlap, so at most one holds the span.
    private static StatementRecord? Holder(TextSpan span, ImmutableArray<StatementRecord> statements) =>
        statements.FirstOrDefault(s => s.Start <= span.Start && span.End <= s.End);

    private TextSpan Context(TextSpan span) => ContextOf(tokens, span);

    /// <summary>From the start of the span's first sentence to the end of its last.</summary>
    public static TextSpan ContextOf(TokenisedText tokens, TextSpan span)
    {
        var first = tokens.TokenAt(span.Start);
        var last = Math.Max(first, tokens.TokenAt(span.End - 1));
        if (last >= tokens.Tokens.Length) return span;
        var start = tokens.SpanOf(tokens.Sentences[tokens.SentenceOf(first)]).Start;
        var end = tokens.SpanOf(tokens.Sentences[tokens.SentenceOf(last)]).End;
        return new TextSpan(Math.Min(start, span.Start), Math.Max(end, span.End));
    }
}
