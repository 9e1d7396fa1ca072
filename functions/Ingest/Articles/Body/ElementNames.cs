using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Ingest.Articles.Body;

/// <summary>What the names that a page gives its elements, classes and ids, say of them.</summary>
internal sealed class ElementNames
{
    private static readonly FrozenSet<string> AsideElements = DataFile.Words("Articles/Data/aside-elements.txt").ToFrozenSet();
    private static readonly FrozenSet<string> AsideWords = DataFile.Words("Articles/Data/aside-words.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> ApartWords = DataFile.Words("Articles/Data/apart-words.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> CaptionWords = DataFile.Words("Articles/Data/caption-words.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> BodyNames = DataFile.Words("Articles/Data/body-names.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>A page repeats its names: each is read once.</summary>
    private readonly Dictionary<string, Meaning> read = new(StringComparer.Ordinal);

    [Flags]
    private enum Meaning
    {
        None = 0,
        Aside = 1,
        Caption = 2,
        Body = 4,
        Apart = 8,
    }

    /// <summary>Whether it is named as something beside the article: shares, related stories, comments, advertisements.</summary>
    public bool SayAside(IElement element) => (Of(element) & Meaning.Aside) != 0 || AsideElements.Contains(element.LocalName) || IsHidden(element);

    /// <summary>Whether it is named as something that never holds an article, however much prose: notices, comments.</summary>
    public bool SayApart(IElement element) => (Of(element) & Meaning.Apart) != 0;

    /// <summary>Whether it is named as the words under a picture.</summary>
    public bool SayCaption(IElement element) => (Of(element) & Meaning.Caption) != 0;

    /// <summary>Whether it is named as an article's body.</summary>
    public bool SayBody(IElement element) =>
        (Of(element) & Meaning.Body) != 0 || element.GetAttribute("itemprop") is { } property && property.Contains("articleBody", StringComparison.OrdinalIgnoreCase);

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden")
        || (element.GetAttribute("style") is { } style && style.Replace(" ", null).Contains("display:none", StringComparison.OrdinalIgnoreCase));

    private Meaning Of(IElement element)
    {
        var meaning = Meaning.None;
        if (element.GetAttribute("class") is { Length: > 0 } classes) meaning |= Of(classes);
        if (element.GetAttribute("id") is { Length: > 0 } id) meaning |= Of(id);
        return meaning;
    }

    private Meaning Of(string names)
    {
        if (read.TryGetValue(names, out var known)) return known;
        var meaning = Meaning.None;
        foreach (var range in names.AsSpan().SplitAny(" \t\r\n"))
            if (names[range] is { Length: > 1 } name) meaning |= Read(name);
        read.Add(names, meaning);
        return meaning;
    }

    private static Meaning Read(string name)
    {
        // The names that WordPress derives from an article's own categories and tags say what it is about.
        if (name.StartsWith("tag-", StringComparison.Ordinal) || name.StartsWith("category-", StringComparison.Ordinal)) return Meaning.None;

        // Utility classes ("print:hidden", "after:table") say how an element looks and when.
        if (name.AsSpan().IndexOfAny(':', '[', '/') >= 0) return Meaning.None;
        var meaning = Meaning.None;
        if (BodyNames.Contains(string.Concat(name.Where(char.IsAsciiLetterOrDigit)))) return Meaning.Body;
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            // Words part at signs and at capitals: share-bar, share_bar, shareBar.
            if (i < name.Length && char.IsAsciiLetter(name[i]) && !(char.IsAsciiLetterUpper(name[i]) && char.IsAsciiLetterLower(name[i - 1]))) continue;
            meaning |= Word(name[start..i]);
            start = i < name.Length && char.IsAsciiLetter(name[i]) ? i : i + 1;
        }

        return meaning;
    }

    private static Meaning Word(string word) =>
        ApartWords.Contains(word) ? Meaning.Apart | Meaning.Aside : AsideWords.Contains(word) ? Meaning.Aside : CaptionWords.Contains(word) ? Meaning.Caption : Meaning.None;
}
