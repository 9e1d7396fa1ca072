namespace Ingest.LocalHost.Sample;

/// <summary>The articles and templates that ship inside the local host, named by their path below the project.</summary>
internal static class SampleFile
{
    /// <summary>The names of all files below a folder, in ordinal order.</summary>
    public static IEnumerable<string> Below(string folder) => typeof(SampleFile).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    /// <summary>The text of a file.</summary>
    public static string Text(string path)
    {
        using var reader = new StreamReader(typeof(SampleFile).Assembly.GetManifestResourceStream(path)
            ?? throw new FileNotFoundException($"The local host holds no file '{path}'.", path));
        return reader.ReadToEnd();
    }
}
