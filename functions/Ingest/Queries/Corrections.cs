using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ingest.Extraction.Language;
using Ingest.Queries.Formats;
using Ingest.Sources;
using Ingest.Storage;
using Ingest.Storage.Record;
using Ingest.Storage.Rows;
using Microsoft.AspNetCore.Http;

namespace Ingest.Queries;

/// <summary>Takes editors' corrections. The same correction sent twice is one.</summary>
public sealed class Corrections
{
    private const int MostBytes = 64 << 10;
    private const int LongestText = 500;
    private const int LongestWords = 20_000;
    private const int ArticlesAtOnce = 8;

    // What a request does not know of it must not set.
    private static readonly JsonSerializerOptions Strict = new(RecordJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectRequiredConstructorParameters = true };

    private readonly RowReader reader;
    private readonly RecordWriter record;
    private readonly OfficialDirectory officials;
    private readonly ArticleStore articles;
    private readonly ArticleQueues queues;
    private readonly TimeProvider time;

    internal Corrections(RowReader reader, RecordWriter record, OfficialDirectory officials, ArticleStore articles, ArticleQueues queues, TimeProvider time) =>
        (this.reader, this.record, this.officials, this.articles, this.queues, this.time) = (reader, record, officials, articles, queues, time);

    /// <summary>POST /api/corrections: corrects a statement, or merges two officials. Answers 201 with the correction.</summary>
    public Task<IResult> SubmitAsync(HttpRequest request, CancellationToken cancellation) => Answers.OrProblem(async () =>
    {
        var asked = await BodyAsync<CorrectionRequest>(request, cancellation);
        var who = Text(asked.Who, "who", LongestText) ?? throw new QueryException("'who' is empty. Give your name.", "who");
        var why = Text(asked.Why, "why", LongestText) ?? throw new QueryException("'why' is empty. Give the reason.", "why");
        var (cluster, correction) = asked.Kind == CorrectionKind.Merge
            ? await MergeAsync(asked, who, why, cancellation)
            : await OfStatementAsync(asked, who, why, cancellation);

        var state = await ClusterState.ReadAsync(reader, cluster, cancellation);
        if (state.Corrections.GetValueOrDefault(correction.Id) is { Undone: null } known) correction = known;
        await WriteAsync(cluster, correction, cancellation);
        return Results.Json(correction, RecordJson.Options, statusCode: StatusCodes.Status201Created);
    });

    /// <summary>POST /api/corrections/{id}/undo: takes a correction back. Answers with the correction.</summary>
    public Task<IResult> UndoAsync(HttpRequest request, string id, CancellationToken cancellation) => Answers.OrProblem(async () =>
    {
        var asked = await BodyAsync<UndoRequest>(request, cancellation);
        var who = Text(asked.Who, "who", LongestText) ?? throw new QueryException("'who' is empty. Give your name.", "who");
        var cluster = MentionIds.ClusterOf(id);
        var known = cluster is null ? null : (await ClusterState.ReadAsync(reader, cluster, cancellation)).Corrections.GetValueOrDefault(id);
        if (known is null) return Answers.One<Correction>(null, "correction", id);
        var undone = known with { Undone = known.Undone ?? new CorrectionUndo(who, time.GetUtcNow()) };
        await WriteAsync(cluster!, undone, cancellation);
        return Results.Json(undone, RecordJson.Options);
    });

    private async Task WriteAsync(string cluster, Correction correction, CancellationToken cancellation)
    {
        await record.WriteAsync(cluster, correction, cancellation);
        if (correction.Kind != CorrectionKind.Merge) return;
        // Whoever names either of the two is read anew, and then recorded under the merge; sent again where an earlier call died.
        var named = new[] { correction.Target, correction.Into! }.SelectMany(id => new[] { PostingRows.Term(PostingField.Official, id), PostingRows.Term(PostingField.Speaker, id) });
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var term in named)
        {
            await foreach (var row in reader.AllAsync(StorageNames.PostingsTable, PostingRows.Filter(term), cancellation))
                ids.Add(Places.ArticleOf(PostingRows.PlaceIn(term, row.Key)));
        }

        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = ArticlesAtOnce, CancellationToken = cancellation }, async (id, token) =>
        {
            if (await articles.FindHeadAsync(id, token) is { Revision: > 0 } head) await queues.SendAsync(new ExtractMentionsMessage(id, head.Revision), token);
        });
    }

    private async Task<(string Cluster, Correction Correction)> MergeAsync(CorrectionRequest asked, string who, string why, CancellationToken cancellation)
    {
        var (from, into) = (Text(asked.OfficialId, "officialId", LongestText), Text(asked.Into, "into", LongestText));
        var merge = New(OfficialMerges.Cluster, asked.Kind, from ?? "", into ?? "", who, why) with { Into = into };
        // Merged already, the first of the two is no official any more.
        if ((await ClusterState.ReadAsync(reader, OfficialMerges.Cluster, cancellation)).Corrections.GetValueOrDefault(merge.Id) is { Undone: null }) return (OfficialMerges.Cluster, merge);
        if (from is null || await officials.FindAsync(from, cancellation) is null) throw new QueryException($"No official has the id '{from}'.", "officialId");
        if (into is null || await officials.FindAsync(into, cancellation) is null) throw new QueryException($"No official has the id '{into}'. Take it from the address of the official's page.", "into");
        if (from == into) throw new QueryException("An official cannot be merged into the same one.", "into");
        return (OfficialMerges.Cluster, merge);
    }

    private async Task<(string Cluster, Correction Correction)> OfStatementAsync(CorrectionRequest asked, string who, string why, CancellationToken cancellation)
    {
        var id = Text(asked.StatementId, "statementId", LongestText);
        var cluster = id is null ? null : MentionIds.ClusterOf(id);
        var statement = cluster is null ? null : (await ClusterState.ReadAsync(reader, cluster, cancellation)).Mentions.Statements.FirstOrDefault(found => found.Id == id);
        if (statement is null) throw new QueryException($"No statement has the id '{id}'.", "statementId");
        var (name, title) = (Text(asked.Name, "name", LongestText), Text(asked.Title, "title", LongestText));
        return (cluster!, asked.Kind switch
        {
            CorrectionKind.Speaker => New(cluster!, asked.Kind, statement.Id, $"{name}|{title}", who, why) with { Was = statement, Name = name, Title = title },
            CorrectionKind.Span => await WithWordsAsync(New(cluster!, asked.Kind, statement.Id, asked.Words ?? "", who, why) with { Was = statement }, asked.Words, cancellation),
            _ => New(cluster!, asked.Kind, statement.Id, "", who, why) with { Was = statement },
        });
    }

    private async Task<Correction> WithWordsAsync(Correction correction, string? given, CancellationToken cancellation)
    {
        const string parameter = "words";
        var words = Text(given, parameter, LongestWords) ?? throw new QueryException("'words' is empty. Give what was said, as it stands in the article.", parameter);
        var was = correction.Was!;
        var stored = await articles.FindAsync(was.Article.Id, was.Article.Revision, cancellation)
            ?? throw new QueryException($"The article {was.Article.Id} is not stored any more, so its words cannot be compared.", parameter);
        var text = stored.Article.Text;
        var pieces = Pieces(text, words.ReplaceLineEndings("\n").Split(" […] "), was.Start)
            ?? throw new QueryException("These words do not stand in the article like that. Copy them from it; leave what does not belong to the statement out with ' […] '.", parameter);
        var span = new TextSpan(pieces[0].Start, pieces[^1].End);
        var context = ArticleReader.ContextOf(TokenisedText.Of(text), span);
        return correction with
        {
            Becomes = was with
            {
                Text = string.Join(" […] ", pieces.Select(piece => piece.Text)),
                Start = span.Start,
                End = span.End,
                Pieces = pieces,
                Context = context.In(text),
                ContextStart = context.Start,
                Places = [],
            },
        };
    }

    // Each piece behind the one before; the first as near as can be to where the statement stood.
    private static ImmutableArray<PieceRecord>? Pieces(string text, string[] words, int near)
    {
        var found = ImmutableArray.CreateBuilder<PieceRecord>();
        var from = 0;
        foreach (var piece in words)
        {
            if (piece.Length == 0) return null;
            var start = found.Count == 0 ? Nearest(text, piece, near) : text.IndexOf(piece, from, StringComparison.Ordinal);
            if (start < 0) return null;
            from = start + piece.Length;
            found.Add(new PieceRecord(start, from, piece));
        }

        return found.ToImmutable();
    }

    private static int Nearest(string text, string words, int near)
    {
        var best = -1;
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = at + 1 < text.Length ? text.IndexOf(words, at + 1, StringComparison.Ordinal) : -1)
        {
            if (best >= 0 && Math.Abs(at - near) >= Math.Abs(best - near)) break;
            best = at;
        }

        return best;
    }

    private Correction New(string cluster, CorrectionKind kind, string target, string says, string who, string why) =>
        new($"{cluster}-c{RowKeys.Hash($"{kind}|{target}|{says}", 12)}", kind, target, who, time.GetUtcNow(), why);

    private static string? Text(string? given, string name, int longest)
    {
        var text = given?.Trim();
        if (text?.Length > longest) throw new QueryException($"'{name}' has {text.Length} characters. Give at most {longest}.", name);
        return string.IsNullOrEmpty(text) ? null : text;
    }

    private static async Task<T> BodyAsync<T>(HttpRequest request, CancellationToken cancellation)
    {
        if (await RequestBody.BytesAsync(request, MostBytes, cancellation) is not { } body)
            throw new QueryException($"The body is larger than {MostBytes} bytes.") { Status = StatusCodes.Status413PayloadTooLarge };
        try
        {
            return JsonSerializer.Deserialize<T>(body, Strict) ?? throw new QueryException("The body is empty.");
        }
        catch (JsonException problem)
        {
            throw new QueryException($"The body is not as it should be: {problem.Message}");
        }
    }
}
