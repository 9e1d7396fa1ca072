using Ingest.Articles.Body;

namespace Ingest.Articles.Metadata;

/// <summary>Takes the site's name off the titles that pages give.</summary>
internal static class Headlines
{
    private const int ShortestHeadline = 15;

    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " // ", " ❘ ", "｜"];

    /// <summary>
    /// The headline: a written title that is printed too, at best with the same signs; else what is printed, where a written title resembles it, since
    /// titles for search engines are shorter and those of an earlier version stay behind; else the first that is written.
    /// </summary>
    /// <param name="written">The titles that the page's metadata give, the surest first.</param>
    /// <param name="siteNames">What the site is called: its names, its host.</param>
    /// <param name="printed">The page's main headings.</param>
    public static string Choose(IReadOnlyList<string> written, IReadOnlyCollection<string> siteNames, IReadOnlyList<string> printed)
    {
        var clean = written.Select(title => Clean(title, siteNames, printed)).ToList();
        return clean.Find(printed.Contains)
            ?? clean.Find(title => printed.Any(heading => IsPrinted(title, heading)))
            ?? printed.FirstOrDefault(heading => heading.Length > ShortestHeadline && clean.Exists(title => Headline.Resembles(heading, title)))
            ?? clean.Concat(printed).FirstOrDefault("");
    }

    /// <summary>Whether the heading is the title, if with a kicker before it.</summary>
    public static bool IsPrinted(string title, string heading) => Letters(heading) is var letters && Letters(title) is { Length: > 0 } sought && (letters == sought || (title.Length > ShortestHeadline && letters.EndsWith(sought, StringComparison.Ordinal)));

    /// <summary>The title without the site's name before or behind it.</summary>
    /// <param name="title">As a page gives it.</param>
    /// <param name="siteNames">What the site is called: its names, its host.</param>
    /// <param name="printed">The page's main headings; a title that is one of them and more is that one.</param>
    public static string Clean(string title, IReadOnlyCollection<string> siteNames, IReadOnlyList<string> printed)
    {
        title = title.Trim();
        foreach (var heading in printed)
            if (heading.Length > ShortestHeadline && title.Length > heading.Length && title.Contains(heading, StringComparison.OrdinalIgnoreCase)) return heading;
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var separator in Separators)
            {
                var last = title.LastIndexOf(separator, StringComparison.Ordinal);
                if (last > 0 && IsSite(title[(last + separator.Length)..], siteNames)) (title, changed) = (title[..last].TrimEnd(), true);
                var first = title.IndexOf(separator, StringComparison.Ordinal);
                if (first > 0 && IsSite(title[..first], siteNames)) (title, changed) = (title[(first + separator.Length)..].TrimStart(), true);
            }
        }

        return title;
    }

    /// <summary>Whether the text is one of the site's names.</summary>
    public static bool IsSite(string part, IReadOnlyCollection<string> siteNames)
    {
        var letters = Letters(part);
        return letters.Length > 1 && siteNames.Any(name => Letters(name) is { Length: > 1 } site && (site == letters || IsShortForm(letters, site) || IsShortForm(site, letters)));
    }

    /// <summary>"Post" is no short form of "The Phnom Penh Post", but "Phnom Penh Post" is.</summary>
    private static bool IsShortForm(string part, string whole) => part.Length >= 6 && part.Length * 2 >= whole.Length && whole.Contains(part, StringComparison.Ordinal);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
