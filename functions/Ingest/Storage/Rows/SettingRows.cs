namespace Ingest.Storage.Rows;

/// <summary>Rows of the Settings table: what the app itself must remember.</summary>
internal static class SettingRows
{
    /// <summary>The one partition.</summary>
    public const string Partition = "settings";

    /// <summary>The row of the key that cursors are signed with.</summary>
    public const string CursorKey = "cursor-key";

    /// <summary>What is remembered.</summary>
    public const string Value = "Value";
}
