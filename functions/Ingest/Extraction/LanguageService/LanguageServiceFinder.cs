using System.Collections.Immutable;
using Azure;
using Azure.AI.TextAnalytics;

namespace Ingest.Extraction.LanguageService;

/// <summary>Azure AI Language's named entity recognition as a finder.</summary>
public sealed class LanguageServiceFinder(TextAnalyticsClient client, IRecordAllowance allowance) : IFinder
{
    /// <summary>How the service signs its findings.</summary>
    public const string Name = "azure-language";

    /// <summary>Documents a synchronous call may hold (Azure AI Language, "Service limits", named entity recognition).</summary>
    internal const int MaxDocuments = 5;

    /// <summary>Characters of a text record, by which the service is billed.</summary>
    private const int RecordLength = 1_000;

    private static readonly TimeSpan Outage = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public async Task<FinderAnswer> FindAsync(ArticleText article, CancellationToken cancellationToken)
    {
        var pieces = TextPieces.Cut(article.Text);
        var records = pieces.Sum(piece => (piece.Length + RecordLength - 1) / RecordLength);
        if (await allowance.TakeAsync(records, cancellationToken).ConfigureAwait(false) is { } wait)
            return new FinderAnswer.Later(wait, $"the day's allowance of text records is spent; this article takes {records}");

        var findings = ImmutableArray.CreateBuilder<Finding>();
        var refused = ImmutableArray.CreateBuilder<string>();
        foreach (var batch in pieces.Chunk(MaxDocuments))
        {
            try
            {
                var documents = batch.Select(piece => new TextDocumentInput(piece.Start.ToString(), piece.In(article.Text)) { Language = "en" });
                var answer = await client.RecognizeEntitiesBatchAsync(documents, cancellationToken: cancellationToken).ConfigureAwait(false);
                foreach (var result in answer.Value)
                {
                    if (result.HasError) refused.Add($"{result.Error.ErrorCode}: {result.Error.Message}");
                    else findings.AddRange(Read(article.Text, int.Parse(result.Id), result.Entities));
                }
            }
            catch (RequestFailedException e) when (e.Status is 0 or 408 or 429 or >= 500)
            {
                return new FinderAnswer.Later(RetryAfter(e) ?? Outage, $"the Language service answered {e.Status}");
            }
        }

        return new FinderAnswer.Found([.. findings.DistinctBy(f => (f.Span, f.Kind)).OrderBy(f => f.Span)], refused.ToImmutable());
    }

    // An offset that does not lead to the words it claims is dropped: a finding that is not verbatim is worth nothing.
    private static IEnumerable<Finding> Read(string text, int offset, CategorizedEntityCollection entities)
    {
        foreach (var entity in entities)
        {
            var span = new TextSpan(offset + entity.Offset, offset + entity.Offset + entity.Length);
            if (span.Start < 0 || span.End > text.Length || span.IsEmpty || span.In(text) != entity.Text) continue;
            if (Enum.TryParse<FindingKind>(entity.Category.ToString(), out var kind))
                yield return new Finding(span, entity.Text, kind, entity.ConfidenceScore, [Name]);
        }
    }

    private static TimeSpan? RetryAfter(RequestFailedException e) =>
        e.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var value) == true && int.TryParse(value, out var seconds) && seconds > 0
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
