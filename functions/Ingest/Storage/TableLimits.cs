namespace Ingest.Storage;

/// <summary>
/// What Azure Table Storage allows, named once. The emulator allows more, so these are kept by our own code.
/// https://learn.microsoft.com/azure/storage/tables/scalability-targets and
/// https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model
/// </summary>
internal static class TableLimits
{
    /// <summary>Rows of one partition that one transaction may write.</summary>
    public const int RowsPerTransaction = 100;

    /// <summary>Bytes that one transaction may send, 4 MiB, less a margin for what the protocol adds to each row.</summary>
    public const int BytesPerTransaction = 3 << 20;

    /// <summary>Bytes of one row with all its names and values, 1 MiB.</summary>
    public const int BytesPerRow = 1 << 20;

    /// <summary>Bytes of one binary value, 64 KiB.</summary>
    public const int BytesPerValue = 64 << 10;

    /// <summary>UTF-16 units of one text value, 64 KiB in all.</summary>
    public const int CharactersPerText = 32 << 10;

    /// <summary>UTF-16 units of a key, 1 KiB in all.</summary>
    public const int CharactersPerKey = 512;

    /// <summary>Rows that one query answers with at most.</summary>
    public const int RowsPerPage = 1000;
}
