using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ingest.Feeds.Markup;

namespace Ingest.Articles.Metadata;

/// <summary>Makes authors' names of what bylines print.</summary>
internal static partial class Bylines
{
    /// <summary>Longer than any name; what is longer is a sentence about somebody.</summary>
    private const int LongestName = 60;

    private const int MostNames = 12;

    /// <summary>A byline prints names, jobs, times and addresses in a few pieces.</summary>
    private const int MostPieces = 50;

    private const int MostWords = 5;

    private static readonly FrozenSet<string> Openings = DataFile.Words("Articles/Data/byline-words.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Endings = DataFile.Words("Articles/Data/byline-endings.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Jobs = DataFile.Words("Articles/Data/byline-jobs.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Agencies = DataFile.Words("Articles/Data/agencies.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Particles = DataFile.Words("Articles/Data/name-particles.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names in the bylines, as printed, each once; none where they are addresses or jobs.</summary>
    public static ImmutableArray<string> Names(IEnumerable<string> bylines) =>
        [.. bylines.SelectMany(Split).Select(Clean).Where(IsName).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostNames)];

    /// <summary>
    /// The names that an element prints among other things: each piece of its text by itself, and only what is built as names
    /// of people are, or an agency.
    /// </summary>
    /// <param name="element">The element.</param>
    /// <param name="isSure">Whether it is surely a byline: what a link in it names alone may be one word.</param>
    public static ImmutableArray<string> PrintedNames(IElement element, bool isSure)
    {
        if (element.GetAttribute("content") is { Length: > 0 } content) return Names([content]);
        var pieces = element.Descendants<IText>().Select(text => MarkupWriter.InOneLine(text.Data)).Where(piece => piece.Any(char.IsLetter)).Take(MostPieces).ToList();
        var names = Names(pieces);
        var isLink = isSure && (element is IHtmlAnchorElement || element.QuerySelector("a") is not null);
        return [.. names.Where(name => IsPersonal(name) || IsAgency(name) || (isLink && names.Length == 1 && IsOneWord(name)))];
    }

    /// <summary>Whether an agency or network of this name is known.</summary>
    public static bool IsAgency(string name) => Agencies.Contains(name);

    private static bool IsOneWord(string name) => !name.Any(char.IsWhiteSpace) && !char.IsLower(name[0]) && !Jobs.Contains(name);

    /// <summary>The names that a line under a headline gives as its authors: "By Chan Dara and Sok Lina"; "AFP, MANILA".</summary>
    public static ImmutableArray<string> OfLine(string line)
    {
        if (line.IndexOf(',') is > 0 and var comma && IsAgency(line[..comma]) && line.Length <= LongestName && !line.Any(char.IsLower)) return [line[..comma]];
        return line.IndexOfAny([' ', ':']) is > 0 and var space && Openings.Contains(line[..space]) && Names([line]) is { Length: > 0 } names && names.All(IsPersonal) ? names : [];
    }

    /// <summary>The name that a line is and nothing else: "Sok Lina", under the last paragraph.</summary>
    public static ImmutableArray<string> OfSignature(string line) => Names([line]) is [var name] && name == line && IsPersonal(name) ? [name] : [];

    /// <summary>"Sok Lina", "Ursula von der Leyen"; not "Travel Editor", "Updated today".</summary>
    private static bool IsPersonal(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 1 and <= MostWords
            && !char.IsLower(words[0][0])
            && !char.IsLower(words[^1][0])
            && words.All(word => char.IsLetter(word[0]) && !Jobs.Contains(word.TrimEnd('.')) && (!char.IsLower(word[0]) || Particles.Contains(word)));
    }

    private static IEnumerable<string> Split(string byline)
    {
        var text = WithoutOpening(MarkupWriter.InOneLine(byline));
        if (text.Length > LongestName * MostNames || text.Contains("://", StringComparison.Ordinal)) return [];
        return Parts().Split(text).SelectMany(part => part.Contains(',') ? Enumerate(part) : [part]);
    }

    /// <summary>A comma parts names from names, and names from jobs and places.</summary>
    private static IEnumerable<string> Enumerate(string part)
    {
        var pieces = part.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < pieces.Length; i++)
        {
            // "Kim, Min-jung" would be one name, but no paper prints its bylines so; degrees belong to the name before.
            if (i > 0 && pieces[i].TrimEnd('.') is "Jr" or "Sr" or "II" or "III" or "MD" or "M.D" or "PhD" or "Ph.D") continue;

            // One word behind a name of two is where its bearer is.
            if (i > 0 && IsOneWord(pieces[i]) && IsPersonal(pieces[0]) && !IsAgency(pieces[i])) continue;
            yield return pieces[i];
        }
    }

    private static string Clean(string name)
    {
        name = WithoutOpening(name.Trim(' ', '.', ',', ';', ':', '|', '-', '–', '—', '/', '*', '·', '•', '"', '“', '”'));
        var bracket = name.IndexOfAny(['(', '[', '<']);
        if (bracket > 0) name = name[..bracket].TrimEnd();
        var last = name.LastIndexOf(' ');
        return last > 0 && Endings.Contains(name[(last + 1)..]) ? name[..last] : name;
    }

    private static string WithoutOpening(string text)
    {
        for (var space = text.IndexOfAny([' ', ':']); space > 0; space = text.IndexOfAny([' ', ':']))
        {
            if (!Openings.Contains(text[..space])) break;
            text = text[(space + 1)..].TrimStart(' ', ':');
        }

        return text;
    }

    private static bool IsName(string name) =>
        name.Length is > 1 and <= LongestName
        && char.IsLetter(name[0])
        && name.Any(char.IsLetter)
        && !Openings.Contains(name)
        && !Jobs.Contains(name)
        && !EndsInJob(name)
        && name.IndexOfAny(['@', '#', '=', '?', '!', ')', ']']) < 0
        && !name.StartsWith("http", StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        && name.Count(char.IsDigit) <= 2;

    /// <summary>"The Paper's staff reporter" is nobody, while "Chan Dara Reporter" may be somebody.</summary>
    private static bool EndsInJob(string name) =>
        name.Split(' ') is [_, .., var word, var last] && Jobs.Contains($"{word} {last}");

    [GeneratedRegex(@"\s+(?:and|und|og|och|et|dan|và|y|e)\s+|\s*[;|/•·]\s*|\s+&\s+|\s+[-–—]\s+", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Parts();
}
