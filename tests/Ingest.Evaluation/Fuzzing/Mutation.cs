namespace Ingest.Evaluation.Fuzzing;

/// <summary>Changes samples as accidents and attackers do; the same random numbers make the same changes.</summary>
internal static class Mutation
{
    private static readonly byte[][] Splinters =
    [
        .. new[] { "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "&", ";", "&#", "\"", "'", "=", "<p>", "</p>", "<div>", "</div>", "<script>", "</script>", "<table>", "<item>", "</item>", "<title>", "{", "}", "[", "]", ",", "\\u", "\\ud800", "\0", "\r", "xmlns:", "charset=utf-16", "<svg>", "<template>" }
            .Select(System.Text.Encoding.Latin1.GetBytes),
        [0xFF, 0xFE],
        [0xEF, 0xBB, 0xBF],
        [0xE1, 0x9E],
        [0xC0, 0x80],
    ];

    /// <summary>The sample with a few changes.</summary>
    public static byte[] Of(byte[] sample, Random random)
    {
        var bytes = new List<byte>(sample);
        for (var change = random.Next(1, 8); change > 0; change--) Change(bytes, random);
        return [.. bytes];
    }

    private static void Change(List<byte> bytes, Random random)
    {
        var start = random.Next(bytes.Count + 1);
        var length = random.Next(Math.Min(200, bytes.Count - start) + 1);
        switch (random.Next(7))
        {
            case 0: bytes.RemoveRange(start, length); break;
            case 1: bytes.RemoveRange(start, bytes.Count - start); break;
            case 2: bytes.InsertRange(start, Splinters[random.Next(Splinters.Length)]); break;
            case 3: bytes.InsertRange(start, bytes.GetRange(start, length)); break;
            case 4: bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(start, length)); break;
            case 5: if (start < bytes.Count) bytes[start] = (byte)random.Next(256); break;
            default:
                for (var repeat = random.Next(50); repeat > 0; repeat--) bytes.InsertRange(start, Splinters[repeat % Splinters.Length]);
                break;
        }
    }
}
