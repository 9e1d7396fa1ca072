using Ingest.Extraction.Language;

namespace Ingest.Extraction.Officials;

/// <summary>The words of a title or a body that tell it from others, folded.</summary>
internal static class OfficeWords
{
    private static readonly HashSet<string> Empty = DataFile.Words("Extraction/Data/office-stop-words.txt");

    public static HashSet<string> Of(string phrase) =>
        [.. LatinFolding.Fold(phrase)
            .Split([' ', ',', '(', ')', '/'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word.Trim('.', '\''))
            .Where(word => word.Length > 0 && !Empty.Contains(word))];
}
