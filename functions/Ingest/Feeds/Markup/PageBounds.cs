using System.Buffers;
using System.Collections.Frozen;

namespace Ingest.Feeds.Markup;

/// <summary>
/// Cuts pages where no page of news reaches. A parser that builds what browsers build walks all open elements at every tag,
/// opens formatting again in every paragraph, and needs many times a tag's size for an element and its attributes, so that a
/// hostile page would cost far more than its own size.
/// </summary>
internal sealed class PageBounds
{
    /// <summary>The largest pages of news sites have two million characters.</summary>
    private const int MostCharacters = 3_000_000;

    /// <summary>The longest pages have some twenty thousand tags.</summary>
    private const int MostTags = 60_000;

    /// <summary>Tags, and formatting elements that are open at them, each of which may become an element.</summary>
    private const int MostElements = 120_000;

    /// <summary>The longest pages have some hundred thousand; the shortest, of two characters, takes a parser fifty times its size.</summary>
    private const int MostAttributes = 300_000;

    /// <summary>Pages nest some thirty levels deep, careless ones a few hundred.</summary>
    private const int MostOpen = 500;

    /// <summary>So many tags cost little whatever they are, and most pages have fewer.</summary>
    private const int HarmlessTags = 8_000;

    /// <summary>So many characters cannot hold more attributes than are allowed.</summary>
    private const int HarmlessCharacters = 2 * MostAttributes;

    /// <summary>Of formatting elements that are alike, attributes included, three are opened again (HTML standard, 13.2.4.3).</summary>
    private const int MostAlike = 3;

    private static readonly Names NeverOpen = new("void-elements.txt", "self-ending-elements.txt");
    private static readonly Names RawText = new("raw-text-elements.txt");
    private static readonly Names Formatting = new("formatting-elements.txt");

    /// <summary>Within these, what is raw text elsewhere is an element like any other, or none.</summary>
    private static readonly Names NotRawWithin = new("other-parsing-elements.txt");

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/>");

    private readonly string page;
    private readonly int end;
    private readonly List<int> open = [];
    private readonly Dictionary<int, int> openByName = [];
    private readonly List<(int Name, int Tag)> formatting = [];
    private int notRawWithin;
    private int attributes;
    private int at;

    private PageBounds(string page, int end) => (this.page, this.end) = (page, end);

    /// <summary>The page, or what of it stands before the bounds.</summary>
    public static string Within(string page)
    {
        var end = Math.Min(page.Length, MostCharacters);
        if (end > HarmlessCharacters || page.AsSpan(0, end).Count('<') > HarmlessTags) end = new PageBounds(page, end).Reach();
        return end == page.Length ? page : page[..end];
    }

    private int Reach()
    {
        var (tags, elements) = (0, 0);
        while (Find("<") is { } tag)
        {
            at = tag + 1;
            if (++tags > MostTags || (elements += 1 + formatting.Count) > MostElements || open.Count > MostOpen) return tag;
            var next = at < end ? page[at] : ' ';
            if (char.IsAsciiLetter(next)) PassStart();
            else if (next == '/' && at + 1 < end && char.IsAsciiLetter(page[at + 1])) PassEnd();
            else if (next == '!' && Follows("!--")) PassComment();
            else if (next is '!' or '?' or '/') Pass(">");
            if (attributes > MostAttributes) return tag;
        }

        return end;
    }

    private void PassStart()
    {
        var start = at;
        var name = PassName();
        PassAttributes();
        var key = Key(name);
        if (Formatting.Hold(name)) StartFormatting(name, key, Key(page.AsSpan(start, at - start)));
        if (NeverOpen.Hold(name)) return;
        if (RawText.Hold(name) && notRawWithin == 0)
        {
            PassRawText(name);
            return;
        }

        open.Add(key);
        openByName[key] = openByName.GetValueOrDefault(key) + 1;
        if (NotRawWithin.Hold(name)) notRawWithin++;
    }

    /// <summary>An end tag ends what is open within its element, but formatting goes on until its own; one without a start ends nothing.</summary>
    private void PassEnd()
    {
        at++;
        var name = PassName();
        PassAttributes();
        var key = Key(name);
        if (Formatting.Hold(name) && formatting.FindLastIndex(other => other.Name == key) is >= 0 and var last) formatting.RemoveAt(last);
        if (openByName.GetValueOrDefault(key) == 0) return;
        for (var ended = 0; ended != key;)
        {
            ended = open[^1];
            open.RemoveAt(open.Count - 1);
            openByName[ended]--;
        }

        if (NotRawWithin.Hold(name)) notRawWithin = NotRawWithin.Keys.Sum(other => openByName.GetValueOrDefault(other));
    }

    private void StartFormatting(ReadOnlySpan<char> name, int key, int tag)
    {
        // A link or an unbroken line ends the one before.
        if (name.Equals("a", StringComparison.OrdinalIgnoreCase) || name.Equals("nobr", StringComparison.OrdinalIgnoreCase))
        {
            formatting.RemoveAll(other => other.Name == key);
            if (openByName.GetValueOrDefault(key) > 0 && open.Remove(key)) openByName[key]--;
        }

        if (formatting.Count(other => other.Tag == tag) < MostAlike) formatting.Add((key, tag));
    }

    private ReadOnlySpan<char> PassName()
    {
        var start = at;
        var length = page.AsSpan(at, end - at).IndexOfAny(NameEnds);
        at = length < 0 ? end : at + length;
        return page.AsSpan(start, at - start);
    }

    /// <summary>Goes behind the tag's end; one that stands in a quoted value is none (HTML standard, 13.2.5.32 to 13.2.5.39).</summary>
    private void PassAttributes()
    {
        var (isInName, isAfterName) = (false, false);
        while (at < end)
        {
            var c = page[at++];
            if (c == '>') return;
            if (c == '=' && (isInName || isAfterName))
            {
                PassValue();
                (isInName, isAfterName) = (false, false);
            }
            else if (c == '/')
            {
                (isInName, isAfterName) = (false, false);
            }
            else if (char.IsWhiteSpace(c))
            {
                (isInName, isAfterName) = (false, isInName || isAfterName);
            }
            else if (!isInName)
            {
                attributes++;
                (isInName, isAfterName) = (true, false);
            }
        }
    }

    private void PassValue()
    {
        while (at < end && char.IsWhiteSpace(page[at])) at++;
        if (at == end) return;
        if (page[at] is '"' or '\'')
        {
            var quote = page[at++] == '"' ? "\"" : "'";
            Pass(quote);
            return;
        }

        while (at < end && page[at] != '>' && !char.IsWhiteSpace(page[at])) at++;
    }

    private void PassComment()
    {
        at += "!--".Length;
        if (Follows(">") || Follows("->"))
        {
            Pass(">");
            return;
        }

        while (Find("--") is { } dashes)
        {
            at = dashes + 1;
            if (!Follows("->") && !Follows("-!>")) continue;
            Pass(">");
            return;
        }

        at = end;
    }

    /// <summary>Goes to the end tag. A script's comment may hold the text of another script, end tag included (HTML standard, 13.2.5.20 to 13.2.5.31).</summary>
    private void PassRawText(ReadOnlySpan<char> name)
    {
        var isScript = name.Equals("script", StringComparison.OrdinalIgnoreCase);
        var (isComment, isScriptInComment) = (false, false);
        while (at < end)
        {
            var rest = page.AsSpan(at, end - at);
            var length = isComment ? rest.IndexOfAny('<', '-') : rest.IndexOf('<');
            if (length < 0) break;
            at += length;
            if (isScript && isComment && Follows("-->")) (isComment, isScriptInComment) = (false, false);
            else if (isScript && Follows("<!--")) isComment = true;
            else if (isComment && FollowsTag("<", name)) isScriptInComment = true;
            else if (FollowsTag("</", name))
            {
                if (!isScriptInComment) return;
                isScriptInComment = false;
            }

            at++;
        }

        at = end;
    }

    private bool FollowsTag(string opening, ReadOnlySpan<char> name) =>
        Follows(opening)
        && page.AsSpan(at + opening.Length, Math.Min(name.Length, end - at - opening.Length)).Equals(name, StringComparison.OrdinalIgnoreCase)
        && at + opening.Length + name.Length is var next && (next >= end || NameEnds.Contains(page[next]));

    private bool Follows(string text) => page.AsSpan(at, end - at).StartsWith(text, StringComparison.Ordinal);

    private int? Find(string text) => at < end && page.IndexOf(text, at, end - at, StringComparison.Ordinal) is >= 0 and var found ? found : null;

    private void Pass(string text) => at = Find(text) is { } found ? found + text.Length : end;

    private static int Key(ReadOnlySpan<char> text) => string.GetHashCode(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>Names of elements, whatever their case.</summary>
    private sealed class Names(params string[] lists)
    {
        private readonly FrozenSet<string> names = lists.SelectMany(list => DataFile.Lines("Feeds/Data/" + list)).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

        public IEnumerable<int> Keys => names.Select(name => Key(name));

        public bool Hold(ReadOnlySpan<char> name) => names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
    }
}
