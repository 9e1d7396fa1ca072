using CsvHelper;

namespace Ingest.Queries.Formats;

/// <summary>Writes answers as a table: RFC 4180, UTF-8 with the mark by which Excel knows it, formulas made harmless.</summary>
internal static class CsvFormat
{
    private static readonly CsvWriterOptions Rules = new()
    {
        WriteByteOrderMark = true,
        TrueValue = "true",
        FalseValue = "false",
        // A text that a spreadsheet would run gets an apostrophe in front; numbers stay as they are.
        Injection = CsvInjection.Escape,
    };

    public static byte[] Write<T>(IEnumerable<T> rows, Shape<T> shape)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Rules, leaveOpen: true))
        {
            csv.WriteHeader([.. shape.Columns.Select(column => column.Name)]);
            foreach (var row in rows)
            {
                foreach (var column in shape.Columns) Write(csv, column.Value(row));
                csv.EndRecord();
            }
        }

        return bytes.ToArray();
    }

    private static void Write(CsvWriter csv, object? value)
    {
        switch (value)
        {
            case DateTimeOffset time:
                csv.WriteField(time, "yyyy-MM-ddTHH:mm:sszzz");
                break;
            case Uri address:
                csv.WriteField(address.AbsoluteUri);
                break;
            case Enum choice:
                var name = choice.ToString();
                csv.WriteField(char.ToLowerInvariant(name[0]) + name[1..]);
                break;
            default:
                csv.WriteField(value);
                break;
        }
    }
}
