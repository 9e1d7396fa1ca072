using System.Globalization;
using System.Text;
using Ingest.Queries.Formats;

namespace Ingest.Tests.Queries.Formats;

public sealed class CsvFormatTests
{
    private static readonly Shape<object?> One = new("Things", [new("value", value => value), new("end", _ => "end")], _ => throw new InvalidOperationException("Tables have no entries."));

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1+1")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    [InlineData("=HYPERLINK(\"https://evil.example\",\"dam\")")]
    public void A_text_that_a_spreadsheet_would_run_is_made_a_text(string formula)
    {
        var cell = CellOf(formula);
        Assert.StartsWith("'", cell, StringComparison.Ordinal);
        Assert.EndsWith(formula[1..].Replace("\"", "\"\"", StringComparison.Ordinal), cell, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_stays_a_number() => Assert.Equal("-1.5", CellOf(-1.5));

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\r\nb", "\"a\r\nb\"")]
    [InlineData("ទំនប់", "ទំនប់")]
    [InlineData(null, "")]
    public void A_text_is_written_as_RFC_4180_has_it(string? text, string expected) => Assert.Equal($"\uFEFFvalue,end\r\n{expected},end\r\n", Written(text));

    [Fact]
    public void A_time_keeps_its_offset() =>
        Assert.Equal("2026-11-20T09:00:00+07:00", CellOf(DateTimeOffset.Parse("2026-11-20T09:00:00+07:00", CultureInfo.InvariantCulture)));

    [Fact]
    public void An_address_stays_escaped() =>
        Assert.Equal("https://paper.example/a%20b#:~:text=dam%20stands", CellOf(TextFragment.Of(new Uri("https://paper.example/a b"), "dam stands")));

    private static string CellOf(object value)
    {
        var written = Written(value)["\uFEFFvalue,end\r\n".Length..];
        var cell = written[..^",end\r\n".Length];
        return cell is ['"', .. var quoted, '"'] ? quoted : cell;
    }

    private static string Written(object? value) => Encoding.UTF8.GetString(CsvFormat.Write([value], One));
}
