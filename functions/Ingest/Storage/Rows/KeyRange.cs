using Azure.Data.Tables;

namespace Ingest.Storage.Rows;

/// <summary>
/// A range of rows in the order of their keys, which is the only kind of query that Ingest asks of a table: whatever it answers with was
/// wanted. Only ranges of row keys within one partition, or of whole partitions, are read in this way without a scan.
/// </summary>
internal static class KeyRange
{
    /// <summary>Row keys from one up to, not including, another.</summary>
    public static string Of(string partition, string from, string until) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {until}");

    /// <summary>All row keys of a partition from one on.</summary>
    public static string From(string partition, string from) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from}");

    /// <summary>All row keys of a partition behind one.</summary>
    public static string Behind(string partition, string key) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {key}");

    /// <summary>All partitions behind one.</summary>
    public static string Behind(string partition) => TableClient.CreateQueryFilter($"PartitionKey gt {partition}");

    /// <summary>A whole partition.</summary>
    public static string Whole(string partition) => TableClient.CreateQueryFilter($"PartitionKey eq {partition}");

    /// <summary>Whole partitions from one up to, not including, another.</summary>
    public static string Partitions(string from, string until) =>
        TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {until}");
}
