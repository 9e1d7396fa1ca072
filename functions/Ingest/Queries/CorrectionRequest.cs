using Ingest.Storage.Record;

namespace Ingest.Queries;

/// <summary>What an editor sends to correct the record.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Who">The editor's name.</param>
/// <param name="Why">The reason.</param>
/// <param name="StatementId">Of a statement's correction: its id.</param>
/// <param name="Name">Of a speaker: the full name; nothing where nobody is known to have said it.</param>
/// <param name="Title">Of a speaker: the office, or nothing.</param>
/// <param name="Words">Of a span: what was said, exactly as it stands in the article; pieces with " […] " between them.</param>
/// <param name="OfficialId">Of a merge: the official who is the same person as another.</param>
/// <param name="Into">Of a merge: that other.</param>
public sealed record CorrectionRequest(
    CorrectionKind Kind,
    string Who,
    string Why,
    string? StatementId = null,
    string? Name = null,
    string? Title = null,
    string? Words = null,
    string? OfficialId = null,
    string? Into = null);

/// <summary>What an editor sends to take a correction back.</summary>
/// <param name="Who">The editor's name.</param>
public sealed record UndoRequest(string Who);
