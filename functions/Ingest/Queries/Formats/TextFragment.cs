using System.Text;

namespace Ingest.Queries.Formats;

/// <summary>Addresses that lead a browser to the words themselves (WICG Scroll to Text Fragment).</summary>
internal static class TextFragment
{
    // A long quote is named by its first and last words; a page may break or mark it up in between.
    private const int WholeUpTo = 8;
    private const int WordsOfEnd = 4;

    /// <summary>The address of these words on a page.</summary>
    public static Uri Of(Uri page, string words)
    {
        var all = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (all.Length == 0) return page;
        var directive = all.Length <= WholeUpTo ? Escape(all) : $"{Escape(all[..WordsOfEnd])},{Escape(all[^WordsOfEnd..])}";
        // As written: what makes addresses canonical would turn "%2D" back into '-'.
        return new Uri($"{page.GetLeftPart(UriPartial.Query)}#:~:text={directive}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
    }

    // '-' and ',' mean something in a directive, so they are escaped with all the rest.
    private static string Escape(IEnumerable<string> words)
    {
        var escaped = new StringBuilder();
        foreach (var unit in Encoding.UTF8.GetBytes(string.Join(' ', words)))
        {
            if (char.IsAsciiLetterOrDigit((char)unit)) escaped.Append((char)unit);
            else escaped.Append('%').Append(unit.ToString("X2"));
        }

        return escaped.ToString();
    }
}
