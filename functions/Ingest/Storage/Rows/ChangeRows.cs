using System.Globalization;

namespace Ingest.Storage.Rows;

/// <summary>Rows of the Changes table: one partition, so that commits come one after another.</summary>
internal static class ChangeRows
{
    /// <summary>The one partition.</summary>
    public const string Partition = "log";

    /// <summary>The row that holds the next number.</summary>
    public const string Head = "head";

    /// <summary>Of the head: the next number.</summary>
    public const string Next = "Next";

    /// <summary>Of the head: statements in the record.</summary>
    public const string Statements = "Statements";

    /// <summary>Of the head: figures in the record.</summary>
    public const string Figures = "Figures";

    /// <summary>Of the head: the earliest time that anything is listed under.</summary>
    public const string Earliest = "Earliest";

    /// <summary>Of the head: the number of the latest first day of any date, from 0001-01-01 as 0.</summary>
    public const string LastDay = "LastDay";

    /// <summary>Of a mark: the last generation of the cluster that was told.</summary>
    public const string Generation = "Generation";

    private const string CommitPart = "commit";
    private const string MarkPart = "mark";

    /// <summary>All marks.</summary>
    public static string Marks => KeyRange.Of(Partition, RowKeys.From(MarkPart), RowKeys.Until(MarkPart));

    /// <summary>The row of a commit.</summary>
    public static string Commit(long number) => RowKeys.From(CommitPart) + number.ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>The number of a commit's row, or null where the key is none of a commit.</summary>
    public static long? NumberIn(string key) =>
        key.StartsWith(RowKeys.From(CommitPart), StringComparison.Ordinal) && long.TryParse(key.AsSpan(CommitPart.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The mark of a cluster.</summary>
    public static string Mark(string cluster) => RowKeys.From(MarkPart) + RowKeys.Part(cluster);

    /// <summary>All commits from a number on.</summary>
    public static string Filter(long from) => KeyRange.Of(Partition, Commit(from), RowKeys.Until(CommitPart));
}
