using System.Collections.Immutable;
using Ingest.Extraction.Dates;

namespace Ingest.Storage.Record;

/// <summary>A calendar expression as the record keeps it and answers it.</summary>
/// <param name="Id">The same after every extraction that finds it.</param>
/// <param name="Text">Verbatim.</param>
/// <param name="Type">The type of TIMEX3.</param>
/// <param name="Value">Its TIMEX3 value, or null.</param>
/// <param name="From">The first calendar day covered, or null.</param>
/// <param name="To">The last, inclusive, or null.</param>
/// <param name="Outlook">Whether the text tells of the past or of something planned.</param>
/// <param name="Start">Where it starts in the article's text, in UTF-16 units.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Context">The sentence that it stands in.</param>
/// <param name="ContextStart">Where the sentence starts in the article's text.</param>
/// <param name="StatementId">The statement that it stands in, or null.</param>
/// <param name="Speaker">Who says it, or null where it stands in no statement.</param>
/// <param name="Article">The article; of a cluster of copies, the one published first.</param>
/// <param name="Places">The other articles of the cluster that carry it.</param>
public sealed record DateRecord(
    string Id,
    string Text,
    DateType Type,
    string? Value,
    DateOnly? From,
    DateOnly? To,
    DateOutlook Outlook,
    int Start,
    int End,
    string Context,
    int ContextStart,
    string? StatementId,
    SpeakerRecord? Speaker,
    ArticleHead Article,
    ImmutableArray<Place> Places) : IMention<DateRecord>
{
    DateRecord IMention<DateRecord>.At(ImmutableArray<Place> places) => this with { Places = places };
}
