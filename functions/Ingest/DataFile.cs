using System.Reflection;

namespace Ingest;

/// <summary>
/// The word lists, selectors and tables that ship inside the library, named by their path below the project
/// ("Extraction/Data/cue-verbs.txt"). A line that starts with '#' is a comment; columns are parted by a tab.
/// </summary>
internal static class DataFile
{
    private static readonly Assembly Library = typeof(DataFile).Assembly;

    /// <summary>Opens a data file; the caller disposes of the stream.</summary>
    public static Stream Open(string path) =>
        Library.GetManifestResourceStream(path)
        ?? throw new FileNotFoundException($"The library holds no data file '{path}'. Is it below a Data folder?", path);

    /// <summary>The lines of a list without comments, blank lines and surrounding white space.</summary>
    public static IEnumerable<string> Lines(string path)
    {
        using var reader = new StreamReader(Open(path));
        while (reader.ReadLine() is { } line)
        {
            var content = line.Trim();
            if (content.Length > 0 && content[0] != '#') yield return content;
        }
    }

    /// <summary>The lines of a list, cut at tabs.</summary>
    public static IEnumerable<string[]> Rows(string path) => Lines(path).Select(line => line.Split('\t'));

    /// <summary>The lines of a list as a set that ignores case.</summary>
    public static HashSet<string> Words(string path) => new(Lines(path), StringComparer.OrdinalIgnoreCase);
}
