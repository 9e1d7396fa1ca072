using Azure;
using Azure.Data.Tables;

namespace Ingest.Storage.Rows;

/// <summary>One row to be put or taken away.</summary>
/// <param name="Table">The table.</param>
/// <param name="Partition">The partition.</param>
/// <param name="Key">The row key.</param>
/// <param name="Body">Its content; null where the row has none.</param>
internal sealed record RowWrite(string Table, string Partition, string Key, RowBody? Body)
{
    /// <summary>Values beside the body, by which the row is guarded or counted.</summary>
    public IReadOnlyDictionary<string, object>? Values { get; init; }

    /// <summary>Whether the row is taken away.</summary>
    public bool IsDelete { get; init; }

    /// <summary>The version that the row must have; null where any will do, <see cref="Absent"/> where there must be none.</summary>
    public ETag? Only { get; init; }

    /// <summary>The row must not be there yet.</summary>
    public static ETag Absent { get; } = new("absent");

    /// <summary>Takes a row away.</summary>
    public static RowWrite Delete(string table, string partition, string key) => new(table, partition, key, null) { IsDelete = true };

    /// <summary>What tells this row from all others.</summary>
    public (string Table, string Partition, string Key) Address => (Table, Partition, Key);

    /// <summary>Roughly the bytes that it sends: binary values travel as base64.</summary>
    public int Size => 512 + (2 * (Partition.Length + Key.Length)) + (Body is { Blob: null } body ? body.Bytes.Length * 4 / 3 : 0);

    public TableTransactionAction ToAction()
    {
        var row = new TableEntity(Partition, Key);
        foreach (var (name, value) in Values ?? new Dictionary<string, object>()) row[name] = value;
        Body?.WriteTo(row);
        if (IsDelete) return new TableTransactionAction(TableTransactionActionType.Delete, row, Only ?? ETag.All);
        if (Only is null) return new TableTransactionAction(TableTransactionActionType.UpsertReplace, row);
        return Only == Absent
            ? new TableTransactionAction(TableTransactionActionType.Add, row)
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, Only.Value);
    }
}
