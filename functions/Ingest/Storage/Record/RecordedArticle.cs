using System.Collections.Immutable;
using Ingest.Extraction.Officials;

namespace Ingest.Storage.Record;

/// <summary>Everything that one revision of an article yielded. The rest of the record is computed from these.</summary>
/// <param name="Head">The article.</param>
/// <param name="Day">Its publication day in the publisher's time zone.</param>
/// <param name="Rules">The version of the extractor's rules.</param>
/// <param name="Statements">In the order of the text, without other places.</param>
/// <param name="Figures">In the order of the text, without other places.</param>
/// <param name="Dates">In the order of the text, without other places.</param>
/// <param name="Officials">In the order of the text.</param>
internal sealed record RecordedArticle(
    ArticleHead Head,
    DateOnly Day,
    int Rules,
    ImmutableArray<StatementRecord> Statements,
    ImmutableArray<FigureRecord> Figures,
    ImmutableArray<DateRecord> Dates,
    ImmutableArray<Sighting> Officials);

/// <summary>What one article tells of one official.</summary>
/// <param name="OfficialId">The official of the record.</param>
/// <param name="Name">The fullest form in the article.</param>
/// <param name="Roles">In the article's order.</param>
/// <param name="Mentions">Every place where the person is named, in order.</param>
/// <param name="Day">The article's publication day in the publisher's time zone.</param>
/// <param name="Article">The article.</param>
internal sealed record Sighting(
    string OfficialId,
    string Name,
    ImmutableArray<SeenRole> Roles,
    ImmutableArray<TextSpan> Mentions,
    DateOnly Day,
    ArticleHead Article);

/// <summary>A role in one article's words.</summary>
internal sealed record SeenRole(string Title, string? Organisation, OfficeStatus Status);
