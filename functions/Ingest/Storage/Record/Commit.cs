using System.Collections.Immutable;

namespace Ingest.Storage.Record;

/// <summary>What one commit changed.</summary>
/// <param name="Number">Its number; numbers follow one another without gaps.</param>
/// <param name="At">When it was written, UTC.</param>
/// <param name="Changes">By kind, then in the order of the text.</param>
internal sealed record Commit(long Number, DateTimeOffset At, ImmutableArray<Change> Changes);

/// <summary>What became of one mention, article or correction.</summary>
/// <param name="Kind">"statement", "figure", "date", "article" or "correction".</param>
/// <param name="Id">Its id.</param>
/// <param name="IsDeleted">Whether it is gone: a tombstone.</param>
/// <param name="Statement">A statement as it is now, else null.</param>
/// <param name="Figure">A figure as it is now, else null.</param>
/// <param name="Date">A date as it is now, else null.</param>
/// <param name="Article">An article as it is now, else null.</param>
/// <param name="Correction">An editor's correction as it is now, else null.</param>
public sealed record Change(string Kind, string Id, bool IsDeleted, StatementRecord? Statement = null, FigureRecord? Figure = null, DateRecord? Date = null, Headline? Article = null, Correction? Correction = null);
