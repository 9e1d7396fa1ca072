using System.Text;
using System.Text.RegularExpressions;
using UtfUnknown;

namespace Ingest.Feeds;

/// <summary>
/// Turns the bytes of a document into text: by its byte order mark, by what its header and its own declaration claim, and by
/// what the bytes are where a claim is missing or plainly wrong.
/// </summary>
internal static partial class CharacterDecoder
{
    /// <summary>How far into a document its declaration is looked for; the HTML standard asks for 1,024 bytes.</summary>
    private const int DeclarationBytes = 4096;

    /// <summary>More than any statistics of a language's letters need.</summary>
    private const int DetectionBytes = 64 * 1024;

    /// <summary>Words of two or three characters of a Chinese or Korean encoding can look like UTF-8.</summary>
    private const int AccidentalSequences = 8;

    private const double SufficientConfidence = 0.5;

    private static readonly Encoding Western = CodePages(1252, DecoderFallback.ReplacementFallback);

    /// <summary>UTF-8 whose stray bytes are read as Windows-1252: pages that paste other pages' words hold both.</summary>
    private static readonly Encoding Utf8 = Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new WesternFallback());

    /// <summary>The document's text, without byte order mark and null characters.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        var text = EncodingOf(bytes, contentType).GetString(bytes);
        var start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        if (text.Contains('\0')) return text[start..].Replace("\0", null);
        return start == 0 ? text : text[start..];
    }

    private static Encoding EncodingOf(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (Marked(bytes) is { } marked) return marked;
        var claimed = Named(Charset().Match(contentType ?? "").Groups["name"].Value) ?? Named(Declared(bytes));
        var (valid, stray) = CountUtf8(bytes);

        // Text of another encoding hardly ever happens to be UTF-8, while many a UTF-8 page is sent as Latin-1.
        if (stray == 0 && (valid > AccidentalSequences || claimed is not { IsSingleByte: false })) return Utf8;
        if (claimed is null || claimed.CodePage == Encoding.UTF8.CodePage) return valid >= stray ? Utf8 : Detected(bytes);
        return claimed;
    }

    private static Encoding? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Utf8,
        [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
        [0, 0, 0xFE, 0xFF, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        [0xFF, 0xFE, ..] or [(byte)'<', 0, not 0, 0, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] or [0, (byte)'<', 0, not 0, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static string Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationBytes)]);
        return Declaration().Match(head) is { Success: true } match ? match.Groups["name"].Value : "";
    }

    private static Encoding? Named(string label)
    {
        label = label.ToLowerInvariant();
        try
        {
            return label switch
            {
                "" => null,
                // A declaration that could be read as ASCII cannot be UTF-16, so the standards take it for UTF-8.
                "utf-8" or "utf8" or "unicode" or "utf-16" or "utf-16le" or "utf-16be" => Utf8,
                // What these labels mean to every browser, by the Encoding Standard.
                "iso-8859-1" or "iso8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii" or "windows-1252" or "cp1252" => Western,
                "iso-8859-9" or "latin5" => CodePages(1254, DecoderFallback.ReplacementFallback),
                "iso-8859-11" or "tis-620" => CodePages(874, DecoderFallback.ReplacementFallback),
                "gb2312" or "gb_2312-80" or "gbk" or "x-gbk" => CodePages(54936, DecoderFallback.ReplacementFallback),
                "euc-kr" or "ks_c_5601-1987" or "ksc5601" => CodePages(949, DecoderFallback.ReplacementFallback),
                "shift_jis" or "shift-jis" or "sjis" or "x-sjis" => CodePages(932, DecoderFallback.ReplacementFallback),
                _ => CodePagesEncodingProvider.Instance.GetEncoding(label) ?? Encoding.GetEncoding(label),
            };
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null; // No encoding that anybody knows, or UTF-7, which hides markup: no claim.
        }
    }

    private static Encoding Detected(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, DetectionBytes)].ToArray();
        var best = CharsetDetector.DetectFromBytes(sample).Detected;
        return best is { Confidence: >= (float)SufficientConfidence } && Named(best.EncodingName) is { } encoding ? encoding : Western;
    }

    /// <summary>How many sequences of several bytes are UTF-8, and how many bytes cannot be.</summary>
    private static (int Valid, int Stray) CountUtf8(ReadOnlySpan<byte> bytes)
    {
        var (valid, stray) = (0, 0);
        while (true)
        {
            var ascii = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0) return (valid, stray);
            bytes = bytes[ascii..];
            if (Rune.DecodeFromUtf8(bytes, out _, out var length) == System.Buffers.OperationStatus.Done) valid++;
            else stray++;
            bytes = bytes[length..];
        }
    }

    private static Encoding CodePages(int page, DecoderFallback fallback) =>
        CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ReplacementFallback, fallback)!;

    [GeneratedRegex(@"charset\s*=\s*[""']?\s*(?<name>[\w.:-]+)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Charset();

    [GeneratedRegex(@"<\?xml[^>]*\sencoding\s*=\s*[""']\s*(?<name>[\w.:-]+)|<meta[^>]*\scharset\s*=\s*[""']?\s*(?<name>[\w.:-]+)|<meta[^>]*;\s*charset\s*=\s*(?<name>[\w.:-]+)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Declaration();

    private sealed class WesternFallback : DecoderFallback
    {
        public override int MaxCharCount => 4;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

        private sealed class Buffer : DecoderFallbackBuffer
        {
            private string text = "";
            private int next;

            public override int Remaining => text.Length - next;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                (text, next) = (Western.GetString(bytesUnknown), 0);
                return text.Length > 0;
            }

            public override char GetNextChar() => next < text.Length ? text[next++] : '\0';

            public override bool MovePrevious()
            {
                if (next == 0) return false;
                next--;
                return true;
            }

            public override void Reset() => (text, next) = ("", 0);
        }
    }
}
