using System.Globalization;

namespace Ingest.Storage.Backup;

/// <summary>Turns the values of rows into text and back, without loss.</summary>
internal static class BackupValues
{
    public static BackupValue Of(object value) => value switch
    {
        string text => new("Edm.String", text),
        bool truth => new("Edm.Boolean", truth ? "true" : "false"),
        int number => new("Edm.Int32", number.ToString(CultureInfo.InvariantCulture)),
        long number => new("Edm.Int64", number.ToString(CultureInfo.InvariantCulture)),
        double number => new("Edm.Double", number.ToString("R", CultureInfo.InvariantCulture)),
        DateTimeOffset time => new("Edm.DateTime", time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)),
        Guid id => new("Edm.Guid", id.ToString()),
        byte[] bytes => new("Edm.Binary", Convert.ToBase64String(bytes)),
        _ => throw new NotSupportedException($"Tables hold no values of the type {value.GetType()}."),
    };

    /// <exception cref="FormatException">The type is unknown, or the text is no value of it.</exception>
    public static object Read(BackupValue value) => value.Type switch
    {
        "Edm.String" => value.Text,
        "Edm.Boolean" => bool.Parse(value.Text),
        "Edm.Int32" => int.Parse(value.Text, CultureInfo.InvariantCulture),
        "Edm.Int64" => long.Parse(value.Text, CultureInfo.InvariantCulture),
        "Edm.Double" => double.Parse(value.Text, CultureInfo.InvariantCulture),
        "Edm.DateTime" => DateTimeOffset.Parse(value.Text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        "Edm.Guid" => Guid.Parse(value.Text),
        "Edm.Binary" => Convert.FromBase64String(value.Text),
        _ => throw new FormatException($"'{value.Type}' is no type of a table's values."),
    };
}
