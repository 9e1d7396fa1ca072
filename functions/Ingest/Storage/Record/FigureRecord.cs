using System.Collections.Immutable;
using Ingest.Extraction.Figures;

namespace Ingest.Storage.Record;

/// <summary>A figure as the record keeps it and answers it.</summary>
/// <param name="Id">The same after every extraction that finds it.</param>
/// <param name="Text">Verbatim.</param>
/// <param name="Low">The value, or the lower end of a range.</param>
/// <param name="High">The upper end of a range, else equal to <paramref name="Low"/>.</param>
/// <param name="Bound">Exact, about, at least or at most.</param>
/// <param name="Unit">A unit, else the counted noun in the singular, "-" where there is none.</param>
/// <param name="Currency">ISO 4217 code, or null.</param>
/// <param name="Counted">What is counted or measured, as it stands in the text, or null.</param>
/// <param name="Movement">What happened to the quantity.</param>
/// <param name="Period">The words that give its period, or null.</param>
/// <param name="Series">Equal for figures of the same counted thing, or null.</param>
/// <param name="Start">Where it starts in the article's text, in UTF-16 units.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Context">The sentence that it stands in.</param>
/// <param name="ContextStart">Where the sentence starts in the article's text.</param>
/// <param name="StatementId">The statement that it stands in, or null.</param>
/// <param name="Speaker">Who says it, or null where it stands in no statement.</param>
/// <param name="Article">The article; of a cluster of copies, the one published first.</param>
/// <param name="Places">The other articles of the cluster that carry it.</param>
public sealed record FigureRecord(
    string Id,
    string Text,
    double Low,
    double High,
    Bound Bound,
    string Unit,
    string? Currency,
    string? Counted,
    Movement Movement,
    string? Period,
    string? Series,
    int Start,
    int End,
    string Context,
    int ContextStart,
    string? StatementId,
    SpeakerRecord? Speaker,
    ArticleHead Article,
    ImmutableArray<Place> Places) : IMention<FigureRecord>
{
    FigureRecord IMention<FigureRecord>.At(ImmutableArray<Place> places) => this with { Places = places };
}
