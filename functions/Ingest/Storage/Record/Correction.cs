namespace Ingest.Storage.Record;

/// <summary>What an editor says is wrong.</summary>
public enum CorrectionKind
{
    /// <summary>Somebody else said it.</summary>
    Speaker,

    /// <summary>Too many or too few words are taken for the statement.</summary>
    Span,

    /// <summary>Nobody stated it.</summary>
    NotAStatement,

    /// <summary>Two officials are one person.</summary>
    Merge,
}

/// <summary>
/// What an editor corrected. It wins over every later extraction until it is undone, and is kept when it is.
/// </summary>
/// <param name="Id">Made of what it says, so that the same correction sent twice is one.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Target">The id of the statement, or of the official who is merged into another.</param>
/// <param name="Who">The editor's name.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Why">The editor's reason.</param>
public sealed record Correction(string Id, CorrectionKind Kind, string Target, string Who, DateTimeOffset At, string Why)
{
    /// <summary>Of a speaker: the full name; null where nobody is known to have said it.</summary>
    public string? Name { get; init; }

    /// <summary>Of a speaker: the office, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Of a statement: as it stood before the correction.</summary>
    public StatementRecord? Was { get; init; }

    /// <summary>Of a span: the statement with the right words.</summary>
    public StatementRecord? Becomes { get; init; }

    /// <summary>Of a merge: the id of the official who stays.</summary>
    public string? Into { get; init; }

    /// <summary>Who took it back, and when; null while it is in force.</summary>
    public CorrectionUndo? Undone { get; init; }
}

/// <summary>Who took a correction back.</summary>
/// <param name="Who">The editor's name.</param>
/// <param name="At">When, UTC.</param>
public sealed record CorrectionUndo(string Who, DateTimeOffset At);
