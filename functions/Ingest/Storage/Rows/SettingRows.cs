namespace Ingest.Storage.Rows;

/// <summary>Rows of the Settings table: what the app itself must remember.</summary>
internal static class SettingRows
{
    /// <summary>The one partition.</summary>
    public const string Partition = "settings";

    /// <summary>The row of the key that cursors are signed with.</summary>
    public const string CursorKey = "cursor-key";

    /// <summary>The row of the last run of re-extraction.</summary>
    public const string Reextraction = "reextraction";

    /// <summary>What is remembered.</summary>
    public const string Value = "Value";
}
