using System.IO.Compression;

namespace Ingest.Evaluation;

/// <summary>Reads files of evaluation sets, packed (*.gz) or not.</summary>
internal static class SampleFile
{
    public static byte[] Read(string file)
    {
        if (Path.GetExtension(file) != ".gz") return File.ReadAllBytes(file);
        using var packed = File.OpenRead(file);
        using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        unpacked.CopyTo(bytes);
        return bytes.ToArray();
    }
}
