using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Ingest.Queries.Page;

/// <summary>
/// A piece of HTML. It is made by interpolation alone: what stands in the literal is markup, what stands in a hole is text and
/// is encoded, unless it is a piece of HTML itself. Nothing turns a string into markup.
/// </summary>
internal readonly struct Html
{
    private readonly string? markup;

    private Html(string markup) => this.markup = markup;

    /// <summary>No markup at all.</summary>
    public static Html None { get; }

    /// <summary>Whether there is nothing to show.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(markup);

    /// <summary>Makes a piece of HTML of an interpolated string.</summary>
    public static Html Of(HtmlWriter writer) => new(writer.Written);

    /// <summary>Pieces one after the other.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(piece => piece.markup)));

    /// <summary>Pieces with another between them.</summary>
    public static Html Join(IEnumerable<Html> pieces, Html between) => new(string.Join(between.markup, pieces.Select(piece => piece.markup)));

    /// <inheritdoc/>
    public override string ToString() => markup ?? "";
}

/// <summary>Writes the literal parts of an interpolated string as markup and encodes what stands in its holes.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlWriter
{
    // Every letter stays itself; only what could be markup, end an attribute or hide is encoded.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly string[] AddressAttributes = ["href=\"", "src=\"", "action=\"", "cite=\""];
    private readonly StringBuilder written;

    public HtmlWriter(int literalLength, int holes) => written = new StringBuilder(literalLength + (16 * holes));

    public string Written => written.ToString();

    public void AppendLiteral(string markup) => written.Append(markup);

    public void AppendFormatted(Html piece) => written.Append(piece.ToString());

    public void AppendFormatted(IEnumerable<Html> pieces)
    {
        foreach (var piece in pieces) written.Append(piece.ToString());
    }

    public void AppendFormatted(string? text)
    {
        if (StandsInAddress()) text = Safe(text);
        else if (IsUnquotedValue()) throw new InvalidOperationException("An attribute's value stands between quotation marks.");
        written.Append(Encoder.Encode(text ?? ""));
    }

    public void AppendFormatted(Uri? address) => AppendFormatted(address?.AbsoluteUri);

    public void AppendFormatted(int number) => written.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(DateOnly day) => written.Append(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Coordinates of drawings, to a tenth.</summary>
    public void AppendFormatted(double number) => written.Append(number.ToString("0.#", CultureInfo.InvariantCulture));

    private bool StandsInAddress()
    {
        foreach (var attribute in AddressAttributes)
        {
            if (written.Length >= attribute.Length && written.ToString(written.Length - attribute.Length, attribute.Length) == attribute) return true;
        }

        return false;
    }

    // Inside a tag, directly behind "=" and outside of quotation marks.
    private bool IsUnquotedValue()
    {
        if (written.Length == 0 || written[^1] != '=') return false;
        var quotes = 0;
        for (var at = written.Length - 1; at >= 0; at--)
        {
            if (written[at] == '"') quotes++;
            else if (written[at] == '>') return false;
            else if (written[at] == '<') return quotes % 2 == 0;
        }

        return false;
    }

    // An address leads somewhere on this site or to the web, and runs nothing.
    private static string Safe(string? address) => address switch
    {
        ['/', not '/' and not '\\', ..] or "/" or ['?' or '#', ..] => address,
        not null when address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) => address,
        _ => "about:invalid",
    };
}
