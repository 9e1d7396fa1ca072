using Azure;
using Ingest.Storage.Record;
using Ingest.Storage.Rows;

namespace Ingest.Storage;

/// <summary>The head of the change log, and what is counted with every commit.</summary>
/// <param name="Next">The number that the next commit will have; numbers start at 1.</param>
/// <param name="Statements">Statements in the record, those of copies counted once.</param>
/// <param name="Figures">Figures in the record, likewise.</param>
/// <param name="Earliest">The earliest time that anything was ever listed under; null in an empty record.</param>
/// <param name="LastDay">The latest first day of any date that was ever listed; null where none was.</param>
/// <param name="Version">The row's version, or null where there is none yet.</param>
internal sealed record LogHead(long Next, long Statements, long Figures, DateTimeOffset? Earliest, DateOnly? LastDay, ETag? Version)
{
    public static LogHead Of(ReadRow? row) => row is null
        ? new LogHead(1, 0, 0, null, null, null)
        : new LogHead(
            row.Values.GetInt64(ChangeRows.Next) ?? 1,
            row.Values.GetInt64(ChangeRows.Statements) ?? 0,
            row.Values.GetInt64(ChangeRows.Figures) ?? 0,
            row.Values.GetDateTimeOffset(ChangeRows.Earliest),
            row.Values.GetInt32(ChangeRows.LastDay) is { } day ? DateOnly.FromDayNumber(day) : null,
            row.Version);

    /// <summary>The head after a commit that changed a cluster.</summary>
    public LogHead After(RecordedCluster before, RecordedCluster now)
    {
        var earliest = now.Headlines.Select(h => h.Article.ListedAt).Append(Earliest ?? DateTimeOffset.MaxValue).Min();
        return this with
        {
            Next = Next + 1,
            Statements = Statements + now.Statements.Length - before.Statements.Length,
            Figures = Figures + now.Figures.Length - before.Figures.Length,
            Earliest = earliest == DateTimeOffset.MaxValue ? null : earliest,
            LastDay = now.Dates.Select(d => d.From).Append(LastDay).Max(),
        };
    }

    public RowWrite ToRow(ETag? only)
    {
        var values = new Dictionary<string, object> { [ChangeRows.Next] = Next, [ChangeRows.Statements] = Statements, [ChangeRows.Figures] = Figures };
        if (Earliest is { } earliest) values[ChangeRows.Earliest] = earliest;
        if (LastDay is { } day) values[ChangeRows.LastDay] = day.DayNumber;
        return new RowWrite(StorageNames.ChangesTable, ChangeRows.Partition, ChangeRows.Head, null) { Values = values, Only = only ?? RowWrite.Absent };
    }
}
